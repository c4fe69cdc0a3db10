import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { breaches, mayGrow } from './compatible.js';

const Known = z.object({
  number: z.string(),
  door: z.enum(['portal', 'patrol']).meta({ [mayGrow]: true }),
  net: z.enum(['life', 'commerce']),
  dueAt: z.iso.datetime().nullable(),
  note: z.string().optional(),
  archive: z.object({ batch: z.string(), flags: z.array(z.enum(['no-place', 'no-item'])) }).optional(),
});

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' });
const refusals = (today: z.ZodType) => breaches(schemaOf(Known), schemaOf(today));
const { shape } = Known;

describe('A contract may', () => {
  test('stay as it is', () => {
    expect(refusals(z.object(shape))).toEqual([]);
  });

  test('explain itself better', () => {
    expect(refusals(Known.extend({ number: z.string().describe('for life') }))).toEqual([]);
  });

  test('get an optional field', () => {
    expect(refusals(Known.extend({ helpers: z.array(z.string()).optional() }))).toEqual([]);
  });

  test('get an optional field deeper down', () => {
    const archive = z.object({
      batch: z.string(),
      flags: z.array(z.enum(['no-place', 'no-item'])),
      row: z.int().optional(),
    });
    expect(refusals(Known.extend({ archive: archive.optional() }))).toEqual([]);
  });

  test('get a word in a list that says it may grow', () => {
    const door = z.enum(['portal', 'patrol', 'kiosk']).meta({ [mayGrow]: true });
    expect(refusals(Known.extend({ door }))).toEqual([]);
  });
});

const flags = (words: readonly ['no-place', ...string[]]) =>
  z.object({ batch: z.string(), flags: z.array(z.enum(words)) }).optional();

describe('A contract may not', () => {
  test.each<[string, z.ZodType, string]>([
    ['lose a field', Known.omit({ number: true }), 'the event.number: is not told any more'],
    ['lose an optional field', Known.omit({ note: true }), 'the event.note: is not told any more'],
    [
      'give a field another name',
      Known.omit({ number: true }).extend({ caseNumber: z.string() }),
      'the event.number: is not told any more',
    ],
    ['require a new field', Known.extend({ area: z.string() }), 'the event.area: is required now'],
    ['require what was optional', Known.extend({ note: z.string() }), 'the event.note: is required now'],
    [
      'leave out what was always told',
      Known.extend({ number: z.string().optional() }),
      'the event.number: may be missing now',
    ],
    [
      'tell another type',
      Known.extend({ number: z.int() }),
      'the event.number: type: "string" became "integer"',
    ],
    [
      'narrow a field',
      Known.extend({ number: z.string().min(3) }),
      'the event.number: minLength: undefined became 3',
    ],
    [
      'tell null where there never was one',
      Known.extend({ number: z.string().nullable() }),
      'the event.number: type: "string" became ["string","null"]',
    ],
    [
      'always tell what could be null',
      Known.extend({ dueAt: z.iso.datetime() }),
      'the event.dueAt: type: undefined became "string"',
    ],
    [
      'add a word to a list that is closed',
      Known.extend({ net: z.enum(['life', 'commerce', 'production']) }),
      'the event.net: the word production is new in a list that may not grow',
    ],
    [
      'add a word to a closed list deeper down',
      Known.extend({ archive: flags(['no-place', 'no-item', 'no-time']) }),
      'the event.archive.flags: items: the word no-time is new in a list that may not grow',
    ],
    [
      'take a word away, not even from a list that may grow',
      Known.extend({ door: z.enum(['portal']).meta({ [mayGrow]: true }) }),
      'the event.door: the word patrol is gone',
    ],
    [
      'open a closed list, or close an open one',
      Known.extend({ door: z.enum(['portal', 'patrol']) }),
      'the event.door: x-may-grow: true became undefined',
    ],
    ['become another kind of thing', z.array(Known), 'the event: type: "object" became "array"'],
  ])('%s', (_title, today, refusal) => {
    expect(refusals(today)).toContain(refusal);
  });
});
