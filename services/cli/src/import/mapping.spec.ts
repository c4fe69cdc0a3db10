import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { mappingSchema, parseMapping } from './mapping.js';

const folder = new URL('../../../../infra/mappings/', import.meta.url);
const contentOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

test('the schema for editors is that of the code (else: node infra/scripts/write-mapping-schema.mjs)', () => {
  expect(JSON.parse(contentOf('mapping.schema.json'))).toEqual(JSON.parse(JSON.stringify(mappingSchema())));
});

test.each(readdirSync(folder).filter((name) => !name.includes('schema')))(
  'the mapping %s, which comes along, is one',
  (name) => {
    expect(parseMapping(name, contentOf(name)).name).toBe(name.replace('.json', ''));
  },
);

test('the schema says of each field what it is', () => {
  const { properties = {} } = mappingSchema() as { properties?: Record<string, { description?: string }> };
  const silent = Object.entries(properties).filter(([, { description = '' }]) => description === '');
  expect(silent.map(([name]) => name)).toEqual(['columns', 'channels', 'menuItems']);
});
