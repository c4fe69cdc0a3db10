/** A name for a file that nobody has named: of its content, so that the same file has it again. */
import type { Source } from './source.js';

/** FNV-1a, twice with other beginnings: Web Crypto is missing where a page came without TLS. */
const prime = 0x01000193;

/**
 * `file-` and 16 hexadecimal digits: the same for the same bytes, whatever the file is called. It tells one export from
 * another and keeps no secret.
 */
export const contentName = async (file: Source): Promise<string> => {
  let [one, other] = [0x811c9dc5, 0x1b873593];
  for await (const bytes of file.bytes())
    for (const byte of bytes) {
      one = Math.imul(one ^ byte, prime);
      other = Math.imul(other ^ (byte + 0x9e), prime) ^ (one >>> 15);
    }
  return `file-${[one, other].map((it) => (it >>> 0).toString(16).padStart(8, '0')).join('')}`;
};
