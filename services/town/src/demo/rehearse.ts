/** Plays the made-up month from its first day to now, and hands over what every service recorded of it. */
import {
  type Instant,
  msBetween,
  newCorrelation,
  plus,
  day,
  type RecordedEvent,
  type Upcasts,
} from '@mulin/kernel';
import type { Platform } from '@mulin/service';
import type { Pack } from '@mulin/pack';
import { services } from '../host/services.js';
import { castOf } from '../story/cast.js';
import { chanceOf, hoursOf } from './chance.js';
import { disputesOf } from './disputes.js';
import * as MadeUp from './open-house/made-up.js';
import { planOf } from './plan.js';
import { type OpenTown, openStage, type Stage } from '../story/stage.js';
import { roundsOf } from './rounds.js';
import type { Step } from './scene.js';
import { storyOf } from './story.js';

const days = 30;
const count = 260;
const residents = 90;
const seed = 'mulin';

type Recorded = Readonly<{ events: readonly RecordedEvent[]; upcasts: Upcasts }>;

type Month = Readonly<{
  /** By service, and how they are written. */
  recorded: Readonly<Record<string, Recorded>>;
  cases: number;
  /** What the town refused somebody to do. */
  refused: readonly string[];
}>;

type Wanted = Readonly<{
  pack: Pack;
  /** The last moment of the month. */
  until: Instant;
  vault: Platform['vault'];
  open: OpenTown;
  /** Numbers of cases and disputes that were given out before, by service. */
  numbersTaken: Readonly<Record<string, readonly RecordedEvent[]>>;
  /** From 0 to 1. */
  onProgress: (share: number) => void;
}>;

/** The next one first; those of one moment in the order in which they were thought of. */
const playAll = async (
  first: readonly Step[],
  {
    until,
    moveTo,
    played,
  }: Readonly<{ until: Instant; moveTo: (at: Instant) => Promise<void>; played: (at: Instant) => void }>,
): Promise<void> => {
  const left = [...first];
  for (;;) {
    const step = left.reduce<Step | null>(
      (soonest, it) => (soonest === null || it.at < soonest.at ? it : soonest),
      null,
    );
    if (step === null || step.at >= until) break;
    left.splice(left.indexOf(step), 1);
    await moveTo(step.at);
    left.push(...(await step.play()));
    played(step.at);
  }
  await moveTo(until);
};

/** Of each service, what it recorded of cases and disputes, without what was there `before`. */
const recordedIn = async (
  { platform, upcasts }: Pick<Stage, 'platform' | 'upcasts'>,
  before: ReadonlySet<string>,
): Promise<Month['recorded']> => {
  const recorded = services.map(async (service) => {
    const all = await platform.operations.recorded(service, MadeUp.copied[service]);
    return [service, { events: all.filter(({ id }) => !before.has(id)), upcasts: upcasts(service) }] as const;
  });
  return Object.fromEntries(await Promise.all(recorded));
};

/** Numbers that the town gave out before are given to nobody else. */
const withNumbers =
  (numbersTaken: Wanted['numbersTaken']) =>
  async ({ eventStore }: Platform): Promise<void> => {
    for (const [service, events] of Object.entries(numbersTaken))
      for (const { stream, id, type, data, metadata } of events)
        await eventStore(service).appendToStream(stream, [{ id, type, data, metadata }], {
          expectedRevision: 'any',
        });
  };

/** Whoever comes later is to know by it that nothing before `until` is real. */
const noteMadeUp = async ({ platform }: Stage, pack: Pack, until: Instant): Promise<void> => {
  const { town, newId, eventStore, operations } = platform;
  const all = await Promise.all(services.map((it) => operations.recorded(it, MadeUp.copied[it])));
  const ofIntake = await operations.recorded('intake', ['case', 'handling']);
  const data: MadeUp.MonthMadeUp['data'] = {
    until,
    accounts: MadeUp.accountsToTry(pack, all.flat()),
    cases: MadeUp.casesToTry(ofIntake),
  };
  await eventStore('intake').appendToStream<MadeUp.MonthMadeUp>(
    `${MadeUp.category}-${town}`,
    [
      {
        id: newId(),
        type: 'MonthMadeUp',
        data,
        metadata: newCorrelation({ town, actor: 'town', id: newId() }),
      },
    ],
    { expectedRevision: 'no-stream' },
  );
};

/** The month is the same in every town with this pack, but for the days it falls on. */
export const rehearse = async ({
  pack,
  until,
  vault,
  open,
  numbersTaken,
  onProgress,
}: Wanted): Promise<Month> => {
  const start = plus(until, -days * day);
  const chance = chanceOf(seed);
  const hours = hoursOf(pack.town.zone);
  const cast = castOf(pack, residents);
  const stage = await openStage({ pack, start, cast, vault, open, prepare: withNumbers(numbersTaken) });
  const refused: string[] = [];
  const parts = { stage, pack, cast, chance, hours, opened: new Map<string, string[]>(), refused };
  try {
    const planned = planOf({ pack, until, days, count, chance, hours });
    const first = [
      ...planned.map((it) => storyOf(parts, it)),
      ...disputesOf(parts, until),
      roundsOf(parts, start),
    ];
    await playAll(first, {
      until,
      moveTo: stage.moveTo,
      played: (at) => onProgress(msBetween(start, at) / (days * day)),
    });
    const before = Object.values(numbersTaken).flatMap((events) => events.map(({ id }) => id));
    await noteMadeUp(stage, pack, until);
    const recorded = await recordedIn(stage, new Set(before));
    return { recorded, cases: planned.length, refused };
  } finally {
    await stage.close();
  }
};
