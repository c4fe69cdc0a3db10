/** Crockford's base 32: letters and digits that are not mistaken for one another, in writing or on the phone. */

const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Five bits a character; bits that do not fill the last one are left out. */
export const crockford = (bytes: Uint8Array): string => {
  let text = '';
  let [bits, held] = [0, 0];
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    for (held += 8; held >= 5; held -= 5) text += symbols.charAt((bits >>> (held - 5)) & 31);
    bits &= (1 << held) - 1;
  }
  return text;
};

/** `7K3M9QXTWA` as `7K3M-9QXT-WA`. */
export const inGroups = (text: string, length: number): string =>
  text.match(new RegExp(`.{1,${length}}`, 'g'))?.join('-') ?? '';

/** As it is compared: however it was typed, O is 0, and I and L are 1. */
export const readCrockford = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
