import { afterEach, expect, test } from '@jest/globals';

Object.defineProperty(globalThis, 'navigator', { value: { language: 'zh-CN' }, configurable: true });

const keepIn = (setItem: (name: string, value: string) => void, kept: Map<string, string>): void => {
  const localStorage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem,
    removeItem: (name: string) => void kept.delete(name),
  };
  Object.defineProperty(globalThis, 'localStorage', { value: localStorage, configurable: true });
};
keepIn(() => undefined, new Map());
const { isOwed, lastSession, owe } = await import('./last-session');

afterEach(() => owe(false));

const full = (): never => {
  throw new DOMException('full', 'QuotaExceededError');
};
const li = JSON.stringify({ account: 'li@mu', until: '2999-01-01T00:00:00Z' });

test.each<[string, boolean]>([
  ['keeps nothing more', false],
  ['keeps it', true],
])('whoever signs out is out also in a browser that %s', (_, keeps) => {
  const kept = new Map([['mulin-session', li]]);
  keepIn(keeps ? (name, value) => void kept.set(name, value) : full, kept);
  expect(lastSession()).toMatchObject({ account: 'li@mu' });
  owe(true);
  expect(isOwed()).toBe(true);
  expect(lastSession()).toBeNull();
  owe(false);
  expect(isOwed()).toBe(false);
});
