/** What mediation and sla-timer read of a town pack: `mediation.json`, without which a town mediates as most do. */
import { z } from 'zod';
import { type PackProblem, problemsIn, readBy, refuseMistakes } from '../problem.js';
import { mediationClocks, commitmentAddressees, riskColours } from '../words.js';
import { Name, Path, saying, schemaLink, Slug } from './fields.js';
import { Length, rungOf } from './rules-file.js';
import type { Length as LengthOf } from './rules.js';

const file = 'mediation.json';

const Ladder = z.array(rungOf(commitmentAddressees));

const Clock = z.strictObject({
  name: z
    .enum(mediationClocks)
    .meta(
      saying(
        'assign, consent, meet, settle, perform, confirm, danger, promise',
        '事项：指派调解员、征求意愿、首次调解、调解期限、履行、司法确认、险情、承诺',
      ),
    ),
  length: Length.meta(saying('how long it may take', '时长')),
  ladder: Ladder.optional().meta(saying('instead of the common one', '代替通用的升级阶梯')),
});

const Terms = z
  .strictObject({
    calendar: z.string().min(1).meta(saying('an id of calendars.json', '日历编号，见 calendars.json')),
    clocks: z.array(Clock).meta(saying('those that differ from the usual ones', '与通用不同的时限')),
    ladder: Ladder.min(1)
      .optional()
      .meta(saying('who hears of a lateness, and when', '升级阶梯：何时告知谁')),
  })
  .meta(saying('how long the committee gives itself', '调委会的各项时限'));

const Home = z.strictObject({
  id: Slug.meta(saying('the name by which sessions name it', '编号，供调解安排引用')),
  name: Name.meta(saying('how people call it', '名称')),
  area: Path.meta(saying('where it lies', '所在区域')),
});

/** `mediation.json`. */
export const MediationFile = z.strictObject({
  committee: Name.optional().meta(
    saying('the mediation committee, as its seal has it', '人民调解委员会名称（与印章一致）'),
  ),
  colours: z
    .partialRecord(z.enum(riskColours), Terms)
    .optional()
    .meta(saying('by risk; what is not named is as usual', '按风险等级；未填则用通用时限')),
  promises: Terms.optional().meta(saying('promises of an interview day', '接访日承诺的时限')),
  homes: z
    .array(Home)
    .optional()
    .meta(saying("Mu neighbours' homes, where sessions are held", '“牟邻之家”等调解场所')),
  $schema: schemaLink,
});

/** Who hears of a lateness, and when, as of a policy; `holder` is whose deadline it is. */
type CommitmentRung = Readonly<{ to: readonly string[] }> & Readonly<{ share: number } | { after: LengthOf }>;

/** How long one thing may take in mediation. */
type MediationClock = Readonly<{
  name: (typeof mediationClocks)[number];
  length: LengthOf;
  ladder?: readonly CommitmentRung[] | undefined;
}>;

/** The terms by which deadlines of disputes of one colour, or of promises, are computed. */
export type CommitmentPolicy = Readonly<{
  /** `mediation-red`, `mediation-yellow`, `mediation-green` or `promise`. */
  id: string;
  calendar: string;
  clocks: readonly MediationClock[];
  ladder: readonly CommitmentRung[];
}>;

/** A place where sessions are held. */
type MediationHome = Readonly<{ id: string; name: z.infer<typeof Name>; area: string }>;

/** How a town mediates. */
export type MediationRules = Readonly<{
  committee: z.infer<typeof Name>;
  homes: readonly MediationHome[];
  policies: readonly CommitmentPolicy[];
}>;

const hours = (amount: number): LengthOf => ({ unit: 'hour', amount });
const workingDays = (amount: number): LengthOf => ({ unit: 'working-day', amount });
const calendarDays = (amount: number): LengthOf => ({ unit: 'calendar-day', amount });

/** A month is usual for a mediation (rules of the ministry of 2002, article 33); the window of a court is the law's. */
const month = 30;

const at = (share: number, ...to: readonly string[]): CommitmentRung => ({ share, to });
const after = (length: LengthOf, ...to: readonly string[]): CommitmentRung => ({ after: length, to });

/**
 * Thirty days from when an agreement has effect (People's Mediation Law, article 33; Civil Procedure Law, 2023 text,
 * article 205): not a town's to change.
 */
