/** `mulin disputes` and `mulin dispute NUMBER`: quarrels before the committee, and how one of them stands. */
import type { Surroundings } from '../surroundings.js';
import { type Outcome, table } from '../terminal.js';
import type { Texts } from '../texts/texts.js';
import { called, minuteOf } from './cases.js';

type Summary = Readonly<{
  number: string;
  kind: string;
  colour: string;
  area: string;
  state: string;
  mediator: string | null;
  openedAt: string;
  caseNumber: string | null;
  outcome: string | null;
}>;

type Party = Readonly<{
  party: string;
  role: string;
  isBody: boolean;
  consent: string | null;
  representatives: readonly string[];
}>;

type Session = Readonly<{
  session: number;
  from: string;
  until: string;
  state: string;
  present: readonly string[];
}>;

/** `amount` is in cents. */
type Term = Readonly<{
  term: number;
  party: string;
  toParty: string;
  amount: number | null;
  dueAt: string;
  performedAt: string | null;
  isInPart: boolean;
  isAdvised: boolean;
}>;

type Agreement = Readonly<{
  version: number;
  form: string;
  terms: readonly Term[];
  effectAt: string | null;
  confirmationSoughtAt: string | null;
  confirmation: string | null;
}>;

/** A dispute, as mediation answers with it. */
type Dispute = Summary &
  Readonly<{
    disputeId: string;
    door: string;
    parties: readonly Party[];
    isChallenged: boolean;
    sessions: readonly Session[];
    agreement: Agreement | null;
    dangers: readonly { danger: number; at: string; acknowledgedAt: string | null }[];
    otherWays: readonly string[];
    endedAt: string | null;
  }>;

type Page<Row> = Readonly<{ items: readonly Row[]; next: string | null }>;
type Wanted = Readonly<
  Partial<Record<'state' | 'colour' | 'mediator' | 'area' | 'limit' | 'cursor', string>>
>;

/** The command line calls it `id`, as of a case. */
const renamed = <It extends Readonly<{ disputeId: string }>>({ disputeId: id, ...rest }: It) => ({
  id,
  ...rest,
});

export const disputesCommand = async ({ town, texts }: Surroundings, wanted: Wanted): Promise<Outcome> => {
  const { state, colour, mediator, area, limit, cursor } = wanted;
  const filters = Object.entries({ state, colour, mediator, area, limit, cursor }).flatMap(
    ([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]),
  );
  const asked = filters.length === 0 ? '' : `?${new URLSearchParams(filters).toString()}`;
  const { items, next } = await town().get<Page<Summary & { disputeId: string }>>(`/api/v1/disputes${asked}`);
  const { disputes, cases } = texts;
  const more = next === null ? [] : ['', cases.more(next)];
  return {
    json: { items: items.map(renamed), next },
    lines: items.length === 0 ? [disputes.none] : [...table(disputes.heads, rowsOf(items, texts)), ...more],
  };
};

const rowsOf = (items: readonly Summary[], { disputes }: Texts) =>
  items.map((it) => [
    it.number,
    called(disputes.words.state, it.state),
    called(disputes.words.kind, it.kind),
    called(disputes.words.colour, it.colour),
    it.area,
    it.mediator ?? disputes.nobody,
    minuteOf(it.openedAt),
  ]);

export const disputeCommand = async ({ town, texts }: Surroundings, number: string): Promise<Outcome> => {
  const it = await town().get<Dispute>(`/api/v1/disputes/${encodeURIComponent(number)}`);
  const parts = [aboutLines, partyLines, sessionLines, agreementLines, dangerLines].map((lines) =>
    lines(it, texts),
  );
  return {
    json: renamed(it),
    lines: [
      headOf(it, texts),
      ...parts.filter((lines) => lines.length > 0).flatMap((lines) => ['', ...lines]),
    ],
  };
};

const headOf = ({ number, state, kind, colour, disputeId }: Dispute, { disputes: { words } }: Texts) =>
  [
    number,
    called(words.state, state),
    called(words.kind, kind),
    called(words.colour, colour),
    disputeId,
  ].join(' · ');

const some = (line: string | false | null): readonly string[] =>
  line === false || line === null ? [] : [line];

const aboutLines = (it: Dispute, { disputes }: Texts): readonly string[] => {
  const { words } = disputes;
  const ways = it.otherWays.map((way) => called(words.otherWay, way));
  return [
    disputes.openedBy(minuteOf(it.openedAt), called(words.door, it.door)),
    ...some(it.caseNumber && disputes.fromCase(it.caseNumber)),
    disputes.mediatedBy(it.mediator ?? disputes.nobody),
    ...some(it.isChallenged && disputes.challenged),
    ...some(it.endedAt && disputes.endedAt(minuteOf(it.endedAt), called(words.outcome, it.outcome ?? ''))),
    ...some(ways.length > 0 && disputes.otherWays(ways)),
  ];
};

/** Nobody is named here: parties are counted, as in the order in which they were named. */
const nthOf = ({ parties }: Dispute, party: string): string =>
  String(parties.findIndex((it) => it.party === party) + 1);

const partyLines = ({ parties }: Dispute, { disputes }: Texts): readonly string[] => {
  const { words } = disputes;
  const rows = parties.map(({ role, isBody, consent, representatives }, nth) => [
    String(nth + 1),
    called(words.role, role),
    consent === null ? disputes.notAsked : called(words.consent, consent),
    [
      ...some(isBody && disputes.body),
      ...representatives.map((authority) => called(words.representative, authority)),
    ].join(' · '),
  ]);
  return table(disputes.partyHeads, rows);
};

const sessionLines = ({ sessions, parties }: Dispute, { disputes }: Texts): readonly string[] => {
  const rows = sessions.map(({ session, state, from, until, present }) => [
    String(session),
    called(disputes.words.session, state),
    minuteOf(from),
    minuteOf(until),
    state === 'held' ? `${present.length}/${parties.length}` : '',
  ]);
  return sessions.length === 0 ? [] : table(disputes.sessionHeads, rows);
};

const performance = ({ performedAt, isInPart, isAdvised }: Term, { disputes }: Texts): string => {
  if (performedAt !== null) return minuteOf(performedAt);
  return isAdvised ? disputes.advised : isInPart ? disputes.inPart : '';
};

const yuan = 100;

const agreementLines = (it: Dispute, texts: Texts): readonly string[] => {
  if (it.agreement === null) return [];
  const { disputes } = texts;
  const { form, version, effectAt, confirmationSoughtAt, confirmation, terms } = it.agreement;
  const rows = terms.map((term) => [
    String(term.term),
    nthOf(it, term.party),
    nthOf(it, term.toParty),
    term.amount === null ? '' : (term.amount / yuan).toFixed(2),
    minuteOf(term.dueAt),
    performance(term, texts),
  ]);
  return [
    disputes.agreementOf(
      called(disputes.words.form, form),
      version,
      effectAt === null ? null : minuteOf(effectAt),
    ),
    ...table(disputes.termHeads, rows),
    ...some(confirmationSoughtAt && disputes.soughtAt(minuteOf(confirmationSoughtAt))),
    ...some(confirmation && called(disputes.words.confirmation, confirmation)),
  ];
};

const dangerLines = ({ dangers }: Dispute, { disputes }: Texts): readonly string[] =>
  dangers.map(({ danger, at, acknowledgedAt }) =>
    disputes.danger(danger, minuteOf(at), acknowledgedAt === null ? null : minuteOf(acknowledgedAt)),
  );
