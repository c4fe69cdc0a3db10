/** What others tell of a case: recorded beside it, and whoever asked is asked when somebody else has verified the work. */
import { on, type Reaction } from '@mulin/bus';
import {
  CaseClosedV1,
  CaseDeclinedV1,
  CaseMergedV1,
  CaseReclassifiedV1,
  CaseRegisteredV1,
  CaseReopenedV1,
  CaseUnmergedV1,
  CaseWithdrawnV1,
  FinishRefusedV1,
  OrderFinishedV1,
  OrderVerifiedV1,
} from '@mulin/contracts';
import { causedBy, type CommandHandler, instant } from '@mulin/kernel';
import { observe } from '../domain/observing.js';
import type { Asking, Event, ObservedEvent, OverBecause, Terms } from '../domain/rating-events.js';
import type { State } from '../domain/rating-state.js';
import type { Filings } from './rate-process.js';

const actor = 'feedback';

type Parts = Readonly<{
  cases: CommandHandler<State, Event>;
  schedule: (caseId: string, state: State) => Promise<void>;
  /** `null`: the town asks nobody. */
  terms: Terms | null;
  /** What the rates are told of the same events. */
  filings: Filings;
}>;

type ConsumedEvent = Parameters<typeof causedBy>[0] &
  Readonly<{
    subject: string;
    time: string;
    actor?: string | undefined;
    actorrole?: string | undefined;
    sequence?: string | undefined;
  }>;
type Observe = (event: ConsumedEvent, observed: ObservedEvent | null) => Promise<void>;

/** Before it was told which round a finish is, an order was finished once. */
const firstRound = 1;

const noting = (event: ConsumedEvent, asking: Asking): ObservedEvent => ({
  type: 'CaseNoted',
  data: { ...asking, notedAt: instant(event.time), sequence: event.sequence ?? '' },
});

/** A resident's account is told as a pseudonym. */
const askerOf = ({ actor: by, actorrole }: ConsumedEvent): string | null =>
  actorrole === 'resident' && by !== undefined ? by : null;

type Corrected = Readonly<{
  menuItem: string;
  wordsId?: string | undefined;
  isFirstPerson?: true | undefined;
}>;

/**
 * Whose case it was by mistake can neither rate it nor read its letter any more. Words are kept anew only for another
 * person, whatever reason was named; or for whoever was noted first, who can do both again.
 */
const corrected = (
  event: ConsumedEvent,
  { isFirstPerson: _, ...asking }: Asking,
  { menuItem, wordsId, isFirstPerson }: Corrected,
): ObservedEvent => {
  if (wordsId === undefined) return noting(event, { ...asking, menuItem });
  const { firstAsker = null } = asking;
  const whose =
    isFirstPerson === true ? ({ asker: firstAsker, isFirstPerson } as const) : ({ asker: null } as const);
  return noting(event, { ...asking, menuItem, wordsId, ...whose });
};

const askings = (hearing: Observe, { cases, filings }: Parts): readonly Reaction[] => [
  on(CaseRegisteredV1, async (event) => {
    await filings.registered(event);
    const { number, menuItem, wordsId = null, archive, splitFrom } = event.data;
    // Nobody is asked about history.
    if (archive) return undefined;
    const reportedAt = instant(event.time);
    const isPart = splitFrom !== undefined && splitFrom.isOfSomebodyElse !== true;
    const whole = isPart ? { splitFrom: splitFrom.caseId } : {};
    return hearing(
      event,
      noting(event, { number, menuItem, reportedAt, asker: askerOf(event), wordsId, ...whole }),
    );
  }),
  on(CaseReclassifiedV1, async (event) => {
    await filings.reclassified(event);
    // Of one key, intake's registration comes first.
    const { asking } = (await cases.query(event.subject)).state;
    return hearing(event, asking && corrected(event, asking, event.data));
  }),
  on(CaseReopenedV1, async (event) => {
    await filings.reopened(event);
    return hearing(event, { type: 'CycleBegan', data: { cycle: event.data.cycle } });
  }),
];

const ends = (hearing: Observe): readonly Reaction[] => {
  const ended = (
    event: ConsumedEvent & { data: { cycle: number } },
    because: OverBecause,
    into: { into?: string } = {},
  ) => {
    const { cycle } = event.data;
    return hearing(event, {
      type: 'CycleEnded',
      data: { cycle, because, ...into, endedAt: instant(event.time) },
    });
  };
  return [
    on(CaseClosedV1, (event) => {
      const { duplicateOf } = event.data;
      return duplicateOf === undefined
        ? ended(event, 'closed')
        : ended(event, 'merged', { into: duplicateOf.caseId });
    }),
    on(CaseDeclinedV1, (event) => ended(event, 'declined')),
    on(CaseWithdrawnV1, (event) => ended(event, 'withdrawn')),
    on(CaseMergedV1, async (event) => {
      const { part, survivorId } = event.data;
      return part === 'merged' ? ended(event, 'merged', { into: survivorId }) : undefined;
    }),
    on(CaseUnmergedV1, async (event) => {
      const { part, cycle } = event.data;
      if (part === 'survivor') return undefined;
      return hearing(event, { type: 'MergeUndone', data: { cycle, undoneAt: instant(event.time) } });
    }),
  ];
};

const orders = (hearing: Observe): readonly Reaction[] => [
  on(OrderFinishedV1, (event) => {
    const { cycle, round = firstRound, member, area = null, result } = event.data;
    const finish = { cycle, round, member, area, result, finishedAt: instant(event.time) };
    return hearing(event, { type: 'FinishNoted', data: finish });
  }),
  on(FinishRefusedV1, (event) => {
    const { cycle, round } = event.data;
    return hearing(event, { type: 'FinishRefusalNoted', data: { cycle, round } });
  }),
  on(OrderVerifiedV1, (event) => {
    const { number, cycle, round, area, handlers, result } = event.data;
    const verification = { number, cycle, round, area, handlers, result, verifiedAt: instant(event.time) };
    return hearing(event, { type: 'VerificationNoted', data: verification });
  }),
];

export const ratingProcess = (parts: Parts): readonly Reaction[] => {
  const { cases, schedule, terms } = parts;
  const hearing: Observe = async (event, observed) => {
    if (observed === null) return;
    const { state } = await cases(event.subject, observe(observed, terms), causedBy(event, actor));
    // From state, not from the new events: a crash between the two heals when the message comes again.
    await schedule(event.subject, state);
  };
  return [...askings(hearing, parts), ...ends(hearing), ...orders(hearing)];
};
