import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Unavailable } from '@mulin/kernel';
import { publisher } from './publisher.js';

const said = (...values: readonly string[]) => values.map((value) => ({ key: 'a', value }));

const rest = async () => {
  for (let turns = 0; turns < 5; turns++) await turn();
};

/** A publisher whose statements are answered by hand. */
const bench = () => {
  const appended: string[] = [];
  const answers: ((error?: Error) => void)[] = [];
  const publish = publisher(
    (topic, messages) =>
      new Promise((resolve, reject) => {
        appended.push(`${topic}: ${messages.map(({ value }) => value.slice(0, 1)).join('')}`);
        answers.push((error) => (error === undefined ? resolve([]) : reject(error)));
      }),
  );
  const answer = async (error?: Error) => {
    answers.shift()?.(error);
    await rest();
  };
  const heard: string[] = [];
  const tell = (name: string, topic = 't', messages = said(name)) =>
    publish(topic, messages).then(
      () => void heard.push(`${name} done`),
      () => void heard.push(`${name} failed`),
    );
  return { publish, appended, answer, heard, tell };
};

test('what is published while another call is under way goes together, in its order', async () => {
  const { publish, appended, answer } = bench();
  void publish('t', said('1', '2'));
  void publish('u', said('x'));
  await rest();
  void publish('t', said('3'));
  void publish('t', said('4', '5'));
  await rest();
  expect(appended).toEqual(['t: 12', 'u: x']);

  await answer();
  expect(appended.at(-1)).toBe('t: 345');
});

test('nobody hears "done" before it is, and a world that is down is told to those it concerns', async () => {
  const { answer, heard, tell } = bench();
  void tell('1');
  await rest();
  void tell('2');
  void tell('3');
  await answer();
  expect(heard).toEqual(['1 done']);

  await answer(new Unavailable('no disk'));
  expect(heard).toEqual(['1 done', '2 failed', '3 failed']);
  void tell('4');
  await rest();
  await answer();
  expect(heard.at(-1)).toBe('4 done');
});

test('a call that cannot be carried fails alone, and the others keep their order', async () => {
  const { answer, appended, heard, tell } = bench();
  for (const name of ['1', '2', '!', '4']) void tell(name);
  await rest();
  expect(appended).toEqual(['t: 12!4']);
  await answer(new Error('cannot be written'));
  await answer();
  await answer(new Error('cannot be written'));
  await answer(new Error('cannot be written'));
  await answer();
  expect(appended.slice(1)).toEqual(['t: 12', 't: !4', 't: !', 't: 4']);
  expect(heard).toEqual(['1 done', '2 done', '! failed', '4 done']);
});

test('one statement does not carry everything, neither by number nor by size', async () => {
  const { publish, appended, answer } = bench();
  void publish('t', said(...Array.from({ length: 1_500 }, () => 'a')));
  await rest();
  await answer();
  expect(appended.map((text) => text.length - 3)).toEqual([1_000, 500]);
  await answer();

  void publish('t', said('b'.repeat(3_000_000), 'c'.repeat(3_000_000), 'd'.repeat(9_000_000), 'e', 'f'));
  for (let left = 4; left > 0; left--) {
    await rest();
    await answer();
  }
  expect(appended.slice(2)).toEqual(['t: b', 't: c', 't: d', 't: ef']);
});

test('of one call nothing is said after what failed', async () => {
  const { appended, answer, heard, tell } = bench();
  void tell('call', 't', said('b'.repeat(3_000_000), 'c'.repeat(3_000_000)));
  await rest();
  await answer(new Unavailable('no disk'));
  expect({ appended, heard }).toEqual({ appended: ['t: b'], heard: ['call failed'] });
});
