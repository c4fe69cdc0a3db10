import { expect, test } from '@jest/globals';
import { Unavailable } from '@mulin/kernel';
import { fireDue } from './fire-due.js';

const subjects = Array.from({ length: 20 }, (_, n) => `case-${n}`);
const due = subjects.map((subject) => ({ subject }));

/** A look that fails whenever this one is among those looked at. */
const failingFor = (bad: string, error: Error) => {
  const seen = new Set<string>();
  const handler = async (some: readonly string[]) => {
    if (some.includes(bad)) throw error;
    for (const subject of some) seen.add(subject);
  };
  return { handler, seen };
};

test.each([
  new Error('a bug'),
  Object.assign(new Error('said so'), { code: 'XX000' }),
  Object.assign(new Error('said so'), { code: '08P01' }),
])('one that cannot be looked at keeps no other from it: %p', async (error) => {
  const { handler, seen } = failingFor('case-7', error);
  expect(await fireDue(handler, due)).toEqual({ subjects: ['case-7'], error });
  expect(seen.size).toBe(19);
});

test.each([new Unavailable('no store'), Object.assign(new Error('said so'), { code: '57P03' })])(
  'a world that is down is asked once: %p',
  async (error) => {
    const { handler, seen } = failingFor('case-7', error);
    expect(await fireDue(handler, due)).toEqual({ subjects, error });
    expect(seen.size).toBe(0);
  },
);
