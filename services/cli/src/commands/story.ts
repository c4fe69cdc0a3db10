/** `mulin story`: one demand through the whole loop, in a town that is made for it and gone afterwards. */
import { fileURLToPath } from 'node:url';
import { ConfigurationError, readPack, tellStory } from '@mulin/town';
import type { Surroundings } from '../surroundings.js';
import { exits, type Outcome, table, WrongCall } from '../terminal.js';
import type { Texts } from '../texts/texts.js';
import { called, clockName, minuteOf } from './cases.js';

const samplePack = fileURLToPath(new URL('../../../../infra/packs/sample', import.meta.url));

type Told = Awaited<ReturnType<typeof tellStory>>;

const [minutesOfHour, hoursOfDay] = [60, 24];

const headOf = ({ case: number, state, minutes }: Told, { words, story }: Texts): string => {
  const hours = Math.floor(minutes / minutesOfHour);
  const passed = story.passed(Math.floor(hours / hoursOfDay), hours % hoursOfDay);
  return [number, called(words.state, state), passed].filter((part) => part !== '').join(' · ');
};

/** What was recorded after the step before it, and not after it. */
const entriesOf = (
  { timeline, steps }: Told,
  { n, at }: Told['steps'][number],
): readonly Told['timeline'][number][] => {
  const [from, until] = [steps[n - 2]?.at, at].map((it) => (it === undefined ? -Infinity : Date.parse(it)));
  return timeline.filter(({ recordedAt }) => {
    const recorded = Date.parse(recordedAt);
    return recorded > (from ?? -Infinity) && recorded <= (until ?? Infinity);
  });
};

/** Each step under its number and title, and beneath it what the town has on record of it. */
const stepLines = (told: Told, { words }: Texts): readonly string[] =>
  told.steps.flatMap((step) => [
    '',
    `${step.n}. ${minuteOf(step.at)} ${step.title}`,
    ...table(
      [],
      entriesOf(told, step).map(({ at, service, text }) => [
        `   ${minuteOf(at)}`,
        called(words.service, service),
        text,
      ]),
    ),
  ]);

const clockLines = ({ clocks }: Told, texts: Texts): readonly string[] => {
  const rows = clocks.map(({ name, startedAt, due, state, verdict }) => [
    clockName(texts, name),
    minuteOf(startedAt),
    minuteOf(due),
    // What was ended for another reason than that it was done has no verdict.
    called(texts.words.standing, verdict ?? state),
  ]);
  return ['', texts.story.clocks, ...table(texts.story.clockHeads, rows)];
};

const ratingLines = ({ ratings }: Told, { story }: Texts): readonly string[] => {
  const rows = ratings.map(({ cycle, response, resolution, satisfaction }) => [
    story.cycle(cycle),
    ...[response, resolution, satisfaction].map((code) => called(story.rating, code)),
  ]);
  return ['', story.ratings, ...table([], rows)];
};

const endLines = ({ ok, faults }: Told, { story }: Texts): readonly string[] =>
  ok ? ['', story.ok] : ['', story.notOk, ...faults.map((fault) => `  ${fault}`)];

const packIn = (folder: string) => {
  try {
    return readPack(folder);
  } catch (error) {
    if (error instanceof ConfigurationError) throw new WrongCall(error.sentence, error.code);
    throw error;
  }
};

/** `pack`: the folder of another town whose rules are tried; else the sample town. */
export const storyCommand = async (
  { texts, language, resolve }: Surroundings,
  { pack }: Readonly<{ pack?: string }> = {},
): Promise<Outcome> => {
  const folder = pack === undefined ? samplePack : resolve(pack);
  const told = await tellStory({ pack: packIn(folder), language: language() });
  const { state: _, ...json } = told;
  return {
    json,
    lines: [
      headOf(told, texts),
      ...stepLines(told, texts),
      ...clockLines(told, texts),
      ...ratingLines(told, texts),
      ...endLines(told, texts),
    ],
    exit: told.ok ? exits.done : exits.notAsItShould,
  };
};
