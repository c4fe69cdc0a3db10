import { expect, test } from '@jest/globals';
import { type Area, instant, minute, newCorrelation, plus, type StreamName } from '@mulin/kernel';
import { memoryPlatform, type Platform, readPack, type Reply, type Request } from '@mulin/service';
import { virtualTime } from '@mulin/testing';
import { demoTown } from '../../demo/open-house/demo-town.js';
import { DemoSignInController } from './demo-sign-in.controller.js';

const pack = readPack(new URL('../../../../../infra/packs/small/', import.meta.url).pathname);
const start = instant('2026-03-02T09:00:00+08:00');
const clerk = 'hotline-clerk@mu';
const month = { until: start, accounts: [clerk], cases: [] };

const record = async ({ town, newId, eventStore }: Platform, stream: StreamName, type: string, data = {}) => {
  const metadata = newCorrelation({ town, actor: type === 'Done' ? 'member@mu' : 'town', id: newId() });
  const event = { id: newId(), type, data, metadata };
  await eventStore('intake').appendToStream(stream, [event], { expectedRevision: 'any' });
};

/** A made-up town in which something happens just before a session is opened. */
const madeUp = async (happens: (platform: Platform) => Promise<unknown>) => {
  const time = virtualTime(start);
  const actor = { id: clerk, role: 'hotline-clerk' as const, area: 'mu' as Area };
  const memory = memoryPlatform({ ...pack.town, now: time.now, accounts: { clerk: actor } });
  const { platform } = memory;
  await record(platform, 'demo-mu', 'MonthMadeUp', month);
  await time.moveTo(plus(start, minute), memory);
  const secrets: string[] = [];
  const signIn: Platform['signIn'] = {
    ...platform.signIn,
    openByDemo: async (asked) => {
      await happens(platform);
      const session = await platform.signIn.openByDemo(asked);
      if (session !== null) secrets.push(session.secret);
      return session;
    },
  };
  const headers: string[] = [];
  const reply = { header: (name: string) => void headers.push(name) } as unknown as Reply; // all that is asked of it
  const request = { headers: {}, ip: '10.0.0.1' } as unknown as Request;
  const controller = new DemoSignInController({ ...platform, signIn }, pack);
  const areOpen = async () =>
    (await Promise.all(secrets.map((it) => platform.signIn.session(it)))).map((it) => it !== null);
  return {
    open: () => controller.open(request, reply, { account: clerk }),
    close: () => controller.onModuleDestroy(),
    areOpen,
    headers,
  };
};

test('opens a session of a made-up town', async () => {
  const town = await madeUp(async () => undefined);
  await expect(town.open()).resolves.toMatchObject({ account: clerk });
  expect([await town.areOpen(), town.headers]).toEqual([[true], ['set-cookie']]);
  await town.close();
});

const isReal = (platform: Platform) => record(platform, 'case-b', 'Done');
test.each([
  ['something real comes', isReal],
  [
    'something real comes and another process has signed out who was in',
    async (platform: Platform) => {
      await isReal(platform);
      await demoTown(platform).now();
    },
  ],
])('leaves no session open where %s while it opens it', async (_, happens) => {
  const town = await madeUp(happens);
  await expect(town.open()).rejects.toMatchObject({ code: 'no-demo' });
  expect([await town.areOpen(), town.headers]).toEqual([[false], []]);
  await town.close();
});
