import { describe, expect, test } from '@jest/globals';
import type { Actor, Area } from '@mulin/kernel';
import type { Accounts } from './accounts.js';

const li: Actor = { id: 'li-wei', role: 'grid-member', area: 'mu/c1/v1/g1/m1' as Area };

/** What the accounts of any town must do. */
export const describeAccounts = (name: string, open: () => Promise<Accounts>) => {
  describe(name, () => {
    test('nobody is found before they have an account', async () => {
      expect(await (await open()).find('li-wei')).toBeNull();
    });

    test('an account is made once, and stays as it was made', async () => {
      const accounts = await open();
      expect(await accounts.ensure(li)).toEqual(li);
      expect(await accounts.ensure({ ...li, role: 'town-leader' })).toEqual(li);
      expect(await accounts.find('li-wei')).toEqual(li);
    });

    test('who is elsewhere, somebody else or called otherwise from now on is found so at once', async () => {
      const accounts = await open();
      await accounts.add([{ actor: li, name: '李纬' }]);
      await accounts.find('li-wei');
      const was = { role: li.role, area: li.area, name: '李纬' };
      const is = { role: 'community-secretary', area: 'mu/c2' as Area, name: '李伟' } as const;
      expect(
        await accounts.change('li-wei', (before) => {
          expect(before).toEqual(was);
          return is;
        }),
      ).toEqual({ was, is });
      expect(await accounts.find('li-wei')).toEqual({ id: 'li-wei', role: is.role, area: is.area });
      expect(await accounts.nameOf('li-wei')).toBe('李伟');
      await accounts.change('li-wei', (before) => ({ ...before, name: null }));
      expect(await accounts.nameOf('li-wei')).toBeNull();
    });

    test('whom nobody knows is not changed, nor what was refused; who is disabled is, and stays so', async () => {
      const accounts = await open();
      expect(await accounts.change('li-wei', (was) => was)).toBeNull();
      expect(await accounts.find('li-wei')).toBeNull();
      await accounts.ensure(li);
      const refuse = () => {
        throw new Error('not so');
      };
      await expect(accounts.change('li-wei', refuse)).rejects.toThrow('not so');
      expect(await accounts.find('li-wei')).toEqual(li);
      await accounts.disable('li-wei');
      await accounts.change('li-wei', (was) => ({ ...was, name: '李伟' }));
      expect(await accounts.list({ limit: 9 })).toEqual([
        { account: 'li-wei', role: li.role, area: li.area, disabled: true, name: '李伟' },
      ]);
      expect(await accounts.find('li-wei')).toBeNull();
    });

    test('two changes at once are made one after the other', async () => {
      const accounts = await open();
      await accounts.ensure(li);
      await Promise.all([
        accounts.change('li-wei', (was) => ({ ...was, area: 'mu/c2' as Area })),
        accounts.change('li-wei', (was) => ({ ...was, name: '李伟' })),
      ]);
      expect(await accounts.find('li-wei')).toMatchObject({ area: 'mu/c2' });
      expect(await accounts.nameOf('li-wei')).toBe('李伟');
    });

    test('a disabled account opens nothing', async () => {
      const accounts = await open();
      await accounts.ensure(li);
      await accounts.find('li-wei');
      await accounts.disable('li-wei');
      expect(await accounts.find('li-wei')).toBeNull();
      expect(await accounts.ensure(li)).toBeNull();
    });

    test('and is opened again as it was; nobody enables what is not disabled', async () => {
      const accounts = await open();
      await accounts.ensure(li);
      expect(await accounts.enable('li-wei')).toBe(false);
      await accounts.disable('li-wei');
      await accounts.disabled();
      expect(await accounts.enable('li-wei')).toBe(true);
      expect(await accounts.find('li-wei')).toEqual(li);
      expect(await accounts.disabled()).toEqual(new Set());
      expect(await accounts.enable('nobody')).toBe(false);
    });

    test('those that are not there yet are made, with their names; what is there stays as it is', async () => {
      const accounts = await open();
      await accounts.ensure(li);
      await accounts.find('wu');
      const wu: Actor = { ...li, id: 'wu' };
      const made = await accounts.add([
        { actor: { ...li, role: 'town-leader' }, name: '李伟' },
        { actor: wu, name: '吴芳' },
        { actor: { ...li, id: 'no-name' }, name: null },
      ]);
      expect(made).toEqual(new Set(['wu', 'no-name']));
      expect([await accounts.find('li-wei'), await accounts.find('wu')]).toEqual([li, wu]);
      expect([await accounts.nameOf('wu'), await accounts.nameOf('no-name')]).toEqual(['吴芳', null]);
      const listed = await accounts.list({ limit: 9 });
      expect(listed.map(({ account, name }) => [account, name])).toEqual([
        ['li-wei', undefined],
        ['no-name', undefined],
        ['wu', '吴芳'],
      ]);
    });

    test('accounts are listed by their names, a page at a time', async () => {
      const accounts = await open();
      for (const id of ['b', 'a', '王', 'B']) await accounts.ensure({ ...li, id });
      await accounts.disable('a');
      const all = (page: Parameters<Accounts['list']>[0]) => accounts.list(page);
      const first = await all({ limit: 2 });
      expect(first.map(({ account }) => account)).toEqual(['B', 'a']);
      expect(first[1]).toEqual({ account: 'a', role: li.role, area: li.area, disabled: true });
      expect((await all({ after: 'a', limit: 9 })).map(({ account }) => account)).toEqual(['b', '王']);
    });
  });
};
