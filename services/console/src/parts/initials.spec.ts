import { describe, expect, test } from '@jest/globals';
import { fitting } from './initials';

const items = ['环境卫生', '供水与排水', '井盖', '交通与停车', '供电、燃气与供暖'];
const found = (typed: string) => fitting(items, typed, (it) => [it]);

describe('A Chinese name is found', () => {
  test.each([
    ['hjws', ['环境卫生']],
    ['HJ', ['环境卫生']],
    ['gs', ['供水与排水']],
    ['gdrq', ['供电、燃气与供暖']],
    ['供', ['供水与排水', '供电、燃气与供暖']],
    ['停车', ['交通与停车']],
    ['xyz', []],
  ])('by %s', (typed, names) => {
    expect(found(typed)).toEqual(names);
  });

  test('what begins with it comes before what holds it', () => {
    expect(fitting(['道路与路灯', '路边'], '路', (it) => [it])).toEqual(['路边', '道路与路灯']);
  });

  test('everything where nothing is typed', () => {
    expect(found(' ')).toEqual(items);
  });
});
