/** A row of a file as a dispute: who quarrels about what, what each said, and what they agreed on. */
import { createHash } from 'node:crypto';
import { RowRefused, missing, type SourceRow, textOf, tooLong } from '@mulin/imports';
import { dialogueOf } from './dialogue.js';
import type { DisputeMapping } from './dispute-mapping.js';
import { type Named, partiesOf, sidesOf, type NamedParty } from './parties.js';
import { type TermFound, termsIn } from './terms.js';

export type AgreementFound = Readonly<{
  /** As it was read out. */
  words: string;
  terms: readonly TermFound[];
  /** How many of its sums nobody can read. */
  unclear: number;
  /** By their place in the list of parties. */
  agreed: readonly number[];
  isAboutStatus: boolean;
}>;

/** Parties by their place in `parties`. */
export type DisputeRow = Readonly<{
  /** The same for the same row of the same source, in whatever file it comes. */
  key: string;
  kind: string;
  facts: string;
  parties: readonly Pick<NamedParty, 'name' | 'isBody'>[];
  statements: readonly Readonly<{ party: number; text: string }>[];
  /** Who spoke in the mediation, and so wanted it. */
  present: readonly number[];
  agreement: AgreementFound | null;
  /** How many came to help. */
  helpers: number;
  /** How many spoke of whom nobody can say for which party. */
  unknownSpeakers: number;
}>;

const wordsMax = 20_000;
const nameMax = 200;
const keyLength = 32;

const wordsOf = (row: SourceRow, columns: readonly string[]): string => {
  const words = columns
    .map((column) => textOf(row, column))
    .filter((text) => text !== '')
    .join('\n');
  const [column = ''] = columns;
  if (words === '') throw missing(column);
  if (words.length > wordsMax) throw tooLong(column, wordsMax);
  return words;
};

type Statement = DisputeRow['statements'][number];

/** Refused where the town would not take it. */
const checked =
  (column: string) =>
  (it: Statement): Statement => {
    if (it.text.length > wordsMax) throw tooLong(column, wordsMax);
    return it;
  };

const namedIn = (row: SourceRow, column: string, mapping: DisputeMapping): Named => {
  const named = partiesOf(textOf(row, column), mapping.parties);
  if (named.parties.some(({ name }) => name.length > nameMax)) throw tooLong(column, nameMax);
  if (named.parties.length < 2)
    throw new RowRefused(column, 'no-two-sides', {
      en: 'It names fewer than two parties, besides those who came to help.',
      zh: '除协助调解的人员外，当事人不足两方。',
    });
  return named;
};

/** What a party says for itself, by its name. */
const standpointsOf = (
  value: unknown,
  named: Named,
  words: DisputeMapping['parties'],
): DisputeRow['statements'] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, text]) =>
        typeof text === 'string' && text.trim() !== ''
          ? sidesOf(name, named, words).map((party) => ({ party, text: text.trim() }))
          : [],
      );

const agreementOf = (
  { agreement: words, agreed }: ReturnType<typeof dialogueOf>,
  { parties }: Named,
  mapping: DisputeMapping,
): AgreementFound | null => {
  if (words === null) return null;
  const { terms, unclear } = termsIn(words, parties, mapping);
  return {
    words,
    terms,
    unclear: unclear.length,
    agreed: [...agreed],
    isAboutStatus: mapping.terms.status.some((word) => words.includes(word)),
  };
};

/** Refused (`RowRefused`): `missing`, `too-long`, `no-two-sides`, and what `textOf` refuses. */
export const disputeReader = (mapping: DisputeMapping) => {
  const { name, columns, kinds } = mapping;

  return (row: SourceRow): DisputeRow => {
    const named = namedIn(row, columns.parties, mapping);
    const spoken = dialogueOf(columns.dialogue && row[columns.dialogue], named, mapping);
    const standpoints = standpointsOf(
      columns.standpoints && row[columns.standpoints],
      named,
      mapping.parties,
    );
    const word = textOf(row, columns.kind);
    const id = columns.id.map((column) => textOf(row, column));
    return {
      key: createHash('sha256')
        .update(JSON.stringify([name, ...id]))
        .digest('hex')
        .slice(0, keyLength),
      kind: Object.hasOwn(kinds.of, word) ? (kinds.of[word] ?? kinds.default) : kinds.default,
      facts: wordsOf(row, columns.facts),
      parties: named.parties.map(({ name: called, isBody }) => ({ name: called, isBody })),
      statements: [
        ...standpoints,
        ...[...spoken.said].map(([party, texts]) => ({ party, text: texts.join('\n') })),
      ].map(checked(columns.dialogue ?? columns.facts[0] ?? '')),
      present: [...spoken.said.keys()].sort((one, other) => one - other),
      agreement: agreementOf(spoken, named, mapping),
      helpers: named.helpers.length,
      unknownSpeakers: spoken.unknown.length,
    };
  };
};
