import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { anyEvent, type Contract, contracts } from './index.js';

const folder = new URL('../samples/', import.meta.url);
const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));

const sample = (name: string) =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Record<string, unknown>;

const ofType = ({ type }: Contract, name: string) => name === type || name.startsWith(`${type}.`);

describe.each(contracts)('$type', (contract) => {
  const { type, schema } = contract;

  // A sample is written once and never edited: it stands for the messages that are already on the topic.
  test.each(names.filter((name) => ofType(contract, name)))('%s is read to the letter', (name) => {
    expect(schema.parse(sample(name))).toEqual(sample(name));
  });

  test('a field that came later hurts nobody, beside the data or in it', () => {
    const { data, ...envelope } = sample(type);
    const fromNextYear = { ...envelope, addednextyear: 1, data: { ...(data as object), addedNextYear: [] } };
    expect(schema.parse(fromNextYear)).toEqual(sample(type));
  });

  test('an event of another type is not taken for this one', () => {
    expect(schema.safeParse({ ...sample(type), type: 'intake.case-forgotten.v1' }).success).toBe(false);
  });

  test('what its sample leaves out cannot be left out', () => {
    const { data, ...envelope } = sample(type);
    expect(schema.safeParse(envelope).success).toBe(false);
    const [first = ''] = Object.keys(data as object);
    expect(schema.safeParse({ ...envelope, data: { ...(data as object), [first]: undefined } }).success).toBe(
      false,
    );
  });

  test('its envelope names its service, its schema and its town', () => {
    const { source, dataschema, town } = sample(type);
    expect({ source, dataschema }).toEqual({
      source: `/${String(town)}/${type.split('.', 1)[0] ?? ''}`,
      dataschema: `urn:mulin:${type}`,
    });
  });
});

test('every contract has its sample, and no sample is without its contract', () => {
  const typesOf = (name: string) => contracts.filter((contract) => ofType(contract, name));
  expect(names.filter((name) => typesOf(name).length !== 1)).toEqual([]);
  expect(contracts.map(({ type }) => type).filter((type) => !names.includes(type))).toEqual([]);
});

test('no two contracts tell the same type', () => {
  const types = contracts.map(({ type }) => type);
  expect([...new Set(types)]).toEqual(types);
});

test('an event of a type nobody here knows is still an event, with all that it carries', () => {
  const unknown = { ...sample('intake.case-closed.v1'), type: 'console.page-shown.v1', extra: 'kept' };
  expect(anyEvent.parse(unknown)).toEqual(unknown);
});

test('what has no envelope is no event', () => {
  expect(anyEvent.safeParse({ type: 'intake.case-closed.v1', data: {} }).success).toBe(false);
  expect(anyEvent.safeParse(null).success).toBe(false);
});
