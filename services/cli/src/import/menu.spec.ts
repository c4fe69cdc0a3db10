import { expect, test } from '@jest/globals';
import { FileRefused } from '@mulin/imports';
import { type TownClient, TownUnreachable } from '../town-client.js';
import { checkMenu, isMenuChecked } from './menu.js';

const items = [
  { id: 'street-lamp', name: { zh: '路灯照明', en: 'Street lamps' } },
  { id: 'manhole-cover', name: { zh: '井盖', en: 'Manhole covers' } },
  { id: 'consultation', name: { zh: '政策咨询', en: 'Consultation' } },
];
const townWith = (get: TownClient['get']): TownClient => ({
  get,
  versioned: () => Promise.reject(new Error('nothing is asked')),
  bytes: () => Promise.reject(new Error('nothing is asked')),
  post: () => Promise.reject(new Error('nothing is sent')),
  put: () => Promise.reject(new Error('nothing is put')),
  patch: () => Promise.reject(new Error('nothing is changed')),
});
const town = townWith(<Answer>() => Promise.resolve({ items, next: null } as Answer));

const refusalOf = async (used: readonly (readonly [string, number])[]) => {
  try {
    await checkMenu(town, new Map(used));
    return null;
  } catch (error) {
    if (error instanceof FileRefused) return { code: error.code, ...error.sentence };
    throw error;
  }
};

test('items that the menu has are no reason to stop', async () => {
  expect(await refusalOf([['street-lamp', 3]])).toBeNull();
});

test('those it lacks are said once for all rows, each with its rows and what is near', async () => {
  expect(
    await refusalOf([
      ['street-lamps', 3],
      ['consultation', 5],
      ['zzz', 1],
    ]),
  ).toEqual({
    code: 'unknown-menu-items',
    en: 'The menu of this town lacks items that the mapping names: “street-lamps” (3 rows; near: street-lamp (Street lamps)), “zzz” (1 row). Correct menuItems in the mapping; nothing was imported.',
    zh: '映射所指的事项不在本镇服务菜单中：“street-lamps”（3 行，相近的有 street-lamp（路灯照明））、“zzz”（1 行）。请修改映射中的 menuItems；未导入任何内容。',
  });
});

test('a trial says the same where a town answers, and goes on without one', async () => {
  const none = townWith(() => Promise.reject(new TownUnreachable('nobody')));
  expect(await isMenuChecked(() => none, new Map([['moon', 1]]))).toBe(false);
  expect(await isMenuChecked(() => town, new Map([['street-lamp', 1]]))).toBe(true);
  await expect(isMenuChecked(() => town, new Map([['moon', 1]]))).rejects.toThrow(FileRefused);
});
