import { expect, test } from '@jest/globals';
import type { Bus, Delivered } from '@mulin/kernel';
import { describeBus, until } from '@mulin/testing';
import { memoryBus, memoryTopicLog } from './memory/memory-bus.js';
import { nameOnSharedBus, townOnSharedBus } from './town-on-shared-bus.js';

describeBus('townOnSharedBus', async () => {
  const on = memoryTopicLog();
  const programs: { die: () => void }[] = [];
  return {
    program: async () => {
      const bus = memoryBus({ on });
      programs.push(bus);
      return { bus: townOnSharedBus(bus, { town: 'mu' }), die: async () => bus.die() };
    },
    close: async () => {
      for (const program of programs) program.die();
    },
  };
});

const listening = (bus: Bus) => {
  const heard: Delivered[] = [];
  const stop = bus.subscribe('routing', ['mulin.intake'], async (message) => {
    heard.push(message);
    return 'handled';
  });
  return { heard, stop };
};

test('two towns on one engine hear each their own, under the names that their services know', async () => {
  const engine = memoryBus();
  const [one, other] = ['mu', '牟'].map((town) => townOnSharedBus(engine, { town }));
  if (one === undefined || other === undefined) throw new Error('there are two');
  await one.publish('mulin.intake', [{ key: 'a', value: 'of mu' }]);
  await other.publish('mulin.intake', [{ key: 'a', value: 'of 牟' }]);

  const [mine, theirs] = [listening(one), listening(other)];
  await until(async () => mine.heard.length > 0 && theirs.heard.length > 0);
  expect(mine.heard).toEqual([expect.objectContaining({ topic: 'mulin.intake', offset: 0, value: 'of mu' })]);
  expect(theirs.heard).toEqual([expect.objectContaining({ topic: 'mulin.intake', value: 'of 牟' })]);
  await until(async () => (await one.lag('routing', ['mulin.intake'])).get('mulin.intake') === 0);
  expect([...(await one.offsets('mulin.intake')).groups.keys()]).toEqual(['routing']);
  expect((await engine.offsets('mulin.mu.intake')).ends).toEqual((await one.offsets('mulin.intake')).ends);
  await Promise.all([mine.stop(), theirs.stop()]);
  engine.die();
});

test('a name on a shared bus is one that Kafka takes, whatever a town is called, and belongs to one town alone', () => {
  const towns = ['mu', 'Mu', 'm.u', 'm_u', 'm-u', 'm_2eu', '牟平', '牟'.repeat(64), `${'牟'.repeat(63)}平`];
  const names = towns.map((town) => nameOnSharedBus({ town }, 'mulin.intake'));
  for (const name of names) expect(name).toMatch(/^mulin\.[a-zA-Z0-9_-]{1,200}\.intake$/);
  expect(new Set(names).size).toBe(towns.length);
  expect(nameOnSharedBus({ prefix: 'trial.2', town: 'mu' }, 'routing')).toBe('trial.2.mu.routing');
});
