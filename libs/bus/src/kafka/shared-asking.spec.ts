import { expect, test } from '@jest/globals';
import { sharedAsking } from './shared-asking.js';

/** A question that is answered by hand, with how often it was asked by then. */
const bench = () => {
  const answers: (() => void)[] = [];
  let asked = 0;
  const share = sharedAsking<number>();
  const ask = (question = 'q') =>
    share(question, () => {
      const nth = ++asked;
      return new Promise((resolve, reject) =>
        answers.push(() => (nth === 13 ? reject(new Error('no')) : resolve(nth))),
      );
    });
  const turn = () => new Promise((resolve) => void setImmediate(resolve));
  const answer = async () => {
    answers.shift()?.();
    await turn();
  };
  return { ask, answer, asked: () => asked, skipTo: (nth: number) => void (asked = nth - 1) };
};

test('who asks while it is asked waits for the next answer, and shares that with all who do', async () => {
  const { ask, answer, asked } = bench();
  const [first, second, third] = [ask(), ask(), ask()];
  expect(asked()).toBe(1);
  await answer();
  expect(asked()).toBe(2);
  const fourth = ask();
  await answer();
  await answer();
  expect(await Promise.all([first, second, third, fourth])).toEqual([1, 2, 2, 3]);
  const later = ask();
  await answer();
  expect(await later).toBe(4);
});

test('other questions are asked by themselves', async () => {
  const { ask, answer, asked } = bench();
  const both = [ask('one'), ask('other')];
  expect(asked()).toBe(2);
  await answer();
  await answer();
  expect(await Promise.all(both)).toEqual([1, 2]);
});

test('one that fails is the fault of nobody who comes after it', async () => {
  const { ask, answer, skipTo } = bench();
  skipTo(13);
  const failing = ask();
  const next = ask();
  const refused = expect(failing).rejects.toThrow('no');
  await answer();
  await refused;
  await answer();
  expect(await next).toBe(14);
});
