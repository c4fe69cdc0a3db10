/** What mediation and sla-timer read of a town pack: `mediation.json`, without which a town mediates as most do. */
import { z } from 'zod';
import { type PackProblem, problemsIn, readBy, refuseMistakes } from '../problem.js';
import { mediationClocks, commitmentAddressees, riskColours } from '../words.js';
import { Name, Path, saying, schemaLink, Slug } from './fields.js';
import {
  type Colour,
  type CommitmentPolicy,
  isCourtWindow,
  type MediationClock,
  usualPromises,
  usualTermsOf,
} from './mediation-terms.js';
import { Length, rungOf } from './rules-file.js';

const file = 'mediation.json';

const Ladder = z.array(rungOf(commitmentAddressees));

const Clock = z.strictObject({
  name: z
    .enum(mediationClocks)
    .meta(
      saying(
        'assign, consent, meet, settle, perform, confirm, danger, promise',
        '事项：指派调解员、征求意愿、首次调解、调解期限、履行、司法确认、激化风险、承诺',
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

/** A place where sessions are held. */
type MediationHome = Readonly<{ id: string; name: z.infer<typeof Name>; area: string }>;

/** How a town mediates. */
export type MediationRules = Readonly<{
  committee: z.infer<typeof Name>;
  homes: readonly MediationHome[];
  policies: readonly CommitmentPolicy[];
}>;

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
  usual: Pick<CommitmentPolicy, 'clocks' | 'ladder' | 'calendar'>,
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
    policyOf(policyOfColour(colour), { ...usualTermsOf(colour), calendar }, colours[colour]),
  ),
  policyOf(promisePolicy, { ...usualPromises, calendar }, promises),
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
      clocks.some(({ name, length }) => name === 'confirm' && !isCourtWindow(length)),
    )
    .map(([colour]) =>
      mistake('court-window-is-the-laws', `colours.${colour}`, {
        en: 'the window for court confirmation is 30 calendar days, to the close of the last one: only its ladder is a town’s to change',
        zh: '司法确认期限为 30 个自然日，至末日下班时止：只能修改升级阶梯',
      }),
    );

const repeated = (ids: readonly string[], within: string): readonly PackProblem[] =>
  ids
    .filter((id, place) => ids.indexOf(id) !== place)
    .map((id) =>
      mistake('twice', `${within}.${id}`, { en: `${id} stands there twice`, zh: `${id} 重复出现` }),
    );

const twice = ({ homes = [], colours = {}, promises }: Shape): readonly PackProblem[] => [
  ...repeated(
    homes.map(({ id }) => id),
    'homes',
  ),
  ...[...Object.entries(colours), ['promises', promises] as const].flatMap(([called, terms]) =>
    repeated(
      terms?.clocks.map(({ name }) => name) ?? [],
      called === 'promises' ? called : `colours.${called}`,
    ),
  ),
];

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
