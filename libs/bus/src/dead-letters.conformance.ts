/** What becomes of messages that were set aside, whatever keeps them. */
import { describe, expect, test } from '@jest/globals';
import {
  type Delivered,
  instant,
  type Instant,
  plus,
  type HandlingOutcome,
  Unavailable,
} from '@mulin/kernel';
import type { DeadLetterQueueWithOffer } from './dead-letters.js';

const noon = instant('2026-05-04T04:00:00Z');

const stands = (offset: number): Delivered => ({
  topic: 'mulin.intake',
  partition: 3,
  offset,
  key: '牟邻',
  value: `{"words":"路灯不亮 ${offset}"}`,
});
const item = (group: string, offset: number, at: Instant = plus(noon, offset)) => ({
  group,
  message: stands(offset),
  reason: `TypeError: no ${offset}`,
  at,
});

export const describeDeadLetters = (name: string, open: () => Promise<DeadLetterQueueWithOffer>) => {
  describe(name, () => {
    /** A group that handles its messages as it is told, and sets aside again what it cannot handle. */
    const filled = async () => {
      const setAsides = await open();
      const offered: Delivered[] = [];
      const next = { receipt: 'handled' as HandlingOutcome };
      setAsides.offerTo('routing', async (message) => {
        offered.push(message);
        if (next.receipt === 'set-aside')
          await setAsides.put({ group: 'routing', message, reason: 'Error: still not', at: plus(noon, 99) });
        return next.receipt;
      });
      for (const offset of [2, 1]) await setAsides.put(item('routing', offset));
      const [first, second] = await setAsides.list('routing');
      if (first === undefined || second === undefined) throw new Error('nothing was kept');
      return { setAsides, offered, next, first, second };
    };

    test('they are listed with their reason, oldest first, of one group or of all', async () => {
      const { setAsides } = await filled();
      await setAsides.put(item('audit', 1, noon));
      const listed = async (group?: string) =>
        (await setAsides.list(group)).map(({ id: _, ...rest }) => rest);
      expect(await listed('routing')).toEqual([item('routing', 1), item('routing', 2)]);
      expect(await listed()).toEqual([item('audit', 1, noon), item('routing', 1), item('routing', 2)]);
      expect(await listed('nobody')).toEqual([]);
    });

    test('one that is set aside again is the same item, with its newest reason', async () => {
      const { setAsides, first } = await filled();
      await setAsides.put({ ...item('routing', 1), reason: 'Error: another' });
      expect((await setAsides.list('routing')).map(({ id, reason }) => [id === first.id, reason])).toEqual([
        [true, 'Error: another'],
        [false, 'TypeError: no 2'],
      ]);
    });

    test.each(['handled', 'ignored'] as const)(
      'one that is %s when it is offered again leaves the list',
      async (how) => {
        const { setAsides, offered, next, first, second } = await filled();
        next.receipt = how;
        expect(await setAsides.retry(first.id)).toBe(how);
        expect(offered).toEqual([stands(1)]);
        expect(await setAsides.list('routing')).toEqual([second]);
      },
    );

    test('one that fails again stays, with its new reason', async () => {
      const { setAsides, next, first } = await filled();
      next.receipt = 'set-aside';
      expect(await setAsides.retry(first.id)).toBe('set-aside');
      const kept = (await setAsides.list('routing')).find(({ id }) => id === first.id);
      expect(kept?.reason).toBe('Error: still not');
    });

    test('one that is offered while the world is down stays', async () => {
      const { setAsides, next, first, second } = await filled();
      next.receipt = 'paused';
      expect(await setAsides.retry(first.id)).toBe('paused');
      expect(await setAsides.list('routing')).toEqual([first, second]);
    });

    test('one whose group is not served here is kept, and that is said', async () => {
      const { setAsides } = await filled();
      await setAsides.put(item('audit', 1));
      const [kept] = await setAsides.list('audit');
      await expect(setAsides.retry(kept?.id ?? '')).rejects.toThrow(Unavailable);
      expect(await setAsides.list('audit')).toEqual([kept]);
    });

    test('one that is dropped is gone, and dropping it again says that there is none', async () => {
      const { setAsides, first, second } = await filled();
      expect(await setAsides.drop(first.id)).toBe(true);
      expect(await setAsides.drop(first.id)).toBe(false);
      expect(await setAsides.list('routing')).toEqual([second]);
    });

    test('what is not there can be neither retried nor dropped', async () => {
      const { setAsides } = await filled();
      expect(await setAsides.retry('no such item')).toBe(null);
      expect(await setAsides.drop('no such item')).toBe(false);
    });
  });
};
