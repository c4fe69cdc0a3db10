/** Where a text stops being JSON, in the words of a person who has the file open. */
import { type ParseError, parse } from 'jsonc-parser';

/** A place in a text, as editors show it: both from 1. */
type TextPlace = Readonly<{ line: number; column: number }>;

const placeAt = (text: string, offset: number): TextPlace => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
};

/**
 * The first place (line and column from 1) that is not JSON, in a text that `JSON.parse` refused; where only the end is
 * missing, the end.
 */
export const breakIn = (text: string): TextPlace => {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  return placeAt(text, errors[0]?.offset ?? text.length);
};
