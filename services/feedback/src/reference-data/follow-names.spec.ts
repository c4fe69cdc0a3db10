import { expect, test } from '@jest/globals';
import { memoryEventStore } from '@mulin/event-store';
import { commandHandler, instant, newCorrelation } from '@mulin/kernel';
import { until } from '@mulin/testing';
import * as Name from '../domain/name.js';
import { followNames } from './follow-names.js';

const now = () => instant('2026-03-02T01:00:00Z');

const named: Readonly<Record<Name.Key, Name.Content>> = {
  'area:mu/dongguan': { name: { zh: '东关社区', en: 'East Gate' } },
  'area:mu/dongguan/hetou': { name: { zh: '河头村', en: 'River Head' } },
  'roster:mu': {
    servers: [
      { account: 'kong', role: 'town-leader' },
      { account: 'gao', role: 'verifier' },
    ],
  },
  'roster:office:works': { servers: [{ account: 'tan', role: 'office-member' }] },
  'roster:mu/dongguan': { servers: [{ account: 'sun', role: 'community-secretary' }] },
  'roster:hetou-1-a': { servers: [{ account: 'li', role: 'grid-member' }] },
};

test('whoever answered is called by where they serve: the town, its offices, what they lead, or where the case lies', async () => {
  const store = memoryEventStore({ now });
  const names = commandHandler(store, Name.decider, now);
  for (const [key, content] of Object.entries(named))
    await names(
      key,
      Name.call(key as Name.Key, 1, content), // as written there
      newCorrelation({ town: 'mu', actor: 'feedback', id: key }),
    );
  const { called, start } = followNames({ store, names });
  const stop = await start();
  const by = (account: string, area: string | null = 'mu/dongguan/hetou/hetou-1/hetou-1-a') =>
    called.answerer(account, area);
  await until(() => by('li').en === 'the grid member of River Head');
  expect(['kong', 'gao', 'tan', 'sun', 'li'].map((account) => [by(account).en, by(account).zh])).toEqual([
    ['the town leader', '镇领导'],
    ['the town’s verifier', '镇核查员'],
    ['the town office member', '镇办工作人员'],
    ['the community secretary of East Gate', '东关社区书记'],
    ['the grid member of River Head', '河头村网格员'],
  ]);
  expect(by('sun', null)).toEqual({ en: 'the community secretary', zh: '社区书记' });
  await stop();
});
