/** Targets that contradict each other: what is more urgent may take longer, what is done first may be done last. */
import { inChineseWords } from '../chinese.js';
import { urgencies, type Urgency } from '../words.js';
import type { LocalizedText } from '@mulin/kernel';
import { type PackProblem, problemsIn } from '../problem.js';
import type { ClockRule, Length, Policy } from '../read/rules.js';
import { isLonger, type Trial } from './reckoning.js';

const { warning } = problemsIn('policies.json');

const lengthFor = ({ length, urgencies: others = {} }: ClockRule, urgency: Urgency): Length =>
  others[urgency] ?? length;

const shown = ({ unit, amount }: Length): LocalizedText => ({
  en: `${amount} ${unit}`,
  zh: `${amount} ${inChineseWords(unit)}`,
});

/** Each urgency with all that are less urgent. */
const pairs = urgencies.flatMap((more, place) =>
  urgencies.slice(place + 1).map((less) => [more, less] as const),
);

const slower = (
  at: string,
  more: readonly [Urgency, Length],
  less: readonly [Urgency, Length],
): PackProblem => {
  const [[urgency, length], [other, otherLength]] = [more, less];
  const [own, others] = [shown(length), shown(otherLength)];
  return warning('slower-when-more-urgent', at, {
    en: `what is ${urgency} may take ${own.en}, longer than the ${others.en} of what is ${other}`,
    zh: `${inChineseWords(urgency)}诉求的时限 ${own.zh}比${inChineseWords(other)}诉求的 ${others.zh}更长`,
  });
};

/** One for each urgency that takes longer than one which is less urgent. */
const slowerIn = (rule: ClockRule, at: string, trial: Trial): readonly PackProblem[] => {
  const found = pairs
    .map(([more, less]) => ({ more, less, length: lengthFor(rule, more), other: lengthFor(rule, less) }))
    .filter(({ length, other }) => length !== other && isLonger(length, other, trial));
  return [...new Map(found.reverse().map((it) => [it.more, it])).values()].map(
    ({ more, less, length, other }) => slower(at, [more, length], [less, other]),
  );
};

const clockNames: Readonly<Record<'accept' | 'take', LocalizedText>> = {
  accept: { en: 'accept', zh: '受理' },
  take: { en: 'take', zh: '接单' },
};

/** Accepting and taking come before completing. */
const longerThanComplete = ({ id, clocks }: Policy, trial: Trial): readonly PackProblem[] => {
  const complete = clocks.find(({ name }) => name === 'complete');
  return (['accept', 'take'] as const).flatMap((name): readonly PackProblem[] => {
    const rule = clocks.find((clock) => clock.name === name);
    if (rule === undefined || complete === undefined) return [];
    const urgency = urgencies.find((it) => isLonger(lengthFor(rule, it), lengthFor(complete, it), trial));
    if (urgency === undefined) return [];
    const [length, whole] = [shown(lengthFor(rule, urgency)), shown(lengthFor(complete, urgency))];
    const { en, zh } = clockNames[name];
    return [
      warning('longer-than-complete', `${id} ${name}`, {
        en: `to ${en} what is ${urgency} may take ${length.en}, longer than the ${whole.en} to complete it`,
        zh: `${inChineseWords(urgency)}诉求的${zh}时限 ${length.zh}比办结时限 ${whole.zh}更长`,
      }),
    ];
  });
};

/**
 * Lengths of one policy that contradict each other: the more urgent one is longer, or a step is longer than the
 * whole.
 */
export const targetWarnings = (policy: Policy, trial: Trial): readonly PackProblem[] => [
  ...policy.clocks.flatMap((rule) => slowerIn(rule, `${policy.id} ${rule.name}`, trial)),
  ...longerThanComplete(policy, trial),
];

type Own = Readonly<{ urgency: Urgency; policy: Policy }>;

/** Policies that belong to an urgency each: the same holds between them, by the length each has for its own. */
export const targetWarningsBetween = (own: readonly Own[], trial: Trial): readonly PackProblem[] =>
  pairs.flatMap(([more, less]) => {
    const [one, other] = [more, less].map((urgency) => own.find((it) => it.urgency === urgency)?.policy);
    if (one === undefined || other === undefined || one.id === other.id) return [];
    return one.clocks.flatMap((rule): readonly PackProblem[] => {
      const otherRule = other.clocks.find(({ name }) => name === rule.name);
      if (otherRule === undefined) return [];
      const [length, otherLength] = [lengthFor(rule, more), lengthFor(otherRule, less)];
      const at = `${one.id} ${rule.name}`;
      return isLonger(length, otherLength, trial) ? [slower(at, [more, length], [less, otherLength])] : [];
    });
  });
