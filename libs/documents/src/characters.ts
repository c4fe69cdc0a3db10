/** What of a text is printed: everything that can be seen, and nothing that would change how its neighbours look. */

const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;
/** Half a character: no font has it, and no file may hold it. */
const loneSurrogates = /\p{Cs}/gu;
/** Spaces that the font lacks. The ideographic one, U+3000, and the one that does not break, U+00A0, it has. */
const otherSpaces = /[\t\u1680\u2000-\u200a\u202f\u205f]/gu;
/** Controls, marks that turn the direction of writing, joiners, variation selectors: none has a look of its own. */
const unseen = /(?!\n)[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
/** A letter and its accents. Ideographs stay as they are: the normal form would exchange some of them. */
const accented = /\p{L}\p{Mn}+/gu;

/** @returns the text as it is printed; its only control character is the line feed. */
export const cleaned = (text: string): string =>
  text
    .replace(loneSurrogates, '\ufffd')
    .replace(lineEnds, '\n')
    .replace(otherSpaces, ' ')
    .replace(unseen, '')
    .replace(accented, (letter) => letter.normalize('NFC'));

/** The same for every text in a value of JSON. */
export const cleanedIn = <Value>(value: Value): Value => {
  if (typeof value === 'string') return cleaned(value) as Value;
  if (Array.isArray(value)) return value.map((it: unknown) => cleanedIn(it)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  // The same names with values of the same types: what a type says of it stays true.
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, cleanedIn(it)])) as Value;
};

/** How people write a code point: `U+20BB7`. */
export const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
