/** Where a case lies and who has it, as far as the clocks heard: what decides who may read of them. */
import { type Actor, isNoticeFor, mayReach, Rejection, type Tie } from '@mulin/kernel';
import { type Cycle, emptyCycle, endsThatStand } from '../domain/clocks/cycle.js';
import { helpClock, standingEnds } from '../domain/clocks/loop-clocks.js';
import { lyingOf } from '../domain/clocks/recipients.js';
import type * as Clocks from '../domain/clocks/clocks.js';
import { completeClock, takeClock } from '../domain/clocks/terms.js';

type OfCycle = Readonly<{ state: Clocks.State; number: number }>;

const cyclesOf = ({ cycles }: Clocks.State): readonly number[] =>
  Object.keys(cycles)
    .map(Number)
    .sort((a, b) => b - a);

const lying = (state: Clocks.State, number: number) =>
  lyingOf(state, { clock: completeClock(number), cycle: number }, null);

/** As the latest cycle of which it is known says. */
const areaOf = (state: Clocks.State): string | null =>
  cyclesOf(state)
    .map((number) => lying(state, number).area)
    .find((area) => area !== null) ?? null;

const cycleOf = ({ state, number }: OfCycle): Cycle => state.cycles[number] ?? emptyCycle;

const isOver = (of: OfCycle): boolean => endsThatStand(cycleOf(of)).length > 0;

const isFinished = ({ state, number }: OfCycle): boolean =>
  standingEnds(state, number, completeClock(number)).some(({ because }) => because === 'finished');

const isNobodys = (of: OfCycle): boolean =>
  isOver(of) || isFinished(of) || lying(of.state, of.number).with === 'arbiter';

/** In whose hands it is now; `null`: nobody's, or that was not recorded. */
const holderOf = (of: OfCycle): string | null => {
  if (isNobodys(of)) return null;
  const { state, number } = of;
  const { legs } = cycleOf(of);
  const leg = Math.max(0, ...Object.keys(legs).map(Number));
  const ends = state.ends[takeClock(number, leg)] ?? [];
  if (ends.some(({ because }) => because === 'returned')) return null;
  const taker = ends.find(({ because }) => because === 'taken')?.member;
  return taker ?? legs[leg]?.member ?? null;
};

/** Who has come to help, and whose part is not done. */
const helpersOf = ({ state, number }: OfCycle): readonly string[] =>
  Object.entries(state.cycles[number]?.arrivals ?? {}).flatMap(([call, { member }]) =>
    state.ends[helpClock(number, Number(call))] === undefined ? [member] : [],
  );

const notYours = () =>
  new Rejection(
    'not-your-area',
    { en: 'This case lies outside your area.', zh: '该案件不在您的辖区内。' },
    'forbidden',
  );

/** Whether a deadline was told to somebody while nobody knew where the case lies. */
const wasToldOf = ({ clocks }: Clocks.State, actor: Actor): boolean =>
  Object.values(clocks).some(({ told }) => Object.values(told).some((notice) => isNoticeFor(actor, notice)));

/**
 * Whoever may read the timeline of the case may read of its clocks. What lies nowhere yet is the town's.
 *
 * @throws Rejection `not-your-area`.
 */
export const mustSee = (town: string, actor: Actor, state: Clocks.State): void => {
  const of = { state, number: Math.max(1, ...cyclesOf(state)) };
  const area = areaOf(state);
  const ties: readonly Tie[] = [
    ...(holderOf(of) === actor.id ? (['held'] as const) : []),
    ...(helpersOf(of).includes(actor.id) ? (['helps'] as const) : []),
    ...(area === null && wasToldOf(state, actor) ? (['unplaced'] as const) : []),
  ];
  if (!mayReach('timeline.read', actor, { area: area ?? town, ties })) throw notYours();
};
