import { expect, test } from '@jest/globals';
import { on, publicEvent } from '@mulin/bus';
import { CaseWithdrawnV1 } from '@mulin/contracts';
import {
  newCorrelation,
  type Decider,
  type CommandResult,
  instant,
  type Position,
  type RecordedEvent,
  uuidOf,
} from '@mulin/kernel';
import { instrumentedHandler, memoryPlatform, hostService, isVisible } from '../index.js';

type Withdrawn = Readonly<{ type: 'CaseWithdrawn'; data: { cycle: number } }>;
type State = Readonly<{ withdrawn: boolean }>;
const cases: Decider<State, Withdrawn> = {
  category: 'case',
  initial: { withdrawn: false },
  evolve: () => ({ withdrawn: true }),
};
const now = () => instant('2026-03-02T01:00:00Z');

/** A desk that tells of withdrawn cases, and an ear that has heard only what it is let hear. */
const town = async () => {
  const { platform } = memoryPlatform({ town: 'mu', zone: 'UTC', now });
  const gates = new Map<string, () => void>();
  const desk = hostService<Withdrawn>(platform, {
    name: 'desk',
    publish: (event: RecordedEvent<Withdrawn>) => publicEvent(CaseWithdrawnV1, event, now(), event.data),
    subscribesTo: [],
    reactions: [],
  });
  const ear = hostService(platform, {
    name: 'ear',
    publish: () => null,
    subscribesTo: ['desk'],
    reactions: [
      on(CaseWithdrawnV1, ({ subject }) => new Promise<void>((open) => void gates.set(subject, open))),
    ],
  });
  const handle = instrumentedHandler(platform, 'desk', cases);
  for (const strategy of [desk, ear]) await strategy.listen(() => undefined);

  const withdraw = async (name: string): Promise<CommandResult<State, Withdrawn> & { id: string }> => {
    const id = await uuidOf(name);
    const handled = await handle(
      id,
      () => [{ type: 'CaseWithdrawn', data: { cycle: 1 } }],
      newCorrelation({ town: 'mu', actor: 'li', id }),
    );
    return { ...handled, id };
  };
  const asks = ({ position }: Pick<CommandResult<State, Withdrawn>, 'position'>, withinMs: number) =>
    position === null ? Promise.resolve(true) : isVisible(platform, { service: 'desk', position }, withinMs);
  const letHear = async (id: string) => {
    while (!gates.has(id)) await new Promise((resolve) => setTimeout(resolve, 1));
    gates.get(id)?.();
  };
  const close = () => Promise.all([desk.close(), ear.close()]);
  return { platform, withdraw, asks, letHear, close };
};

test('a read waits for the ones who listen, and not for other people’s news', async () => {
  const { withdraw, asks, letHear, close } = await town();
  const [mine, others] = [await withdraw('mine'), await withdraw('others')];
  expect(await asks(mine, 20)).toBe(false);

  const asked = asks(mine, 60_000);
  await letHear(mine.id);
  expect(await asked).toBe(true);
  expect(await asks(others, 20)).toBe(false);

  await letHear(others.id);
  expect(await asks(others, 60_000)).toBe(true);
  await close();
});

test('a read in another program waits by what is in the database alone', async () => {
  const { platform, withdraw, letHear, close } = await town();
  const elsewhere = {
    ...platform,
    atWork: new Map(),
    views: () =>
      ['desk', 'ear'].map((service) => ({
        service,
        name: 'some',
        showing: async () => true,
        state: () => ({ isRunning: false, position: 0, isBuilding: false }),
        rebuild: () => Promise.reject(new Error('not here')),
      })),
  };
  const mine = await withdraw('mine');
  const after = { service: 'desk', position: mine.position as Position };
  expect(await isVisible(elsewhere, after, 40)).toBe(false);
  await letHear(mine.id);
  expect(await isVisible(elsewhere, after, 60_000)).toBe(true);
  await close();
});

test('nobody waits for what is not there: a position that was not reached, or no service', async () => {
  const { platform, withdraw, letHear, close } = await town();
  const mine = await withdraw('mine');
  await letHear(mine.id);
  for (const after of [
    { service: 'desk', position: 999_999 as Position },
    { service: 'nobody', position: 1 as Position },
  ])
    // A wait of an hour would be noticed.
    expect(await isVisible(platform, after, 3_600_000)).toBe(false);
  await close();
});
