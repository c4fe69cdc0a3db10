import { expect, test } from '@jest/globals';
import { failureCounts } from './failure-counts.js';

const kind = 'case-closed';
const at = (place: string, its = kind) => ({ kind: its, place });
const times = (count: number, act: () => boolean): boolean[] => Array.from({ length: count }, act);
const handle = ({ finished }: ReturnType<typeof failureCounts>, ...places: readonly string[]) => {
  for (const place of places) finished(at(place));
};

test('one that fails again and again while others are handled is convicted, and only then', () => {
  const those = failureCounts();
  expect(times(20, () => those.struck(at('poison')))).not.toContain(true);
  handle(those, 'a', 'b');
  expect(those.struck(at('poison'))).toBe(false);
  handle(those, 'c');
  expect(those.struck(at('poison'))).toBe(true);
});

test('a few failures convict nobody, however many others are handled', () => {
  const those = failureCounts();
  const verdicts = times(7, () => {
    handle(those, 'another');
    return those.struck(at('poison'));
  });
  expect(verdicts).not.toContain(true);
});

test('where another one fails and is handled later, it was the world, and nobody is suspected', () => {
  const those = failureCounts();
  for (let round = 0; round < 50; round++) {
    expect(those.struck(at('unlucky'))).toBe(false);
    those.struck(at('lucky'));
    handle(those, 'a', 'b', 'c', 'lucky');
  }
});

test('where a part of the world is down, what does not need it convicts nobody that does', () => {
  const those = failureCounts();
  for (let round = 0; round < 50; round++) {
    expect(those.struck(at('one', 'needs-the-vault'))).toBe(false);
    expect(those.struck(at('two', 'needs-the-vault'))).toBe(false);
    handle(those, 'a', 'b', 'c');
  }
});

test('when the world says that it is down, nobody is suspected', () => {
  const those = failureCounts();
  for (let round = 0; round < 50; round++) {
    handle(those, 'a', 'b', 'c');
    expect(times(7, () => those.struck(at('unlucky')))).not.toContain(true);
    those.excused();
  }
});

test('two that are poisonous do not clear each other, nor does the end of one', () => {
  const those = failureCounts();
  times(8, () => those.struck(at('one')) || those.struck(at('two')));
  handle(those, 'a', 'b', 'c');
  expect(those.struck(at('one'))).toBe(true);
  those.convicted(at('one'));
  expect(those.struck(at('two'))).toBe(true);
});

test('one that is all alone is convicted late, and never while another one of its kind fails, too', () => {
  const those = failureCounts();
  expect(times(24, () => those.struck(at('alone')))).not.toContain(true);
  expect(those.struck(at('alone'))).toBe(true);

  those.excused();
  those.struck(at('another'));
  expect(times(100, () => those.struck(at('one of two')))).not.toContain(true);
});
