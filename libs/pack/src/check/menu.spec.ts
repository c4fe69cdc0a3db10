import { describe, expect, test } from '@jest/globals';
import { menuWarnings, officesMissing, policiesMissing } from './menu.js';

type Parts = Parameters<typeof menuWarnings>[0];
type Urgency = Parts['menu'][number]['urgency'];

const item = (id: string, policy: string, urgency: Urgency = 'ordinary'): Parts['menu'][number] => ({
  id,
  name: { zh: id, en: id },
  net: 'life',
  urgency,
  policy,
  public: false,
});
const policy = (id: string, ...treated: Urgency[]): Parts['policies'][number] => {
  const length = { unit: 'hour', amount: 2 } as const;
  const urgencies = Object.fromEntries(treated.map((urgency) => [urgency, length]));
  return { id, calendar: 'town', ladder: [], clocks: [{ name: 'complete', length, urgencies }] };
};
const lines = (parts: Parts) =>
  [...policiesMissing(parts), ...menuWarnings(parts)].map(
    ({ severity, code, file, at }) => `${severity} ${code} ${file} ${at}`,
  );

test('A menu whose items and policies fit together has nothing to be found', () => {
  const menu = [item('sanitation', 'ordinary'), item('gas', 'urgent', 'urgent'), item('advice', 'advice')];
  expect(lines({ menu, policies: [policy('ordinary'), policy('urgent'), policy('advice')] })).toEqual([]);
});

test('A menu item whose policy does not exist is a mistake', () => {
  expect(lines({ menu: [item('sanitation', 'nowhere')], policies: [policy('ordinary')] })).toEqual([
    'mistake unknown-policy menu.json sanitation',
  ]);
});

describe('A policy that never attaches', () => {
  test('is told: no menu item names it, and it is no urgency’s own', () => {
    const menu = [item('sanitation', 'ordinary')];
    expect(lines({ menu, policies: [policy('ordinary'), policy('forgotten')] })).toEqual([
      'warning policy-never-used policies.json forgotten',
    ]);
    expect(lines({ menu, policies: [policy('ordinary'), policy('emergency')] })).toEqual([]);
  });
});

describe('The urgency of a menu item', () => {
  const told = ['warning urgency-without-clock menu.json gas'];
  const rest = [item('sanitation', 'ordinary')];

  test('is treated by a clock that names it', () => {
    const menu = [...rest, item('gas', 'ordinary', 'emergency')];
    expect(lines({ menu, policies: [policy('ordinary', 'emergency')] })).toEqual([]);
    expect(lines({ menu, policies: [policy('ordinary', 'urgent')] })).toEqual(told);
  });

  test('is not treated by another urgency’s own policy', () => {
    expect(lines({ menu: [item('gas', 'ordinary', 'emergency')], policies: [policy('ordinary')] })).toEqual(
      told,
    );
    const menu = [...rest, item('gas', 'urgent', 'ordinary')];
    expect(lines({ menu, policies: [policy('ordinary'), policy('urgent')] })).toEqual(told);
  });

  test('is treated by a policy that was written for such items alone', () => {
    const menu = [item('gas', 'utilities', 'urgent'), item('water', 'utilities', 'urgent')];
    expect(lines({ menu, policies: [policy('utilities')] })).toEqual([]);
    expect(
      lines({ menu: [...menu.slice(0, 1), item('bins', 'utilities')], policies: [policy('utilities')] }),
    ).toEqual(told);
  });

  test('says in both languages what is missing', () => {
    const [problem] = menuWarnings({
      menu: [item('gas', 'ordinary', 'emergency')],
      policies: [policy('ordinary')],
    });
    expect(problem?.sentence.en).toContain('no clock of policy ordinary treats what is emergency');
    expect(problem?.sentence.zh).toContain('紧急程度为特急，但时限规则 ordinary 没有针对它的时限');
  });
});

test('A menu item whose office stands on no roster is a mistake', () => {
  const menu = [{ ...item('sanitation', 'ordinary'), office: 'works' }, item('gas', 'ordinary')];
  expect(officesMissing(menu, new Set(['works']))).toEqual([]);
  expect(officesMissing(menu, new Set(['police'])).map(({ code, at }) => `${code} ${at}`)).toEqual([
    'unknown-office sanitation',
  ]);
});
