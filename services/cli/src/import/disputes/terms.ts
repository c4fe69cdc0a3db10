/** Who owes whom how much by when, out of the words in which an agreement is read out. */
import type { DisputeMapping } from './dispute-mapping.js';
import { type Due, dueIn } from './dues.js';
import { type Mention, mentionsOf } from './mentions.js';
import { type NamedParty, withoutBrackets } from './parties.js';
import { type Sum, sumsIn } from './sums.js';

/** Parties by their place in the list. `due` of `null`: the words name no day. */
export type TermFound = Readonly<{
  party: number;
  toParty: number;
  what: string;
  cents: number;
  due: Due | null;
}>;

type TermsFound = Readonly<{
  terms: readonly TermFound[];
  /** Clauses with a sum of which nobody can say who owes it to whom, or how much it is. */
  unclear: readonly string[];
}>;

type Words = DisputeMapping['terms'];

/** A sum that somebody owes; `toParty` of `null`: it is not said to whom. */
type Owed = Readonly<{ party: number; toParty: number | null; cents: number; due: Due | null }>;

/** Nobody can say what this clause means. */
class Unclear extends Error {
  override readonly name = 'Unclear';
}

const holds = (words: readonly string[], text: string): boolean => words.some((word) => text.includes(word));

/** Sentences, and the numbered points of a list; a decimal point ends none. */
const clausesOf = (text: string): readonly string[] =>
  withoutBrackets(text.replaceAll(/[“”"]/g, ''))
    .split(/[。；;！？\n]|(?<![\d.．])\d{1,2}[.．、](?!\d)/)
    .map((it) => it.trim())
    .filter((it) => it !== '');

/** Where the last verb of owing begins and ends; `补偿款` is a noun. */
const lastVerb = (text: string, { pays, nouns }: Words): Readonly<{ from: number; until: number }> | null => {
  const places = pays.flatMap((verb) => {
    const from = text.lastIndexOf(verb);
    const until = from + verb.length;
    return from < 0 || nouns.some((noun) => text.startsWith(noun, until)) ? [] : [{ from, until }];
  });
  return places.reduce<(typeof places)[number] | null>(
    (last, it) => (last === null || it.until > last.until ? it : last),
    null,
  );
};

/** What surrounds a sum: the words up to it since the one before, and those up to the next one. */
type Around = Readonly<{ before: string; after: string; sum: Sum }>;

const aroundOf = (clause: string, sums: readonly Sum[]): readonly Around[] =>
  sums.map((sum, nth) => ({
    sum,
    before: clause.slice(sums[nth - 1]?.until ?? 0, sum.from),
    after: clause.slice(sum.until, sums[nth + 1]?.from ?? clause.length),
  }));

type Reader = Readonly<{
  words: Words;
  parties: number;
  mentionsIn: (text: string) => readonly Mention[];
}>;

const isPaid = (text: string, { from }: Mention, { to }: Words): boolean =>
  to.some((word) => text.slice(0, from).endsWith(word));

/** `undefined`: nobody is named; `null`: somebody who is no party. */
type Said = Readonly<{ payer: number | null | undefined; payee: number | null | undefined }>;

/** What is given stands between `将` and the verb, and whoever gives it before. */
const subjectEnds = (text: string, verbAt: number): number => {
  const before = text.slice(0, verbAt);
  const begin = Math.max(...['，', ',', '：', ':'].map((mark) => before.lastIndexOf(mark))) + 1;
  const object = before.slice(begin).search(/[将把]/);
  return object < 0 ? verbAt : begin + object;
};

/** Who pays and who is paid in a text with one verb, which ends and begins there. */
const saidIn = (text: string, verb: Readonly<{ from: number; until: number }>, reader: Reader): Said => {
  const mentions = reader.mentionsIn(text);
  const paid = mentions.filter((it) => isPaid(text, it, reader.words));
  const end = subjectEnds(text, verb.from);
  const payer = mentions.findLast((it) => it.until <= end && !paid.includes(it));
  const payee = paid.at(-1) ?? mentions.find((it) => it.from >= verb.until);
  return { payer: payer?.party, payee: payee?.party };
};

const saidAround = ({ before, after, sum }: Around, reader: Reader): Said | null => {
  const verb = lastVerb(before, reader.words);
  // `20万元给X` says after the sum to whom it goes.
  const afterSum = reader.mentionsIn(after).find((it) => isPaid(after, it, reader.words))?.party;
  if (verb !== null) {
    const said = saidIn(before, verb, reader);
    return { ...said, payee: said.payee === undefined ? afterSum : said.payee };
  }
  const later = lastVerb(after.split(/[，,]/, 1)[0] ?? '', reader.words);
  if (later === null || sum.cents === null) return null;
  return {
    payer: saidIn(before, { from: before.length, until: before.length }, reader).payer,
    payee: afterSum,
  };
};

/** By the words of its own, of those up to the next sum only the first ones that belong to it. */
const dueAround = ({ before, after }: Around, { words }: Reader): Due | null =>
  dueIn(before.slice(before.lastIndexOf('。') + 1), words.atOnce) ??
  dueIn(after.replace(/[，,](?:扣除|剩余|其中|第).*$/, ''), words.atOnce);

/** Whoever it is not said of pays as the one before; of two parties the other one is paid. */
const owedBy = (
  { payer, payee }: Said,
  last: Owed | undefined,
  parties: number,
): Pick<Owed, 'party' | 'toParty'> => {
  const party = payer === undefined ? last?.party : payer;
  if (typeof party !== 'number' || payee === null) throw new Unclear();
  return { party, toParty: payee ?? otherThan(party, last, parties) };
};

const otherThan = (party: number, last: Owed | undefined, parties: number): number | null =>
  parties === 2 ? 1 - party : (last?.toParty ?? null);

const readSum = (around: Around, last: Owed | undefined, reader: Reader): Owed | null => {
  const { words, parties } = reader;
  const { before, after, sum } = around;
  if (holds(words.notOwed, `${before.slice(-14)}…${after.slice(0, 6)}`)) return null;
  const isListed = last !== undefined && /^[、及和]/.test(before);
  const said = saidAround(around, reader) ?? (isListed ? { payer: undefined, payee: undefined } : null);
  if (said === null || sum.cents === null || holds(words.unclear, before)) throw new Unclear();
  return { ...owedBy(said, last, parties), cents: sum.cents, due: dueAround(around, reader) };
};

const sumOf = (all: readonly Owed[]): number => all.reduce((sum, { cents }) => sum + cents, 0);

/** `，共计300元` after what was listed. */
const isTotal = ({ before }: Around): boolean => /^[，,](?:以上)?(?:共计|合计|总计|总额)/.test(before);

const totalOf = (listed: readonly Owed[], around: Around, reader: Reader): readonly Owed[] => {
  const [first] = listed;
  const { cents } = around.sum;
  if (first === undefined || cents !== sumOf(listed)) throw new Unclear();
  return [{ ...first, cents, due: dueAround(around, reader) ?? listed.at(-1)?.due ?? null }];
};

/** Where the first sum is what the others come to, they are owed and it is not. */
const withoutParts = (all: readonly Owed[]): readonly Owed[] => {
  const [first, ...parts] = all;
  return first !== undefined && parts.length > 1 && first.cents === sumOf(parts) ? parts : all;
};

/** `A、B共赔偿C 3万元，其中A承担2万元，B承担1万元`: the parts are owed, and to whom the total is. */
const readParts = (around: readonly Around[], reader: Reader): readonly Owed[] => {
  const [total, ...parts] = around;
  if (total === undefined) throw new Unclear();
  const said = saidAround(total, reader);
  const whole: Owed = { party: -1, toParty: said?.payee ?? null, cents: total.sum.cents ?? 0, due: null };
  const read = parts.flatMap((it) => {
    const owed = readSum({ ...it, before: it.before.replace(/^[，,]其中/, '') }, undefined, reader);
    return owed === null ? [] : [{ ...owed, toParty: owed.toParty ?? whole.toParty }];
  });
  if (sumOf(read) !== whole.cents) throw new Unclear();
  return read;
};

const readClause = (clause: string, sums: readonly Sum[], reader: Reader): readonly Owed[] => {
  const { words } = reader;
  if (holds(words.conditions, clause)) throw new Unclear();
  const around = aroundOf(clause, sums);
  if (holds(words.parts, around[0]?.after ?? '')) return readParts(around, reader);
  const read = around.reduce<readonly Owed[]>((all, it) => {
    if (isTotal(it)) return totalOf(all, it, reader);
    const owed = readSum(it, all.at(-1), reader);
    return owed === null ? all : [...all, owed];
  }, []);
  return withoutParts(read);
};

const asTerm = (what: string, { party, toParty, cents, due }: Owed): TermFound => {
  if (toParty === null || toParty === party) throw new Unclear();
  return { party, toParty, what, cents, due };
};

const isSame = (one: TermFound, other: TermFound): boolean =>
  one.party === other.party && one.toParty === other.toParty && one.cents === other.cents;

/** The same sum once more is the same debt, or another one of another day; which of them, only its day tells. */
const refuseRepeated = (terms: readonly TermFound[], more: readonly TermFound[]): readonly TermFound[] => {
  const isTwice = more.some((it) => terms.some((known) => isSame(it, known) && !(it.due && known.due)));
  if (isTwice) throw new Unclear();
  return [...terms, ...more];
};

const firstSum = (clause: string): number | null => sumsIn(clause)[0]?.cents ?? null;

/** A clause that only says when: of what was said before and has no day, all of it, or the sum that it repeats. */
const dated = (terms: readonly TermFound[], due: Due, cents: number | null): readonly TermFound[] =>
  terms.map((it) => (it.due === null && (cents === null || it.cents === cents) ? { ...it, due } : it));

const isRepeated = (clause: string, terms: readonly TermFound[]): boolean => {
  const cents = firstSum(clause);
  return sumsIn(clause).length === 1 && terms.some((it) => it.cents === cents && it.due === null);
};

/** All of it or nothing: what is unclear is listed, and whoever records an agreement looks whether there is any. */
export const termsIn = (
  text: string,
  parties: readonly NamedParty[],
  { parties: names, terms: words }: Pick<DisputeMapping, 'parties' | 'terms'>,
): TermsFound => {
  const reader = { words, parties: parties.length, mentionsIn: mentionsOf(parties, names) };
  let terms: readonly TermFound[] = [];
  const unclear: string[] = [];
  for (const clause of clausesOf(text)) {
    const sums = sumsIn(clause);
    const due = dueIn(clause, words.atOnce);
    if (sums.length === 0 || (due !== null && isRepeated(clause, terms))) {
      if (due !== null) terms = dated(terms, due, firstSum(clause));
      continue;
    }
    try {
      const more = readClause(clause, sums, reader).map((owed) => asTerm(clause, owed));
      terms = refuseRepeated(terms, more);
    } catch (error) {
      if (!(error instanceof Unclear)) throw error;
      unclear.push(clause);
    }
  }
  return { terms, unclear };
};
