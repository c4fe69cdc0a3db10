/** Pins what a service answers when it refuses: programs act on the code, and people read the sentence. */
import { expect, test } from '@jest/globals';
import type { Rejection } from '@mulin/kernel';

/** The name of a refusal, its code, and its kind as a `Rejection` has it (`refused`, `forbidden`, `unknown`, `malformed`). */
type Row<Name extends string> = readonly [name: Name, code: string, refusal: Rejection['refusal']];

/**
 * One test of each row: that refusal keeps its code and its kind, and says a sentence in English, with a full stop, and
 * one in Chinese, with a Chinese one. It is red, too, where the refusal is no sentence in either language.
 *
 * @param refusals what makes the refusals, by name; each is called without arguments.
 * @param rows the name, the code and the kind of each, as they were published.
 */
export const pinsRefusals = <Name extends string>(
  refusals: Readonly<Record<Name, () => Rejection>>,
  rows: readonly Row<Name>[],
): void => {
  test.each(rows)(
    'The refusal “%s” keeps its code, and says a sentence in both languages',
    (name, code, refusal) => {
      expect(refusals[name]()).toMatchObject({
        code,
        refusal,
        sentence: { en: expect.stringMatching(/\.$/), zh: expect.stringMatching(/\p{Script=Han}.*。$/u) },
      });
    },
  );
};
