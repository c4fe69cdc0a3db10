/** Everybody who works in the town of loops: how they want to be told, what they do, and when all of it is over. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { itemsOf, type Json } from '../http.js';
import { until } from '../real-town.js';
import type { Client, Person } from './client.js';
import { tellStory, type Told } from './stories.js';

const operator: Person = { role: 'operator' };

type Duty = Readonly<{ account: string; role?: string }>;
/** Everybody of the roster: where somebody of a role works is in the name of the account. */
const peopleIn = (pack: string): readonly Person[] => {
  const rosters = JSON.parse(readFileSync(path.join(pack, 'rosters.json'), 'utf8')) as {
    members: readonly Duty[];
    leaders: readonly Duty[];
  };
  return [...rosters.members, ...rosters.leaders].map(({ account, role = 'grid-member' }) => ({
    account,
    role,
    area: account.slice(account.indexOf('@') + 1),
  }));
};

/** Everybody wants to be told by e-mail, and every other one by a webhook of their own, too. */
export const statePreferences = async (
  client: Client,
  { pack, webhookUrl }: Readonly<{ pack: string; webhookUrl: string }>,
): Promise<void> => {
  for (const [nth, person] of peopleIn(pack).entries())
    await client.post(
      person,
      '/api/v1/inbox/preferences',
      {
        language: nth % 2 === 0 ? 'zh' : 'en',
        days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
        from: '00:00',
        to: '24:00',
        email: `person-${nth}@mulin.example`,
        webhook: nth % 2 === 0 ? { url: `${webhookUrl}/person-${nth}` } : null,
      },
      'PUT',
    );
};

/**
 * People at work, each with one demand after the other; `finish`: they take what they have begun to its end.
 *
 * @param apartMs so far the clocks of two services are apart at most. Default: 0.
 */
export const beginWork = (client: Client, atOnce: number, apartMs = 0) => {
  const told: Told[] = [];
  let begun = 0;
  let isOver = false;
  const worker = async (): Promise<void> => {
    while (!isOver) told.push(...(await tellStory(client, begun++, apartMs)));
  };
  const all = Promise.all(Array.from({ length: atOnce }, worker));
  // Heard at the end; until then the kills go on.
  all.catch(() => undefined);
  return {
    finish: async (): Promise<readonly Told[]> => {
      isOver = true;
      await all;
      return told;
    },
  };
};

const areJudged = (clocks: unknown): boolean =>
  Array.isArray(clocks) && clocks.every((it) => (it as Json)['state'] !== 'running');

/**
 * A message that the queue has lost is sent by whoever looks, once a minute, for what is more than two minutes late
 * (`services/inbox/src/jobs/watch-recipients.ts`).
 */
const sweptMs = 240_000;

/** Resolves when nothing is left to do in any of these demands. */
export const untilAtRest = async (client: Client, told: readonly Told[]): Promise<void> => {
  await until(
    'every demand is closed, everywhere',
    async () => itemsOf(await client.get(operator, '/api/v1/cases?limit=1&state=verified')).length,
    (left) => left === 0,
  );
  for (const { id } of told)
    await until(
      'audit has heard of the close, and of every verdict',
      () => client.get({ role: 'auditor' }, `/api/v1/timelines/${id}`),
      ({ state, clocks }: Json) => state === 'closed' && areJudged(clocks),
    );
  await until(
    'every message is sent',
    async () => itemsOf(await client.get(operator, '/api/v1/deliveries?state=waiting')),
    (waiting) => waiting.length === 0,
    sweptMs,
  );
};
