import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { coalesced } from './publisher.js';

const said = (...values: readonly string[]) => values.map((value) => ({ key: 'a', value }));

const bench = () => {
  const appended: string[] = [];
  const answers: ((error?: Error) => void)[] = [];
  const publish = coalesced(
    (topic, messages) =>
      new Promise((resolve, reject) => {
        appended.push(`${topic}: ${messages.map(({ value }) => value).join()}`);
        answers.push((error) => (error === undefined ? resolve() : reject(error)));
      }),
  );
  const answer = async (error?: Error) => {
    answers.shift()?.(error);
    await turn();
  };
  return { publish, appended, answer };
};

test('what is published while another call is under way goes together, in its order', async () => {
  const { publish, appended, answer } = bench();
  void publish('t', said('1', '2'));
  void publish('t', said('3'));
  void publish('t', said('4', '5'));
  void publish('u', said('x'));
  expect(appended).toEqual(['t: 1,2', 'u: x']);

  await answer();
  expect(appended.at(-1)).toBe('t: 3,4,5');
});

test('nobody hears "done" before it is, and a failure is told to those it concerns', async () => {
  const { publish, answer } = bench();
  const heard: string[] = [];
  const tell = (name: string) => () => void heard.push(name);
  publish('t', said('1')).then(tell('1 done'), tell('1 failed'));
  publish('t', said('2')).then(tell('2 done'), tell('2 failed'));
  publish('t', said('3')).then(tell('3 done'), tell('3 failed'));
  await answer();
  expect(heard).toEqual(['1 done']);

  await answer(new Error('disk full'));
  expect(heard).toEqual(['1 done', '2 failed', '3 failed']);
  publish('t', said('4')).then(tell('4 done'), tell('4 failed'));
  await answer();
  expect(heard.at(-1)).toBe('4 done');
});

test('one statement does not carry everything', async () => {
  const { publish, appended, answer } = bench();
  void publish('t', said('first'));
  for (const value of ['a', 'b', 'c']) void publish('t', said(...Array.from({ length: 600 }, () => value)));
  await answer();
  await answer();
  expect(appended.map((text) => new Set(text.slice(3).split(',')))).toEqual([
    new Set(['first']),
    new Set(['a', 'b']),
    new Set(['c']),
  ]);
});
