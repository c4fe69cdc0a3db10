/**
 * Walks one demand through the whole loop, and beside it a quarrel to an agreement that is performed, in a town of its own: in memory, on a clock that is moved by hand, asked by
 * its public routes with the rights of the accounts that a town with this pack begins with. Nothing is left of it.
 */
import { instant, minute, msBetween, msOf, type Instant, type LocalizedText } from '@mulin/kernel';
import type { Pack } from '@mulin/pack';
import { localText } from '@mulin/working-time';
import { castOf } from './cast.js';
import { type Language, openStage } from './stage.js';
import { openTown } from '../host/open-town.js';
import { type Clock, type Entry, type Play, playOf, Stuck } from './play.js';
import { type Ending, faultsOf, type Rating } from './proofs.js';
import { script } from './script.js';
import type { Step } from './acts.js';

/** A Monday morning of the sample town, with no holiday in the two weeks after it. */
const start = instant('2026-03-02T09:10:00+08:00');

/** What was done, in its order: when it was done, by the clock of the town. */
type ToldStep = Readonly<{ n: number; title: string; at: string }>;

/** A story that was told. */
type Told = Readonly<{
  /** The number of its case; empty where none was registered. */
  case: string;
  state: string;
  /** As audit shows it to an auditor, in the language of the story. */
  timeline: readonly Entry[];
  /** Virtual minutes from the first step to the last one. */
  minutes: number;
  steps: readonly ToldStep[];
  clocks: readonly Clock[];
  ratings: readonly Rating[];
  /** Whether everything was done, and is as it must be. */
  ok: boolean;
  /** Why it is not. */
  faults: readonly string[];
}>;

type Wanted = Readonly<{ pack: Pack; language: Language }>;

const nothingTold = { case: '', state: '', timeline: [], clocks: [], ratings: [] } as const;

type Played = Readonly<{ steps: readonly ToldStep[]; stuck: string | null; until: Instant }>;

/** Until the end, or until something is refused or does not happen. */
const played = async (play: Play, { pack, language }: Wanted): Promise<Played> => {
  const steps: ToldStep[] = [];
  const doStep = async ({ title, play: act }: Step): Promise<string | null> => {
    try {
      await act(play);
      const at = localText(pack.town.zone, msOf(play.now()));
      steps.push({ n: steps.length + 1, title: title[language], at });
      return null;
    } catch (error) {
      if (error instanceof Stuck)
        return language === 'zh' ? `${title.zh}：${error.message}` : `${title.en}: ${error.message}`;
      throw error;
    }
  };
  for (const step of script.filter(({ isTold }) => isTold?.(play) ?? true)) {
    const stuck = await doStep(step);
    if (stuck !== null) return { steps, stuck, until: play.now() };
  }
  return { steps, stuck: null, until: play.now() };
};

const itemsOf = ({
  items,
}: Readonly<Record<string, unknown>>): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(items) ? items : [];

const ratingOf = ({
  cycle,
  response,
  resolution,
  satisfaction,
}: Readonly<Record<string, unknown>>): Rating => ({
  cycle: Number(cycle),
  response: String(response),
  resolution: String(resolution),
  satisfaction: String(satisfaction),
});

const endingOf = async ({ read, history, cast, demand, hasDispute }: Play): Promise<Ending> => {
  const ratings = itemsOf(await read(cast.clerk, '/api/v1/ratings?caseId=ID'));
  const waiting = itemsOf(await read(cast.auditor, '/api/v1/escalations?limit=200'));
  return {
    history: await history(),
    ratings: ratings.map(ratingOf).sort((one, other) => one.cycle - other.cycle),
    deadLetters: itemsOf(await read(cast.operator, '/api/v1/set-aside')).length,
    quarrel: hasDispute() ? String((await read(cast.auditor, '/api/v1/disputes/DISPUTE'))['outcome']) : null,
    waiting: waiting.filter(({ number }) => number === demand().number).length,
  };
};

const toldOn = async (play: Play, wanted: Wanted): Promise<Told> => {
  const { steps, stuck, until } = await played(play, wanted);
  const minutes = Math.round(msBetween(start, until) / minute);
  if (steps.length === 0) return { ...nothingTold, minutes, steps, ok: false, faults: [stuck ?? ''] };
  const ending = await endingOf(play);
  const { number, state, timeline, clocks } = ending.history;
  // What follows from a story that broke off is no fault of its own.
  const faults = stuck === null ? faultsOf(ending).map((it: LocalizedText) => it[wanted.language]) : [stuck];
  const { ratings } = ending;
  return { case: number, state, timeline, minutes, steps, clocks, ratings, ok: faults.length === 0, faults };
};

/** Plays it from its first step. It takes some seconds, most of them for the town to begin. */
export const tellStory = async (wanted: Wanted): Promise<Told> => {
  const { pack, language } = wanted;
  const cast = castOf(pack, 1);
  const stage = await openStage({ pack, start, cast, open: openTown, language });
  try {
    return await toldOn(playOf({ stage, pack, cast, language }), wanted);
  } finally {
    await stage.close();
  }
};
