import { describe, expect, test } from '@jest/globals';
import { type Instant, instant, personId, uuidOf } from '@mulin/kernel';
import { memoryVault } from './memory-vault.js';
import { describeVault } from './vault.testing.js';

const onRecord = ({ service, actor, purpose }: { service: string; actor: string; purpose: string }) => ({
  service,
  actor,
  purpose,
});

describeVault('memoryVault', async () => {
  let isBroken = false;
  const vault = memoryVault('mu', {
    now: () => instant('2026-03-02T04:00:00Z'),
    beforeRecord: () => {
      if (isBroken) throw new Error('the disk is full');
    },
  });
  return {
    as: vault.as,
    readings: vault.readingList,
    readingsOf: async (item) =>
      vault
        .readings()
        .filter(({ id }) => id === item)
        .map(onRecord),
    erasuresOf: async (id) =>
      vault
        .erasures()
        .filter(({ person }) => person === id)
        .map(onRecord),
    withoutRecord: async () => {
      isBroken = true;
      return async () => void (isBroken = false);
    },
  };
});

describe('The record of a vault in memory', () => {
  const kept = async (now?: () => Instant) => {
    const vault = memoryVault('mu', now === undefined ? {} : { now });
    const intake = vault.as('intake', { kinds: ['words'], purposes: ['answering'] });
    const item = {
      id: await uuidOf('item'),
      person: personId(await uuidOf('person')),
      kind: 'words',
      content: 'dark',
    };
    await intake.keep([item]);
    const read = (actor: string) => intake.read(item.id, { actor, purpose: 'answering' });
    const shred = (actor: string) => intake.shred(item.person, { actor, purpose: 'answering' });
    return { vault, read, shred };
  };

  test('is empty at first, and all of one moment where there is no clock', async () => {
    const { vault, read } = await kept();
    expect([vault.readings(), vault.erasures()]).toEqual([[], []]);
    await read('clerk-1');
    expect(vault.readings()).toMatchObject([{ at: '1970-01-01T00:00:00.000Z' }]);
  });

  test('is listed newest first, of one moment what was recorded last', async () => {
    const { vault, read } = await kept();
    const actors = Array.from({ length: 20 }, (_, nth) => `clerk-${nth}`);
    for (const actor of actors) await read(actor);
    const { items } = await vault.readingList.list({ limit: 20 });
    expect(items.map(({ actor }) => actor)).toEqual(actors.toReversed());
  });

  test('is listed by its times: from one, inclusive, until another, exclusive', async () => {
    let hour = 0;
    const at = (hours: number) => instant(`2026-03-02T0${hours}:00:00Z`);
    const { vault, read, shred } = await kept(() => at(hour));
    await read('first');
    hour = 1;
    await shred('second');
    hour = 2;
    await read('nobody: it is gone');
    const of = async (query: object) =>
      (await vault.readingList.list({ limit: 9, ...query })).items.map(({ actor }) => actor);
    expect(await of({})).toEqual(['second', 'first']);
    expect(await of({ from: at(1) })).toEqual(['second']);
    expect(await of({ to: at(1) })).toEqual(['first']);
  });

  test('has what was read after an erasure before it', async () => {
    let hour = 0;
    const vault = memoryVault('mu', { now: () => instant(`2026-03-02T0${hour}:00:00Z`) });
    const intake = vault.as('intake', { kinds: ['words'], purposes: ['answering'] });
    const [one, other] = ['one', 'other'];
    for (const name of [one, other])
      await intake.keep([
        { id: await uuidOf(name), person: personId(await uuidOf('of', name)), kind: 'words', content: name },
      ]);
    await intake.shred(personId(await uuidOf('of', one)), { actor: 'first', purpose: 'answering' });
    hour = 1;
    await intake.read(await uuidOf(other), { actor: 'second', purpose: 'answering' });
    const { items } = await vault.readingList.list({ limit: 9 });
    expect(items.map(({ actor }) => actor)).toEqual(['second', 'first']);
  });
});
