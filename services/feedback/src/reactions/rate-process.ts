/** What rates are made of, as others tell it: recorded of every case, also where nobody is asked about it. */
import { on, type Reaction } from '@mulin/bus';
import {
  ArchivedCaseRoutedV1,
  BreachRevokedV1,
  type CaseReclassifiedV1,
  type CaseRegisteredV1,
  type CaseReopenedV1,
  ClockCancelledV2,
  type Contract,
  EndRevokedV1,
  OrderLeftToArbiterV1,
  OrderOfferedV1,
  type PublicEvent,
  VerdictGivenV1,
} from '@mulin/contracts';
import { causedBy, type CommandHandler, instant } from '@mulin/kernel';
import type { Event, HeardEvent, Judged, Stamp } from '../domain/rates/rate-events.js';
import { hear, type State } from '../domain/rates/rate-state.js';

const actor = 'feedback';
/** What stands before the id of an office where a unit is named. */
const officePrefix = 'office:';

type ConsumedEvent = Parameters<typeof causedBy>[0] &
  Readonly<{ subject: string; sequence?: string | undefined }>;

/** What was told before events were numbered stands before all that is. */
const stampOf = ({ sequence = '0' }: ConsumedEvent): Stamp => ({ sequence: Number(sequence) });

type Omitted<It> = It extends unknown ? Omit<It, keyof Stamp> : never;

type Observe = (event: ConsumedEvent, heard: HeardEvent) => Promise<unknown>;

type EventOf<One> = One extends Contract<infer Type, infer Data> ? PublicEvent<Type, Data> : never;

/** What begins and corrects cycles; whoever asked is asked about it too, so that one reaction does both. */
export type Filings = Readonly<{
  registered: (event: EventOf<typeof CaseRegisteredV1>) => Promise<unknown>;
  reclassified: (event: EventOf<typeof CaseReclassifiedV1>) => Promise<unknown>;
  reopened: (event: EventOf<typeof CaseReopenedV1>) => Promise<unknown>;
}>;

const filingsBy = (observe: Observe): Filings => ({
  registered: (event) => {
    const { number, cycle, menuItem, net, channel, archive } = event.data;
    const closedAt = archive?.closedAt ?? null;
    const closed = closedAt === null ? {} : { closedAt: instant(closedAt) };
    const untargeted = archive?.dueAt === null ? { isUntargeted: true as const } : {};
    const filing = { number, menuItem, net, channel, ...untargeted, ...closed };
    return observe(event, { type: 'CycleFiled', data: { cycle, ...filing, ...stampOf(event) } });
  },
  reclassified: (event) => {
    const { cycle, menuItem, net } = event.data;
    return observe(event, { type: 'CycleFiled', data: { cycle, menuItem, net, ...stampOf(event) } });
  },
  reopened: (event) => {
    const { cycle, number, menuItem, net } = event.data;
    const filing = { number, menuItem, net };
    return observe(event, { type: 'CycleFiled', data: { cycle, ...filing, ...stampOf(event) } });
  },
});

const places = (observe: Observe): readonly Reaction[] => {
  const placed = (
    event: ConsumedEvent & Readonly<{ time: string }>,
    cycle: number,
    { area, office = null }: Readonly<{ area: string | null; office?: string | null }>,
  ) =>
    observe(event, {
      type: 'CyclePlaced',
      data: { cycle, area, office, since: instant(event.time), ...stampOf(event) },
    });
  return [
    on(OrderOfferedV1, (event) => {
      const { cycle, area, unit } = event.data;
      const isOffice = unit?.startsWith(officePrefix) === true;
      return placed(event, cycle, isOffice ? { area, office: unit.slice(officePrefix.length) } : { area });
    }),
    on(OrderLeftToArbiterV1, (event) => placed(event, event.data.cycle, { area: event.data.area })),
    on(ArchivedCaseRoutedV1, (event) => placed(event, event.data.cycle, { area: event.data.area })),
  ];
};

const clocks = (observe: Observe): readonly Reaction[] => {
  type About = Readonly<{ cycle: number; clock: string }>;
  const judged = (event: ConsumedEvent & Readonly<{ data: About }>, standing: Omitted<Judged>) => {
    const { cycle, clock } = event.data;
    return observe(event, { type: 'ClockJudged', data: { cycle, clock, ...stampOf(event), ...standing } });
  };
  const verdictOf = ({ verdict, dueAt, endedAt }: EventOf<typeof VerdictGivenV1>['data']): Omitted<Judged> =>
    verdict === 'met'
      ? { standing: 'met', ...(endedAt === null ? {} : { endedAt: instant(endedAt) }) }
      : { standing: 'missed', dueAt: instant(dueAt) };
  return [
    on(VerdictGivenV1, (event) => judged(event, verdictOf(event.data))),
    on(BreachRevokedV1, (event) => judged(event, { standing: 'none' })),
    on(EndRevokedV1, (event) => judged(event, { standing: 'none' })),
    on(ClockCancelledV2, (event) => judged(event, { standing: 'none' })),
  ];
};

type Parts = Readonly<{ rates: CommandHandler<State, Event> }>;

export const rateProcess = ({ rates }: Parts) => {
  const observe: Observe = (event, heard) => rates(event.subject, hear(heard), causedBy(event, actor));
  return { filings: filingsBy(observe), reactions: [...places(observe), ...clocks(observe)] };
};
