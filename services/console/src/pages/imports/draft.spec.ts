import { expect, test } from '@jest/globals';
import { parseMapping } from '@mulin/imports';
import { type Draft, isSameDraft, mappingFileOf, withColumn } from './draft';

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

test('what was said in the form is saved as a mapping file that the command line takes, and reads the file alike', () => {
  const said: Draft = {
    ...withColumn(withColumn(draft, 'reportedAt', ['when']), 'person', []),
    asOf: '2026-03-02T08:00',
    timeFormats: undefined,
  };
  const { name, text } = mappingFileOf(said);
  const read = parseMapping(name, text);
  expect([name, isSameDraft({ ...read, claims: undefined } as unknown as Draft, said)]).toEqual([
    'm.json',
    true,
  ]);
});

test("what a mapping of one's own says beyond the form stays in what is saved", () => {
  const own = parseMapping(
    'own',
    JSON.stringify({
      ...draft,
      asOf: '2026-03-02T08:00',
      encoding: 'big5',
      dayEnds: '17:30',
      claims: { yes: 'met' },
      columns: { ...draft.columns, reportedAt: 'when', claim: 'in time', sourceNumber: 'their number' },
    }),
  );
  const { name, text } = mappingFileOf(withColumn(own, 'person', ['who']));
  expect(parseMapping(name, text)).toEqual({ ...own, columns: { ...own.columns, person: 'who' } });
});
