/** One lateness as a list shows it: what it is about, who was told of it, and since when it is owed. */
import { instant, type Instant, msBetween, second } from '@mulin/kernel';
import type { Level, Notice } from '../../views/notices.js';
import type { TownClock } from '../town-clock.js';

export const matters = ['case', 'dispute', 'promise'] as const;

/** What it is about, where it lies and who has it, in the reader's language beside the codes. */
type About = Readonly<{
  menuItem: string | null;
  menuItemName: string | null;
  urgency: string | null;
  state: string | null;
  area: string | null;
  areaName: string | null;
  holder: string | null;
  holderName: string | null;
}>;

export type Escalation = About &
  Readonly<{
    /** Of what it is: `caseId` is the id of that. */
    of: (typeof matters)[number];
    number: string | null;
    caseId: string;
    to: string;
    insteadOf: readonly string[];
    level: Level;
    /** The clock that is due first of those this person was told of, and its step. */
    clock: string;
    step: string;
    /** All clocks of the case of which this person was told. */
    clocks: readonly string[];
    /** By when it is owed now. */
    dueAt: string | null;
    /** Its source named only the day. */
    isDueDay?: true;
    toldAt: string;
    /** From when it was due until now; 0 while it is not late. */
    lateBySeconds: number;
  }>;

/** All that one person was told of one case, dispute or promise; at least one thing. */
export type Own = readonly [Notice, ...Notice[]];

/** What somebody was told of. */
type Matter = Pick<Escalation, 'of' | 'number' | 'caseId'> &
  Readonly<{
    /** The deadline that a clock has now; `undefined`: that was not heard yet, and the one that was told counts. */
    dueOf: (clock: string) => string | null | undefined;
    isDay: (moment: string | null) => boolean;
    about: About;
  }>;

const isSooner = (a: Notice, b: Notice): boolean => (a.dueAt ?? '9') < (b.dueAt ?? '9');
const weights: Readonly<Record<Level, number>> = { changed: 0, warning: 1, escalation: 2 };

const soonest = (own: Own): Notice => own.reduce((best, it) => (isSooner(it, best) ? it : best));
const gravest = (own: Own): Level =>
  own.reduce<Level>((best, it) => (weights[it.level] > weights[best] ? it.level : best), 'changed');
const newest = (own: Own): string =>
  own.reduce((latest, it) => (it.toldAt > latest ? it.toldAt : latest), own[0].toldAt);

const secondsAfter = (dueAt: string | null, now: Instant): number =>
  dueAt === null ? 0 : Math.max(0, Math.floor(msBetween(instant(dueAt), now) / second));

/** Of several clocks a person was told of, the one that is due first, and the gravest word. */
export const escalationOf = (
  { of, number, caseId, dueOf, isDay, about }: Matter,
  own: Own,
  { clock, now }: Readonly<{ clock: TownClock; now: () => Instant }>,
): Escalation => {
  const first = soonest(own);
  const dueAt = dueOf(first.clock) ?? first.dueAt;
  return {
    of,
    number,
    caseId,
    to: first.to,
    insteadOf: [...new Set(own.flatMap(({ insteadOf }) => insteadOf))],
    level: gravest(own),
    clock: first.clock,
    step: first.step,
    clocks: [...new Set(own.map((it) => it.clock))],
    dueAt: dueAt === null ? null : clock.stamp(dueAt),
    ...(isDay(dueAt) ? { isDueDay: true as const } : {}),
    toldAt: clock.stamp(newest(own)),
    lateBySeconds: secondsAfter(dueAt, now()),
    ...about,
  };
};
