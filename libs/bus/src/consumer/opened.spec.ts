import { expect, test } from '@jest/globals';
import type { Delivered } from '@mulin/kernel';
import { opened } from './opened.js';

const message = (value: string): Delivered => ({ topic: 't', partition: 0, offset: 0, key: 'a', value });

test('several groups that are given one message see the same objects, and none can change them', () => {
  const one = message('{"data":{"areas":["a",{"b":1}]}}');
  const { value } = opened(one);
  expect(opened(one).value).toBe(value);
  const { data } = value as { data: { areas: (string | { b: number })[] } };
  expect(() => data.areas.push('c')).toThrow(TypeError);
  expect(() => Object.assign(data.areas[1] ?? {}, { b: 2 })).toThrow(TypeError);
});

test('another message of the same text is another one', () => {
  expect(opened(message('{}')).value).not.toBe(opened(message('{}')).value);
});

test('what is no JSON is a problem each time, and nothing of it is quoted', () => {
  const bad = message('not json');
  for (let time = 0; time < 2; time++)
    expect(opened(bad)).toEqual({ value: null, problem: 'NotAsClaimed: no JSON' });
});

test('whoever carried a message on may have set its trace anew, and no other group is told otherwise', () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const carried = { ...message('{"type":"a","traceparent":"as sent"}'), traceparent };
  expect(opened(carried).value).toEqual({ type: 'a', traceparent });
  expect(Object.isFrozen(opened(carried).value)).toBe(true);
  expect(opened(carried)).toBe(opened(carried));
});
