/** What was said in a mediation, by whom, and what was agreed there. */
import type { DisputeMapping } from './dispute-mapping.js';
import { type Named, sidesOf, withoutBrackets } from './parties.js';
import { sumsIn } from './sums.js';

type Line = Readonly<{ speaker: string; text: string; strategy: string }>;

/** Parties by their place in the list. */
type Dialogue = Readonly<{
  /** What each party said, in order. */
  said: ReadonlyMap<number, readonly string[]>;
  /** The words in which an agreement was read out; `null`: none was. */
  agreement: string | null;
  /** Which parties agreed to it after that. */
  agreed: ReadonlySet<number>;
  /** Who spoke, is no helper, and speaks for no party. */
  unknown: readonly string[];
}>;

const textIn = (it: unknown, field: string): string => {
  const value = typeof it === 'object' && it !== null ? (it as Record<string, unknown>)[field] : undefined;
  return typeof value === 'string' ? value.trim() : '';
};

const linesOf = (value: unknown, { speaker, text, strategy }: DisputeMapping['dialogue']): readonly Line[] =>
  Array.isArray(value)
    ? value.map((it: unknown) => ({
        speaker: textIn(it, speaker),
        text: textIn(it, text),
        strategy: textIn(it, strategy),
      }))
    : [];

/** The last one with a sum in it, else the first one: what follows it are thanks. */
const agreementAt = (lines: readonly Line[], strategies: readonly string[]): number => {
  const isAgreement = ({ strategy }: Line) => strategies.includes(strategy);
  const last = lines.findLastIndex((it) => isAgreement(it) && sumsIn(it.text).length > 0);
  return last >= 0 ? last : lines.findIndex(isAgreement);
};

const saysYes = (text: string, { agrees, refuses }: DisputeMapping['terms']): boolean =>
  agrees.some((word) => text.includes(word)) && !refuses.some((word) => text.includes(word));

export const dialogueOf = (value: unknown, named: Named, mapping: DisputeMapping): Dialogue => {
  const { dialogue, parties, terms } = mapping;
  const lines = linesOf(value, dialogue);
  const sides = lines.map(({ speaker }) =>
    speaker === dialogue.mediator ? [] : sidesOf(speaker, named, parties),
  );
  const said = new Map<number, readonly string[]>();
  lines.forEach(({ text }, nth) => {
    for (const side of sides[nth] ?? []) said.set(side, [...(said.get(side) ?? []), text]);
  });
  const at = agreementAt(lines, dialogue.agreement);
  const agreed = lines.flatMap(({ text }, nth) =>
    at >= 0 && nth > at && saysYes(text, terms) ? (sides[nth] ?? []) : [],
  );
  const isKnown = ({ speaker }: Line, nth: number) =>
    speaker === dialogue.mediator ||
    (sides[nth] ?? []).length > 0 ||
    named.helpers.some((helper) => withoutBrackets(speaker).startsWith(helper));
  return {
    said,
    agreement: at < 0 ? null : (lines[at]?.text ?? null),
    agreed: new Set(agreed),
    unknown: [...new Set(lines.filter((it, nth) => !isKnown(it, nth)).map(({ speaker }) => speaker))],
  };
};
