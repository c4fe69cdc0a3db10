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
      const deadLetters = await open();
      const offered: Delivered[] = [];
      const next = { outcome: 'handled' as HandlingOutcome };
      deadLetters.offerTo('routing', async (message) => {
        offered.push(message);
        if (next.outcome === 'set-aside')
          await deadLetters.put({
            group: 'routing',
            message,
            reason: 'Error: still not',
            at: plus(noon, 99),
          });
        return next.outcome;
      });
      for (const offset of [2, 1]) await deadLetters.put(item('routing', offset));
      const [first, second] = await deadLetters.list('routing');
      if (first === undefined || second === undefined) throw new Error('nothing was kept');
      return { deadLetters, offered, next, first, second };
    };

    test('they are listed with their reason, oldest first, of one group or of all', async () => {
      const { deadLetters } = await filled();
      await deadLetters.put(item('audit', 1, noon));
      const listed = async (group?: string) =>
        (await deadLetters.list(group)).map(({ id: _, ...rest }) => rest);
      expect(await listed('routing')).toEqual([item('routing', 1), item('routing', 2)]);
      expect(await listed()).toEqual([item('audit', 1, noon), item('routing', 1), item('routing', 2)]);
      expect(await listed('nobody')).toEqual([]);
    });

    test('one that is set aside again is the same item, with its newest reason', async () => {
      const { deadLetters, first } = await filled();
      await deadLetters.put({ ...item('routing', 1), reason: 'Error: another' });
      expect((await deadLetters.list('routing')).map(({ id, reason }) => [id === first.id, reason])).toEqual([
        [true, 'Error: another'],
        [false, 'TypeError: no 2'],
      ]);
    });

    test.each(['handled', 'ignored'] as const)(
      'one that is %s when it is offered again leaves the list',
      async (how) => {
        const { deadLetters, offered, next, first, second } = await filled();
        next.outcome = how;
        expect(await deadLetters.retry(first.id)).toBe(how);
        expect(offered).toEqual([stands(1)]);
        expect(await deadLetters.list('routing')).toEqual([second]);
      },
    );

    test('one that fails again stays, with its new reason', async () => {
      const { deadLetters, next, first } = await filled();
      next.outcome = 'set-aside';
      expect(await deadLetters.retry(first.id)).toBe('set-aside');
      const kept = (await deadLetters.list('routing')).find(({ id }) => id === first.id);
      expect(kept?.reason).toBe('Error: still not');
    });

    test('one that is offered while the world is down stays', async () => {
      const { deadLetters, next, first, second } = await filled();
      next.outcome = 'paused';
      expect(await deadLetters.retry(first.id)).toBe('paused');
      expect(await deadLetters.list('routing')).toEqual([first, second]);
    });

    test('one whose group is not served here is kept, and that is said', async () => {
      const { deadLetters } = await filled();
      await deadLetters.put(item('audit', 1));
      const [kept] = await deadLetters.list('audit');
      await expect(deadLetters.retry(kept?.id ?? '')).rejects.toThrow(Unavailable);
      expect(await deadLetters.list('audit')).toEqual([kept]);
    });

    test('one that is dropped is gone, and dropping it again says that there is none', async () => {
      const { deadLetters, first, second } = await filled();
      expect(await deadLetters.drop(first.id)).toBe(true);
      expect(await deadLetters.drop(first.id)).toBe(false);
      expect(await deadLetters.list('routing')).toEqual([second]);
    });

    test('what is not there can be neither retried nor dropped', async () => {
      const { deadLetters } = await filled();
      expect(await deadLetters.retry('no such item')).toBe(null);
      expect(await deadLetters.drop('no such item')).toBe(false);
    });
  });
};
