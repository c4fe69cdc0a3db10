/** An agreement as somebody writes it down, and what is still wrong with it. */
import { momentOf } from '../../parts/town-clock';
import type { Dispute, File } from './here';

export type TermDraft = Readonly<{
  party: string;
  toParty: string;
  what: string;
  /** In yuan, as it was typed. */
  sum: string;
  /** `2026-05-06`; the end of that day is meant. */
  day: string;
}>;
export type AgreementDraft = Readonly<{
  form: 'written' | 'oral';
  facts: string;
  isAboutStatus: boolean;
  terms: readonly TermDraft[];
  agreed: readonly string[];
}>;

export const newTerm = ({ parties }: Dispute): TermDraft => {
  const debtor = parties.find(({ role }) => role === 'respondent')?.party ?? '';
  const creditor = parties.find(({ role }) => role === 'applicant')?.party ?? '';
  return { party: debtor, toParty: creditor, what: '', sum: '', day: '' };
};

type Term = NonNullable<Dispute['agreement']>['terms'][number];

const draftOf = ({ party, toParty, amount, dueAt }: Term, what: string): TermDraft => ({
  ...{ party, toParty, what, day: dueAt.slice(0, 10) },
  sum: amount === null ? '' : String(amount / 100),
});

const writtenIn = (file: File | null) => {
  const written = file?.agreement ?? null;
  return { facts: written?.facts ?? '', terms: written?.terms ?? [] };
};

/** One to begin with: what stands, where something does, else a term of the respondent towards the applicant. */
export const firstDraft = (it: Dispute, file: File | null): AgreementDraft => {
  const { agreement } = it;
  const written = writtenIn(file);
  const what = (term: number) => written.terms.find((one) => one.term === term)?.what ?? '';
  const terms = (agreement?.terms ?? []).map((term) => draftOf(term, what(term.term)));
  return {
    form: 'written',
    facts: written.facts,
    isAboutStatus: agreement?.isAboutStatus ?? false,
    terms: terms.length === 0 ? [newTerm(it)] : terms,
    agreed: [],
  };
};

/** Cents; `null`: none was named; `undefined`: it is no sum. */
const centsOf = (sum: string): number | null | undefined => {
  const text = sum.replace(/[,，\s]/g, '');
  if (text === '') return null;
  return /^\d{1,9}(\.\d{1,2})?$/.test(text) && Number(text) > 0 ? Math.round(Number(text) * 100) : undefined;
};

type Fault = 'noDue' | 'noWhat' | 'oneself' | 'noSum';
type Faults = Readonly<Partial<Record<'day' | 'what' | 'toParty' | 'sum', Fault>>>;

export const faultsOf = ({ party, toParty, what, sum, day }: TermDraft): Faults => ({
  ...(day === '' ? { day: 'noDue' } : {}),
  ...(what.trim() === '' ? { what: 'noWhat' } : {}),
  ...(party === toParty ? { toParty: 'oneself' } : {}),
  ...(centsOf(sum) === undefined ? { sum: 'noSum' } : {}),
});

export const isSound = ({ terms }: AgreementDraft): boolean =>
  terms.every((term) => Object.keys(faultsOf(term)).length === 0);

/** The end of that day in the town. */
const endOf = (zone: string, day: string): string => momentOf(zone, `${day}T23:59`) ?? '';

/** As the API takes it; asked only of a sound one. */
export const bodyOf = (zone: string, { form, facts, isAboutStatus, terms, agreed }: AgreementDraft) => ({
  form,
  isAboutStatus,
  ...(facts.trim() === '' ? {} : { facts: facts.trim() }),
  terms: terms.map(({ party, toParty, what, sum, day }) => {
    const cents = centsOf(sum);
    return {
      ...{ party, toParty, what: what.trim(), dueAt: endOf(zone, day) },
      ...(typeof cents === 'number' ? { amount: cents } : {}),
    };
  }),
  agreed: form === 'oral' ? [...agreed] : [],
});
