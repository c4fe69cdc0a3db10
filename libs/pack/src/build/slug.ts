/** What may stand in a path: anything else becomes a dash. */
/**
 * What may stand in the path of an area: letters and digits of any script, `.`, `_` and `-`; anything else becomes a
 * dash.
 */
export const slugOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+|-+$/gu, '')
    .slice(0, 48);
