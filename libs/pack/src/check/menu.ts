/** Whether menu and policies fit together: what neither intake nor sla-timer can see alone. */
import { inChineseWords } from '../chinese.js';
import { urgencies } from '../words.js';
import { type PackProblem, problemsIn } from '../problem.js';
import type { MenuItem } from '../read/menu.js';
import type { Policy } from '../read/rules.js';
import { policyOfUrgency } from './rules.js';

type Parts = Readonly<{ menu: readonly MenuItem[]; policies: readonly Policy[] }>;

/** A menu item without its policy would have no clocks. */
export const policiesMissing = ({ menu, policies }: Parts): readonly PackProblem[] => {
  const known = new Set(policies.map(({ id }) => id));
  return menu
    .filter(({ policy }) => !known.has(policy))
    .map(({ id, policy }) =>
      problemsIn('menu.json').mistake('unknown-policy', id, {
        en: `policies.json has no policy ${policy}`,
        zh: `policies.json 中没有时限规则 ${policy}`,
      }),
    );
};

/**
 * Menu items that name an office which no roster has: a demand that needs another unit would lead nowhere.
 *
 * @param menu as the file has it.
 * @param offices the ids of the offices of `rosters.json`.
 */
export const officesMissing = (
  menu: readonly MenuItem[],
  offices: ReadonlySet<string>,
): readonly PackProblem[] =>
  menu.flatMap(({ id, office }) =>
    office === undefined || offices.has(office)
      ? []
      : [
          problemsIn('menu.json').mistake('unknown-office', id, {
            en: `rosters.json has no office ${office}`,
            zh: `rosters.json 中没有科室 ${office}`,
          }),
        ],
  );

const ownUrgencyOf = ({ id }: Policy, policies: Parts['policies']) =>
  urgencies.find((urgency) => policyOfUrgency(urgency, policies) === id);

/** No menu item names it, and no urgency leads to it. */
const neverUsed = ({ menu, policies }: Parts): readonly PackProblem[] => {
  const named = new Set(menu.map(({ policy }) => policy));
  return policies
    .filter((policy) => !named.has(policy.id) && ownUrgencyOf(policy, policies) === undefined)
    .map(({ id }) =>
      problemsIn('policies.json').warning('policy-never-used', id, {
        en: 'it never attaches: no menu item names it, and it is no urgency’s own',
        zh: '从不生效：没有服务事项引用，也不是任何紧急程度的专属规则',
      }),
    );
};

/**
 * Whether a policy says anything of an urgency: a clock names it, the policy is its own, or every menu item of the
 * policy has it, so that it was written for it. What is ordinary needs no word, unless the policy is another
 * urgency's own.
 */
const isTreated = ({ urgency }: MenuItem, policy: Policy, { menu, policies }: Parts): boolean => {
  const own = ownUrgencyOf(policy, policies);
  if (own === urgency || policy.clocks.some(({ urgencies: others }) => others?.[urgency] !== undefined))
    return true;
  if (own !== undefined) return false;
  const isOnly = menu.every((item) => item.policy !== policy.id || item.urgency === urgency);
  return urgency === 'ordinary' || isOnly;
};

const untreated = ({ menu, policies }: Parts): readonly PackProblem[] =>
  menu.flatMap((item): readonly PackProblem[] => {
    const policy = policies.find(({ id }) => id === item.policy);
    if (policy === undefined || isTreated(item, policy, { menu, policies })) return [];
    const { id, urgency } = item;
    return [
      problemsIn('menu.json').warning('urgency-without-clock', id, {
        en: `it is ${urgency}, and no clock of policy ${policy.id} treats what is ${urgency}: it is kept like everything else there`,
        zh: `紧急程度为${inChineseWords(urgency)}，但时限规则 ${policy.id} 没有针对它的时限，将按一般情况处理`,
      }),
    ];
  });

/** What works and can hardly be meant. */
export const menuWarnings = (parts: Parts): readonly PackProblem[] => [
  ...neverUsed(parts),
  ...untreated(parts),
];
