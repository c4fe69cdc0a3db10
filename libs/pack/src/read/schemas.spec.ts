import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { problemsOfFiles } from '../check/whole-pack.js';
import { isMistake } from '../problem.js';
import type { PackFiles } from './files.js';
import { filesIn } from './folder.js';
import { CalendarsForEditors } from './rules-file.js';
import { packSchemas } from './schemas.js';

const published = new URL('../../../../docs/schemas/', import.meta.url);
const sample = new URL('../../../../infra/packs/small/', import.meta.url);
const howToWrite = 'npx tsc -b libs/pack && node infra/scripts/write-pack-schemas.mjs';

const fileOf = (name: string): string => `${name.replace(/\.\w+$/, '')}.schema.json`;

test.each(Object.entries(packSchemas()))('The schema of %s is published as it is today', (name, schema) => {
  const text = readFileSync(new URL(fileOf(name), published), 'utf8');
  expect({ howToWrite, schema: JSON.parse(text) as unknown }).toEqual({ howToWrite, schema });
});

test('Its patterns are read alike with the flag for Unicode and without it', () => {
  expect(JSON.stringify(packSchemas())).not.toContain('p{');
});

test('No schema is published without its file', () => {
  expect(readdirSync(published).sort()).toEqual(Object.keys(packSchemas()).map(fileOf).sort());
});

test('A file may name its schema, and is read as before', () => {
  const { files } = filesIn(sample.pathname);
  const linked = Object.fromEntries(
    Object.entries(files).map(([name, json]) => [
      name,
      // A file that a pack may leave out is not there.
      json === null ? null : { ...(json as object), $schema: 'x.schema.json' },
    ]),
  );
  // The keys are those of `files`.
  // Without a moment nothing but mistakes and notes is said.
  expect(problemsOfFiles(linked as PackFiles, null).filter(isMistake)).toEqual([]);
});

test('The calendars that a town can start with are what editors are told', () => {
  const { files } = filesIn(sample.pathname);
  expect(CalendarsForEditors.safeParse(files.calendars).error).toBeUndefined();
});

/** Every field of a file that is an object of fixed fields, in whatever depth. */
const fieldsIn = (schema: unknown): readonly (readonly [string, object])[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {} } = schema as { properties?: Record<string, object> };
  return [
    ...Object.entries(properties),
    ...Object.entries(schema).flatMap(([key, value]) =>
      key === 'properties'
        ? Object.values(properties).flatMap(fieldsIn)
        : Array.isArray(value)
          ? value.flatMap(fieldsIn)
          : fieldsIn(value),
    ),
  ];
};

test('Fields are explained in both languages', () => {
  const plain = [
    'zh',
    'en',
    'type',
    'geometry',
    'properties',
    'features',
    'lat',
    'lon',
    'segments',
    'reason',
    'source',
  ];
  const unexplained = Object.entries(packSchemas()).flatMap(([name, schema]) =>
    fieldsIn(schema)
      .filter(([, it]) => !/\p{Script=Han}/u.test((it as { description?: string }).description ?? ''))
      .map(([field]) => `${name} ${field}`)
      .filter((it) => !plain.includes(it.split(' ')[1] ?? '')),
  );
  expect(unexplained).toEqual([]);
});
