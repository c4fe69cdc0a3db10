import { expect, test } from '@jest/globals';
import { type Draft, isSameDraft, withColumn } from './draft';

const draft: Draft = {
  name: 'm',
  format: 'csv',
  zone: 'Asia/Shanghai',
  mode: 'archive',
  columns: { id: 'number', words: ['what', 'more'] },
  channels: { default: 'file', of: {} },
  menuItems: { default: 'consultation', of: { Lamp: 'street-lamp', Moon: 'consultation' } },
};

test.each<Partial<Draft>>([
  { mode: 'live' },
  { name: 'n' },
  { asOf: '2026-03-02T08:00' },
  { columns: { ...draft.columns, words: ['more', 'what'] } },
  { columns: { ...draft.columns, person: 'who' } },
  { menuItems: { ...draft.menuItems, of: { Lamp: 'street-lamp' } } },
])('a file is read otherwise where %j was said', (said) => {
  expect(isSameDraft(draft, { ...draft, ...said })).toBe(false);
});

test('what was said otherwise and taken back leaves it as it was', () => {
  const { Moon = '', ...of } = draft.menuItems.of;
  const back = withColumn(withColumn(draft, 'person', ['who']), 'person', []);
  const { name, ...others } = back;
  expect(
    isSameDraft(draft, { ...others, name, menuItems: { ...draft.menuItems, of: { Moon, ...of } } }),
  ).toBe(true);
});
