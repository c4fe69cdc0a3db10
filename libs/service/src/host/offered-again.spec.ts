import { expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { hostService, memoryPlatform } from '../index.js';

const now = () => instant('2026-03-02T01:00:00Z');
const message = {
  topic: 'mulin.desk',
  partition: 0,
  offset: 5,
  key: 'case',
  value: '{"type":"of-no-interest"}',
};

test('a message that is offered again does not say that those before it were heard', async () => {
  const { platform } = memoryPlatform({ town: 'mu', zone: 'UTC', now });
  const ear = hostService(platform, {
    name: 'ear',
    publish: () => null,
    subscribesTo: ['desk'],
    reactions: [],
  });
  await ear.listen(() => undefined);
  await platform.deadLetters.put({ group: 'ear', message, reason: 'it was in the way', at: now() });
  const [item] = await platform.deadLetters.list();
  expect(await platform.deadLetters.retry(item?.id ?? '')).toBe('ignored');

  expect(await platform.atWork.get('ear')?.offsets.passes('mulin.desk', [6], 0)).toBe(false);
  await ear.close();
});
