/** What the role of a service is called. */
import { createHash } from 'node:crypto';

/** What PostgreSQL keeps of a name, in bytes; a longer one would be cut, and perhaps be another one's. */
const longestName = 63;
const digestLength = 12;

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** As much of the beginning as has so many bytes, without half a character. */
const beginning = (text: string, bytes: number): string => {
  let kept = '';
  for (const character of text) {
    if (bytesOf(kept + character) > bytes) break;
    kept += character;
  }
  return kept;
};

/**
 * `<database>_<service>`: roles are the whole server's, so the name of the database is in theirs, as it is, since two
 * towns may differ by a dash alone. One that is too long is told from others by a digest in the place of its end.
 *
 * @param service a name of `services`, or `gateway`; its dashes become underscores.
 */
export const serviceRoleName = (database: string, service: string): string => {
  const end = `_${service.replaceAll('-', '_')}`;
  const name = `${database}${end}`;
  if (bytesOf(name) <= longestName) return name;
  const digest = createHash('sha256').update(database).digest('hex').slice(0, digestLength);
  const rest = `_${digest}${end}`;
  return `${beginning(database, longestName - bytesOf(rest))}${rest}`;
};
