/** What the papers of a dispute are made of: how it stands, what was said, and how the town shows time and money. */
import type { Instant } from '@mulin/kernel';
import type { fileFor } from '../read-file.js';
import type { Known } from '../../domain/dispute/dispute-state.js';
import { type Language, paperWords } from './paper-words.js';

type File = Awaited<ReturnType<typeof fileFor>>;

export type Paper = Readonly<{
  language: Language;
  state: Known;
  file: File;
  /** How the committee is called, as its seal has it. */
  committee: string;
  /** How the mediator is called. */
  mediator: string | null;
  /** A moment as people of the town read it, such as `2026年3月2日 10:00`. */
  shown: (at: Instant) => string;
  /** The day alone. */
  dayOf: (at: Instant) => string;
}>;

/** How a party is called; where somebody was erased, that. */
export const nameOf = ({ file, language }: Paper, party: string): string =>
  file.parties.find((it) => it.party === party)?.name ?? paperWords(language).erased;

const yuan = 100;

/** In cents; `null`: it is not about money. */
const money = (language: Language, cents: number | undefined): string | null => {
  if (cents === undefined) return null;
  const amount = new Intl.NumberFormat('en', { minimumFractionDigits: 2 }).format(cents / yuan);
  return language === 'zh' ? `${amount} 元` : `CNY ${amount}`;
};

/** One term in a sentence: who, to whom, what, how much and by when. */
export const termText = (
  paper: Paper,
  { term, party, toParty, amount, dueAt }: NonNullable<Known['agreement']>['terms'][number],
): string => {
  const { language, file, dayOf } = paper;
  const what = file.agreement?.terms.find((it) => it.term === term)?.what ?? paperWords(language).erased;
  const [who, whom, sum, day] = [
    nameOf(paper, party),
    nameOf(paper, toParty),
    money(language, amount),
    dayOf(dueAt),
  ];
  return language === 'zh'
    ? `${who}于 ${day}（含当日）前向${whom}履行：${what}${sum === null ? '' : `，金额 ${sum}`}。`
    : `${who}, to ${whom}, by ${day}: ${what}${sum === null ? '' : ` (${sum})`}.`;
};
