/** Ladders that do not do what a ladder is for: to reach somebody, one step after the other. */
import { inChineseWords } from '../chinese.js';
import type { LocalizedText } from '@mulin/kernel';
import { type PackProblem, problemsIn } from '../problem.js';
import type { ClockRule, Policy, Rung } from '../read/rules.js';
import { always, rungAt, targetsOf, type Trial } from './reckoning.js';

type Warn = ReturnType<typeof problemsIn>['warning'];
const { warning: warningOfPolicies } = problemsIn('policies.json');

/** Who decides where nobody is asked. */
const arbiter = 'community-secretary';

/** As events and messages of deadlines say it: `50%` of the target, `+1working-day` after it. */
const thresholdOf = (rung: Rung): string => {
  if ('share' in rung) return `${Number((rung.share * 100).toFixed(6))}%`;
  const { amount, unit, end } = rung.after;
  if (amount === 0) return '100%';
  return `${amount < 0 ? '' : '+'}${amount}${unit}${end === undefined ? '' : `-${end}`}`;
};

const thresholdInChinese = (rung: Rung): string => {
  if ('share' in rung) return `时限的 ${thresholdOf(rung)}`;
  const { amount, unit } = rung.after;
  if (amount === 0) return '到期时';
  return `到期${amount < 0 ? '前' : '后'} ${Math.abs(amount)} ${inChineseWords(unit)}`;
};

/** Who hears at a step, and when. */
const stepOf = (rung: Rung): LocalizedText => ({
  en: `${rung.to.join(', ')}, ${thresholdOf(rung)}`,
  zh: `${rung.to.map(inChineseWords).join('、')}（${thresholdInChinese(rung)}）`,
});

type Timed = Pick<ClockRule, 'length' | 'urgencies' | 'ladder'> & Readonly<{ name: string }>;

/** What names clocks and who hears of them: a policy of cases, or terms of mediation. */
export type Laddered = Readonly<{ id: string; clocks: readonly Timed[]; ladder: readonly Rung[] }>;

type Ladder = Readonly<{ at: string; rungs: readonly Rung[]; clocks: readonly Timed[] }>;

/** The policy's own ladder, unless no clock takes it, and those of its clocks. */
const laddersOf = ({ id, ladder, clocks }: Laddered): readonly Ladder[] => {
  const common = clocks.filter((clock) => clock.ladder === undefined);
  const own = clocks.flatMap((clock): readonly Ladder[] =>
    clock.ladder === undefined ? [] : [{ at: `${id} ${clock.name}`, rungs: clock.ladder, clocks: [clock] }],
  );
  return common.length === 0 ? own : [{ at: id, rungs: ladder, clocks: common }, ...own];
};

/** Every role that stands on a ladder which a clock takes. */
export const ladderRolesIn = (policies: readonly Laddered[]): readonly string[] => [
  ...new Set(
    policies.flatMap((policy) => laddersOf(policy).flatMap(({ rungs }) => rungs.flatMap(({ to }) => to))),
  ),
];

const empty = (warning: Warn, { at, rungs }: Ladder): readonly PackProblem[] =>
  rungs.length > 0
    ? []
    : [
        warning('empty-ladder', at, {
          en: 'its ladder is empty: nobody hears of a lateness',
          zh: '升级阶梯为空，超期时无人知晓',
        }),
      ];

const twice = (warning: Warn, { at, rungs }: Ladder): readonly PackProblem[] => {
  const steps = rungs.flatMap((rung) => rung.to.map((to) => stepOf({ ...rung, to: [to] })));
  const again = steps.filter(({ en }, place) => steps.findIndex((it) => it.en === en) !== place);
  return [...new Map(again.map((step) => [step.en, step])).values()].map(({ en, zh }) =>
    warning('ladder-step-twice', at, {
      en: `its ladder has one step twice: ${en}`,
      zh: `升级阶梯中有重复的一级：${zh}`,
    }),
  );
};

const backwards = (warning: Warn, { at, rungs, clocks }: Ladder, trial: Trial): readonly PackProblem[] => {
  const targets = targetsOf(clocks, trial);
  return rungs.slice(1).flatMap((rung, place): readonly PackProblem[] => {
    const before = rungs[place] ?? rung;
    const isBackwards = always(targets, (target) => {
      const [first, second] = [rungAt(before, target), rungAt(rung, target)];
      return first === null || second === null ? null : second < first;
    });
    if (!isBackwards) return [];
    const [later, sooner] = [before, rung].map((it) => `${it.to.join(', ')} (${thresholdOf(it)})`);
    return [
      warning('ladder-goes-backwards', at, {
        en: `its ladder goes backwards: ${sooner} stands after ${later} and hears before`,
        zh: `升级阶梯次序颠倒：${stepOf(rung).zh}排在${stepOf(before).zh}之后，却先得知`,
      }),
    ];
  });
};

const beforeTheStart = (
  warning: Warn,
  { at, rungs, clocks }: Ladder,
  trial: Trial,
): readonly PackProblem[] => {
  const targets = targetsOf(clocks, trial);
  return rungs
    .filter((rung) =>
      always(targets, (target) => {
        const owedAt = rungAt(rung, target);
        return owedAt === null ? null : owedAt < target.start;
      }),
    )
    .map((rung) => {
      const step = stepOf(rung);
      return warning('ladder-before-start', at, {
        en: `its ladder has a step that is owed before the clock starts: ${step.en}`,
        zh: `升级阶梯中有一级早于时限开始：${step.zh}`,
      });
    });
};

/** What lies with the arbiter is to be told to them at once. A policy that has no such clock does so. */
const untoldArbiter = (policy: Policy): readonly PackProblem[] => {
  const clock = policy.clocks.find(({ name }) => name === 'arbitrate');
  if (clock === undefined) return [];
  const rungs = clock.ladder ?? policy.ladder;
  const isTold = rungs.some((rung) => 'share' in rung && rung.share === 0 && rung.to.includes(arbiter));
  // Of an empty ladder is told already.
  if (isTold || rungs.length === 0) return [];
  return [
    warningOfPolicies('arbiter-not-told', `${policy.id} arbitrate`, {
      en: `its ladder does not tell the community secretary at once of what lies with them: begin it with ${arbiter} at share 0`,
      zh: `升级阶梯未在开始时告知社区书记有待其协调确定的诉求：请在第一级（比例为 0）告知社区书记`,
    }),
  ];
};

/**
 * What works and can hardly be meant in the ladders of anything that names clocks.
 *
 * @param warning says it of the file in which they stand.
 * @param trial moments to try it with, by the calendar by which it counts; `null` where it counts by none.
 */
export const warningsOfLadders = (warning: Warn, of: Laddered, trial: Trial | null): readonly PackProblem[] =>
  laddersOf(of).flatMap((ladder) => [
    ...empty(warning, ladder),
    ...twice(warning, ladder),
    ...(trial === null
      ? []
      : [...backwards(warning, ladder, trial), ...beforeTheStart(warning, ladder, trial)]),
  ]);

/** The same of a policy of cases, and what its arbiter is not told. */
export const ladderWarnings = (policy: Policy, trial: Trial | null): readonly PackProblem[] => [
  ...warningsOfLadders(warningOfPolicies, policy, trial),
  ...untoldArbiter(policy),
];