const confirm: MediationClock = {
  name: 'confirm',
  length: { ...calendarDays(month), end: 'close' },
  ladder: [
    at(0.5, 'holder'),
    after(calendarDays(-7), 'holder'),
    after(calendarDays(-2), 'holder', 'village-committee'),
  ],
};

/** What is promised is said on the day; what may turn into harm is the secretary's and the town's at once. */
const danger: MediationClock = {
  name: 'danger',
  length: hours(2),
  ladder: [at(0, 'community-secretary'), at(1, 'community-secretary', 'town-leader')],
};

const perform: MediationClock = {
  name: 'perform',
  length: calendarDays(month),
  ladder: [
    after(calendarDays(-3), 'holder'),
    at(1, 'holder'),
    after(calendarDays(7), 'holder', 'village-committee'),
    after(calendarDays(15), 'community-secretary'),
  ],
};

type Colour = (typeof riskColours)[number];

const usualClocks: Readonly<Record<Colour, readonly MediationClock[]>> = {
  red: [
    {
      name: 'assign',
      length: hours(4),
      ladder: [at(0.5, 'village-committee'), at(1, 'community-secretary')],
    },
    { name: 'consent', length: workingDays(1) },
    { name: 'meet', length: workingDays(2) },
    { name: 'settle', length: calendarDays(15) },
  ],
  yellow: [
    {
      name: 'assign',
      length: workingDays(1),
      ladder: [at(0.5, 'village-committee'), at(1, 'village-committee', 'community-secretary')],
    },
    { name: 'consent', length: workingDays(3) },
    { name: 'meet', length: workingDays(5) },
    { name: 'settle', length: calendarDays(month) },
  ],
  green: [
    { name: 'assign', length: workingDays(2), ladder: [at(1, 'village-committee')] },
    { name: 'consent', length: workingDays(5) },
    { name: 'meet', length: workingDays(7) },
    { name: 'settle', length: calendarDays(month) },
  ],
};

const usualLadders: Readonly<Record<Colour, readonly CommitmentRung[]>> = {
  /** What is red is the secretary's from the beginning. */
  red: [
    at(0.5, 'holder'),
    at(0.8, 'holder', 'community-secretary'),
    at(1, 'village-committee', 'community-secretary', 'town-leader'),
  ],
  yellow: [
    at(0.5, 'holder'),
    at(0.9, 'holder', 'village-committee'),
    at(1, 'village-committee', 'community-secretary'),
    after(workingDays(3), 'town-leader'),
  ],
  green: [
    at(0.8, 'holder'),
    at(1, 'holder', 'village-committee'),
    after(workingDays(5), 'community-secretary'),
  ],
};

/** A promise of the secretary is watched by the town. */
const usualPromise: readonly MediationClock[] = [{ name: 'promise', length: workingDays(5) }];
const promiseLadder: readonly CommitmentRung[] = [
  at(0.5, 'holder'),
  at(0.8, 'holder', 'community-secretary'),
  at(1, 'holder', 'community-secretary', 'town-leader'),
];

/** Those of the file instead of the usual ones of their name; the window of the court stays. */
const merged = (
  usual: readonly MediationClock[],
  own: readonly MediationClock[],
): readonly MediationClock[] => [
  ...usual.map((it) => own.find(({ name }) => name === it.name) ?? it),
  ...own.filter(({ name }) => usual.every((it) => it.name !== name)),
];

type Shape = z.infer<typeof MediationFile>;

const policyOf = (
  id: string,
  usual: Readonly<{ clocks: readonly MediationClock[]; ladder: readonly CommitmentRung[]; calendar: string }>,
  own: z.infer<typeof Terms> | undefined,
): CommitmentPolicy => ({
  id,
  calendar: own?.calendar ?? usual.calendar,
  clocks: merged(usual.clocks, own?.clocks ?? []),
  ladder: own?.ladder ?? usual.ladder,
});

/** The id of the policy by which disputes of a colour are timed. */
export const policyOfColour = (colour: Colour): string => `mediation-${colour}`;
/** The id of the policy by which promises are timed. */
export const promisePolicy = 'promise';

