import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { breaches } from './compatible.js';
import { asyncapi, meaningsIn, schemaOf, type PublishedContract } from './documents.js';
import { type Contract, contracts } from './index.js';

const folder = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8');
const json = (path: string) => JSON.parse(read(path)) as Record<string, unknown>;
const filesIn = (path: string) => readdirSync(new URL(path, folder)).sort();

const howToWrite = 'npx tsc -b contracts && node infra/scripts/write-contract-documents.mjs';

describe.each(contracts)('$type', (contract) => {
  const published = () => json(`documents/schemas/${contract.type}.json`);

  test('keeps all that it has promised to those who read it', () => {
    expect(breaches(published(), schemaOf(contract))).toEqual([]);
  });

  test('is published as it is today', () => {
    expect({ howToWrite, schema: published() }).toEqual({ howToWrite, schema: schemaOf(contract) });
  });
});

test('no published schema is without its contract', () => {
  const types = filesIn('documents/schemas').map((file) => file.replace(/\.json$/, ''));
  expect(types).toEqual(contracts.map(({ type }) => type).sort());
});

const meanings = new Map(
  filesIn('src')
    .filter((file) => !file.endsWith('.spec.ts'))
    .flatMap((file) => [...meaningsIn(read(`src/${file}`))]),
);

const toldBy = (contract: Contract): PublishedContract => ({
  contract,
  meaning: meanings.get(contract.type) ?? '',
  samples: filesIn('samples')
    .filter((file) => file.startsWith(`${contract.type}.`))
    .map((file) => json(`samples/${file}`)),
});

test('every contract says what it means to others', () => {
  expect(contracts.map(({ type }) => type).filter((type) => (meanings.get(type) ?? '') === '')).toEqual([]);
});

test('a meaning is the docstring of its contract, and of no other', () => {
  const source = [
    '/** Not this. */',
    'export const Word = 1;',
    '/**',
    ' * A session was held',
    ' * at the home.',
    ' */',
    'export const SessionHeldV1 = contract(',
    "  'mediation.session-held.v1',",
  ].join('\n');
  expect([...meaningsIn(source)]).toEqual([['mediation.session-held.v1', 'A session was held at the home.']]);
});

test('the AsyncAPI document says what is told today', () => {
  const version = String(json('package.json')['version']);
  expect({ howToWrite, document: json('documents/asyncapi.json') }).toEqual({
    howToWrite,
    document: asyncapi(contracts.map(toldBy), version),
  });
});
