/**
 * The file of a dispute as it is kept: application, registration, investigation, minutes, agreement, performance and
 * call-back, as far as whoever asks may read them.
 */
import type { Block, Document, Entry } from '@mulin/documents';
import {
  disputeDoorWords,
  disputeKindWords,
  disputeOutcomeWords,
  type LocalizedText,
  partyRoleWords,
  riskColourWords,
} from '@mulin/kernel';
import { paperWords } from './paper-words.js';
import { nameOf, type Paper, termText } from './reading.js';

/** What no word is known for is shown as it is. */
const wordFor = (words: Readonly<Record<string, LocalizedText>>, code: string, { language }: Paper): string =>
  words[code]?.[language] ?? code;

const registration = (paper: Paper): readonly Block[] => {
  const { language, state, shown, mediator } = paper;
  const words = paperWords(language);
  const entries: readonly Entry[] = [
    { key: words.number, value: state.number },
    { key: words.openedAt, value: shown(state.openedAt) },
    { key: words.kind, value: wordFor(disputeKindWords, state.kind, paper) },
    { key: words.colour, value: wordFor(riskColourWords, state.colour, paper) },
    { key: words.door, value: wordFor(disputeDoorWords, state.door, paper) },
    { key: words.mediator, value: mediator ?? words.nobody },
  ];
  return [
    { kind: 'heading', text: words.application },
    { kind: 'entries', entries, across: 2 },
    ...(paper.file.facts === null ? [] : text(words.facts, paper.file.facts, paper)),
  ];
};

const text = (head: string, content: string | null, { language }: Paper): readonly Block[] => [
  { kind: 'heading', text: head },
  { kind: 'paragraph', text: content ?? paperWords(language).erased },
];

const parties = (paper: Paper): readonly Block[] => {
  const { language, state, file } = paper;
  const words = paperWords(language);
  const will = (consent: (typeof state.parties)[number]['consent']) =>
    consent === null ? words.unsaid : consent.isGiven ? words.given : words.refused;
  return [
    { kind: 'heading', text: words.parties },
    {
      kind: 'table',
      columns: [
        { head: words.parties, share: 2 },
        { head: words.name, share: 3 },
        { head: words.phone, share: 3 },
        { head: words.will, share: 4 },
      ],
      rows: state.parties.map(({ party, role, consent, representatives }) => [
        partyRoleWords[role][language],
        nameOf(paper, party),
        file.parties.find((it) => it.party === party)?.phone ?? '',
        [will(consent), ...(representatives.length > 0 ? [words.representative] : [])].join('; '),
      ]),
    },
  ];
};

/** Each with whose it is and when; nothing at all where there is none. */
const said = (head: string, items: readonly string[]): readonly Block[] =>
  items.length === 0
    ? []
    : [{ kind: 'heading', text: head }, ...items.map((item): Block => ({ kind: 'paragraph', text: item }))];

const heard = (paper: Paper): readonly Block[] => {
  const { language, state, file, shown } = paper;
  const words = paperWords(language);
  const colon = language === 'zh' ? '：' : ': ';
  return [
    ...said(
      words.representatives,
      file.representatives.map(({ party, authority, name, evidence }) =>
        [
          `${nameOf(paper, party)}${colon}${name ?? words.erased}`,
          authority === 'special' ? words.special : words.general,
          evidence ?? words.erased,
        ].join(language === 'zh' ? '，' : ', '),
      ),
    ),
    ...said(
      words.statements,
      file.statements.map(
        ({ party, text: words_, madeAt }) =>
          `${nameOf(paper, party)} (${shown(madeAt)})${colon}${words_ ?? words.erased}`,
      ),
    ),
    ...said(
      words.sessions,
      file.minutes.map(({ session, text: minutes }) => {
        const from = state.sessions.find((it) => it.session === session)?.from;
        return `${session}. ${from === undefined ? '' : shown(from)}${colon}${minutes ?? words.erased}`;
      }),
    ),
    ...said(
      words.proposals,
      file.proposals.map(({ from, text: proposal }) => {
        const who = from === 'mediator' ? words.mediator : nameOf(paper, from);
        return `${who}${colon}${proposal ?? words.erased}`;
      }),
    ),
  ];
};

const performance = (paper: Paper): readonly Block[] => {
  const { language, state, dayOf } = paper;
  const words = paperWords(language);
  const { agreement } = state;
  if (agreement === null) return [];
  const stands = (term: number): string => {
    const at = agreement.performed[term];
    if (at !== undefined) return dayOf(at);
    return agreement.inPart.includes(term) ? words.inPart : words.notDone;
  };
  return [
    { kind: 'heading', text: words.agreement },
    { kind: 'terms', items: agreement.terms.map((term) => termText(paper, term)) },
    { kind: 'heading', text: words.performance },
    {
      kind: 'table',
      columns: [
        { head: words.term, share: 1 },
        { head: words.who, share: 3 },
        { head: words.toWhom, share: 3 },
        { head: words.due, share: 3 },
        { head: words.done, share: 3 },
      ],
      rows: agreement.terms.map(({ term, party, toParty, dueAt }) => [
        String(term),
        nameOf(paper, party),
        nameOf(paper, toParty),
        dayOf(dueAt),
        stands(term),
      ]),
    },
  ];
};

const end = (paper: Paper): readonly Block[] => {
  const { language, state, file, dayOf } = paper;
  const words = paperWords(language);
  const calls = file.callBacks.map(({ party, isKept, words: said_, at }) => {
    const how = isKept ? words.kept : words.notKept;
    return `${dayOf(at)} ${nameOf(paper, party)} ${how}${said_ === null ? '' : `: ${said_}`}`;
  });
  const outcome =
    state.end === null
      ? words.goesOn
      : `${wordFor(disputeOutcomeWords, state.end.outcome, paper)} (${dayOf(state.end.at)})`;
  return [
    ...said(words.callBacks, calls),
    { kind: 'heading', text: words.outcome },
    { kind: 'paragraph', text: outcome },
  ];
};

/** The last moment at which anything was recorded in it: the same file is the same document. */
export const filePaper = (paper: Paper, drawnUpAt: Document['drawnUpAt']): Document => {
  const { language, state, committee } = paper;
  const words = paperWords(language);
  return {
    language,
    title: words.file,
    number: state.number,
    drawnUpAt,
    blocks: [
      { kind: 'title', text: words.file },
      { kind: 'subtitle', text: committee, number: state.number },
      ...registration(paper),
      ...parties(paper),
      ...heard(paper),
      ...performance(paper),
      ...end(paper),
    ],
  };
};