const policiesOf = ({ colours = {}, promises }: Shape, calendar: string): readonly CommitmentPolicy[] => [
  ...riskColours.map((colour) =>
    policyOf(
      policyOfColour(colour),
      { clocks: [...usualClocks[colour], perform, confirm, danger], ladder: usualLadders[colour], calendar },
      colours[colour],
    ),
  ),
  policyOf(promisePolicy, { clocks: usualPromise, ladder: promiseLadder, calendar }, promises),
];

const { mistake } = problemsIn(file);

const unknownCalendars = (
  { colours = {}, promises }: Shape,
  calendars: readonly string[],
): readonly PackProblem[] =>
  [
    ...Object.entries(colours).map(([colour, terms]) => [`colours.${colour}`, terms] as const),
    ['promises', promises] as const,
  ]
    .filter(([, terms]) => terms !== undefined && !calendars.includes(terms.calendar))
    .map(([at, terms]) =>
      mistake('unknown-calendar', at, {
        en: `there is no calendar ${terms?.calendar ?? ''}`,
        zh: `没有日历 ${terms?.calendar ?? ''}`,
      }),
    );

/** The law sets it: a town that gave less or more would advise people wrongly. */
const changedWindow = ({ colours = {} }: Shape): readonly PackProblem[] =>
  Object.entries(colours)
    .filter(([, { clocks }]) =>
      clocks.some(
        ({ name, length }) =>
          name === 'confirm' &&
          !(length.unit === 'calendar-day' && length.amount === month && length.end === 'close'),
      ),
    )
    .map(([colour]) =>
      mistake('court-window-is-the-laws', `colours.${colour}`, {
        en: 'the window for court confirmation is 30 calendar days, to the close of the last one: only its ladder is a town’s to change',
        zh: '司法确认期限为 30 个自然日，至末日下班时止：只能修改升级阶梯',
      }),
    );

const twice = ({ homes = [] }: Shape): readonly PackProblem[] =>
  homes
    .filter(({ id }, place) => homes.findIndex((it) => it.id === id) !== place)
    .map(({ id }) =>
      mistake('twice', `homes.${id}`, { en: `${id} stands there twice`, zh: `${id} 重复出现` }),
    );

/**
 * The terms that the file sets down, each called as its place in it, with what of the usual terms it leaves; none of a
 * file that cannot be read.
 */
export const ownTermsIn = (json: unknown): readonly CommitmentPolicy[] => {
  const read = MediationFile.safeParse(json).data;
  if (read === undefined) return [];
  const places = new Map<string, string>([
    ...Object.keys(read.colours ?? {}).map((it) => [`mediation-${it}`, `colours.${it}`] as const),
    ...(read.promises === undefined ? [] : [[promisePolicy, 'promises'] as const]),
  ]);
  return policiesOf(read, '').flatMap((policy) => {
    const id = places.get(policy.id);
    return id === undefined ? [] : [{ ...policy, id }];
  });
};

type Known = Readonly<{ calendars: readonly string[] }>;

/** Every mistake of the file, each with its place; none: the file is good, or there is none (`null`). */
export const problemsOfMediation = (json: unknown, { calendars }: Known): readonly PackProblem[] => {
  if (json === null) return [];
  const { value, problems } = readBy(MediationFile, json, { file });
  if (value === null) return problems;
  return [...unknownCalendars(value, calendars), ...changedWindow(value), ...twice(value)];
};

/** How the committee is called where the pack does not say so. */
const usualCommittee = (town: z.infer<typeof Name>): z.infer<typeof Name> => ({
  zh: `${town.zh}人民调解委员会`,
  en: `People’s mediation committee of ${town.en}`,
});

type OfTown = Readonly<{ name: z.infer<typeof Name>; area: string; calendars: readonly string[] }>;

/**
 * How the town mediates.
 *
 * @param json the content of `mediation.json`; `null`: as usual, in one home, by the first calendar.
 * @throws `Rejection` `pack-invalid`, with every mistake named.
 */
export const parseMediation = (json: unknown, { name, area, calendars }: OfTown): MediationRules => {
  refuseMistakes(problemsOfMediation(json, { calendars }));
  const read = MediationFile.parse(json ?? {});
  const home = { id: 'home', name: { zh: '牟邻之家', en: 'Mu neighbours’ home' }, area };
  return {
    committee: read.committee ?? usualCommittee(name),
    homes: read.homes ?? [home],
    policies: policiesOf(read, calendars[0] ?? ''),
  };
};
