import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { checkedPack } from '../check/whole-pack.js';
import { lineOf } from '../problem.js';
import { parseFeedback, problemsOfFeedback } from './feedback.js';
import { packIn } from './read-pack.js';

const good = {
  callBack: { attempts: 3, hoursBetween: 4 },
  rating: { days: 7 },
  redo: { atMost: 2 },
  reopen: { days: 15 },
};
const samplePack = fileURLToPath(new URL('../../../../infra/packs/small', import.meta.url));

describe('How a town asks for feedback', () => {
  test('is what feedback.json says', () => {
    expect(parseFeedback({ ...good, $schema: 'feedback.schema.json' })).toEqual(good);
  });

  test('is nothing where the pack has no such file', () => {
    expect(parseFeedback(null)).toBeNull();
  });

  test.each([
    ['no attempt at all', { callBack: { attempts: 0, hoursBetween: 4 } }, 'callBack.attempts'],
    ['half an attempt', { callBack: { attempts: 1.5, hoursBetween: 4 } }, 'callBack.attempts'],
    ['a time that runs backwards', { callBack: { attempts: 3, hoursBetween: -1 } }, 'callBack.hoursBetween'],
    ['days as words', { rating: { days: 'seven' } }, 'rating.days'],
    ['no days for a rating', { rating: { days: 0 } }, 'rating.days'],
    ['a year and more to reopen', { reopen: { days: 366 } }, 'reopen.days'],
    ['redo without end', { redo: { atMost: 1000 } }, 'redo.atMost'],
    ['a field nobody knows', { ratings: {} }, ''],
  ])('%s is a mistake with its place, in both languages', (_, change, at) => {
    const problems = problemsOfFeedback({ ...good, ...change });
    expect(problems).toEqual([
      expect.objectContaining({ severity: 'mistake', code: 'malformed', file: 'feedback.json', at }),
    ]);
    expect(problems.map((it) => lineOf(it, 'zh')).join()).toMatch(/\p{Script=Han}/u);
  });
});

/** A copy of the small pack with this text as its feedback.json; `null`: without one. */
const packWith = (text: string | null): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pack-'));
  cpSync(samplePack, folder, { recursive: true });
  const file = path.join(folder, 'feedback.json');
  rmSync(file, { force: true });
  if (text !== null) writeFileSync(file, text);
  return folder;
};

const mistakesIn = (folder: string) => checkedPack(folder).mistakes;

describe('What the rates weigh', () => {
  const first = { version: 1, response: 30, resolution: 35, satisfaction: 35 };
  const second = { version: 2, from: '2026-07-01', response: 20, resolution: 40, satisfaction: 40 };
  const mistakes = (weights: readonly object[]) =>
    problemsOfFeedback({ ...good, rates: { weights } }).map((it) => [it.at, it.sentence.en, it.sentence.zh]);

  test('is what the pack says, version by version', () => {
    expect(parseFeedback({ ...good, rates: { weights: [first, second] } })).toEqual({
      ...good,
      rates: { weights: [first, second] },
    });
  });

  test.each([
    ['that do not add up', [{ ...first, response: 40 }], 'must add up to 100', '三项之和须为 100'],
    ['that have no beginning', [first, { ...second, from: undefined }], /no "from"/, /起始日期/],
    ['of which the first begins', [{ ...first, from: '2026-01-01' }], /no "from"/, /起始日期/],
    ['whose numbers have a gap', [first, { ...second, version: 3 }], /numbered from 1/, /依次递增/],
    [
      'of which one begins before the one before',
      [first, second, { ...second, version: 3, from: '2026-06-30' }],
      /numbered from 1/,
      /依次递增/,
    ],
  ] as const)('%s are a mistake, in both languages', (_, weights, en, zh) => {
    expect(mistakes(weights)).toContainEqual([
      expect.stringMatching(/^rates\.weights/),
      expect.stringMatching(en),
      expect.stringMatching(zh),
    ]);
  });
});

describe('A pack', () => {
  test('gives what it says of feedback to the services that need it', () => {
    const folder = packWith(JSON.stringify(good));
    expect(mistakesIn(folder)).toEqual([]);
    expect(packIn(folder)).toMatchObject({ feedback: good, intake: { feedback: good } });
  });

  test('may do without the file: a small town starts as before', () => {
    const folder = packWith(null);
    expect(mistakesIn(folder)).toEqual([]);
    expect(packIn(folder)).toMatchObject({ feedback: null, intake: { feedback: null } });
  });

  test.each([
    ['no JSON', '{ "callBack": ', 'no-json'],
    ['nothing of what it must say', '{}', 'malformed'],
    ['null', 'null', 'malformed'],
  ])('does not start a town where the file is %s', (_, text, code) => {
    const mistakes = mistakesIn(packWith(text));
    expect(mistakes.map((it) => `${it.file} ${it.code}`)).toContain(`feedback.json ${code}`);
  });
});
