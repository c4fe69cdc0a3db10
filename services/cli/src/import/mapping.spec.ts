import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { mappingSchema, parseMapping } from '@mulin/imports';
import { aliasesSchema } from './aliases.js';
import { disputeMappingSchema, parseDisputeMapping } from './disputes/dispute-mapping.js';

const folder = new URL('../../../../infra/mappings/', import.meta.url);
const contentOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

test('the schema for editors is that of the code (else: node infra/scripts/write-mapping-schema.mjs)', () => {
  expect(JSON.parse(contentOf('mapping.schema.json'))).toEqual(JSON.parse(JSON.stringify(mappingSchema())));
});

/** By what they are for; lists of names, such as of agencies, are none. */
const mappings = readdirSync(folder)
  .filter((name) => !name.includes('schema'))
  .map((file) => ({ file, ...(JSON.parse(contentOf(file)) as { kind?: string; columns?: object }) }))
  .filter(({ columns }) => columns !== undefined);
const namesOf = (isOfDisputes: boolean) =>
  mappings.filter(({ kind }) => (kind === 'disputes') === isOfDisputes).map(({ file }) => file);

test.each([
  ['dispute-mapping', disputeMappingSchema],
  ['aliases', aliasesSchema],
])('the schema %s is that of the code, too', (name, schema) => {
  expect(JSON.parse(contentOf(`${name}.schema.json`))).toEqual(JSON.parse(JSON.stringify(schema())));
});

test.each(namesOf(true))('the mapping for disputes %s, which comes along, is one', (name) => {
  expect(parseDisputeMapping(name, contentOf(name)).name).toBe(name.replace('.json', ''));
});

test.each(namesOf(false))('the mapping %s, which comes along, is one', (name) => {
  expect(parseMapping(name, contentOf(name)).name).toBe(name.replace('.json', ''));
});

test('the schema says of each field what it is', () => {
  const { properties = {} } = mappingSchema() as { properties?: Record<string, { description?: string }> };
  const silent = Object.entries(properties).filter(([, { description = '' }]) => description === '');
  expect(silent.map(([name]) => name)).toEqual(['columns', 'channels', 'menuItems']);
});

const saying = (en: RegExp, zh: RegExp) =>
  expect.objectContaining({ sentence: { en: expect.stringMatching(en), zh: expect.stringMatching(zh) } });

test('what is wrong with a mapping is said in either language, with its place', () => {
  expect(() => parseMapping('x', '{\n  "name": oops }')).toThrow(
    saying(
      /^The mapping x is not JSON; look at line 2, column 11\.$/,
      /^映射文件 x 不是有效的 JSON，请看第 2 行第 11 列。$/,
    ),
  );
  const comes = JSON.parse(contentOf(namesOf(false)[0] ?? '')) as object;
  const spoilt = (more: object) => () => parseMapping('x', JSON.stringify({ ...comes, ...more }));
  expect(spoilt({ dayEnds: 'late' })).toThrow(
    saying(
      /dayEnds: the end of a day of business is written 17:30$/,
      /dayEnds：每日办公结束时间应写作 17:30$/,
    ),
  );
  expect(spoilt({ mode: 'some', columns: null })).toThrow(
    saying(/mode: .*; columns: /, /mode：须为下列之一：.*；columns：须为对象$/),
  );
});

test('a way of writing times that means nothing, or names no day, is refused with what would be right', () => {
  const comes = JSON.parse(contentOf(namesOf(false)[0] ?? '')) as object;
  const read = (format: string) => () =>
    parseMapping('x', JSON.stringify({ ...comes, timeFormats: ['d/M/yyyy', format] }));
  for (const format of ['X', 'QQQ', 'd/M/yyyy QQQ', 'YYYY-MM-DD', 'H:mm', 'd/M H:mm', 'yyyy', '年月日'])
    expect(read(format)).toThrow(
      saying(/timeFormats\.1: .* in the tokens of Luxon/, /timeFormats\.1：时间写法须使用 `Luxon` 标记/),
    );
  for (const format of [
    ...[
      'd/M/yyyy H:mm',
      'MM-dd-yy h:mm a',
      "yyyy-MM-dd'T'HH:mm:ss.SSS",
      'yyyy年M月d日 H时m分',
      'EEE, d MMM yyyy',
    ],
    ...["d 'of' MMMM yyyy", 'yyyy-MM-dd HH:mm ZZ', 'yyyy-MM-dd HH:mm z', 'yyyyMMddHHmm', 'o yyyy', 'D t'],
  ])
    expect(read(format)).not.toThrow();
});
