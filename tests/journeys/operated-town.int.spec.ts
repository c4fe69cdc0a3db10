/** What whoever runs a town looks at: the queues of its alarms in Redis, and the figures that alarms and dashboard ask for. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describeOnEngine } from '@mulin/testing';
import { ask } from './http.js';
import { menuItems, packOfLoops } from './killed-loop/pack.js';
import { clearAway, newFolder, newHome, patienceMs, root, startTown, type Town, until } from './real-town.js';

jest.setTimeout(patienceMs);
afterAll(clearAway);

const at = '/operator/queues';

/** The names of metrics and the labels that each is printed with. */
const printedIn = (text: string): ReadonlyMap<string, ReadonlySet<string>> => {
  const printed = new Map<string, Set<string>>();
  for (const [, name = '', labels = ''] of text.matchAll(/^([a-z_0-9]+)(?:\{([^}]*)\})? /gm)) {
    const known = printed.get(name) ?? new Set<string>();
    for (const [, label = ''] of labels.matchAll(/([a-z_]+)="/g)) known.add(label);
    printed.set(name, known);
  }
  return printed;
};

/** What Prometheus adds to what it reads. */
const ofPrometheus: ReadonlySet<string> = new Set(['job', 'instance']);

/** Of a town that has sent no message, of a gateway, and of others than a town. */
const notHere = /^(mulin_deliveries_total|mulin_service_ready|up|node_filesystem_avail_bytes)$/;

const asked = (text: string) =>
  [...text.matchAll(/\b((?:mulin|process|nodejs)_[a-z0-9_]+)(?:\{([^}]*)\})?/g)].map(
    ([, name = '', labels = '']) => ({
      name,
      labels: [...labels.matchAll(/([a-z_]+)\s*[=!]/g)].map(([, label = '']) => label),
    }),
  );

await describeOnEngine('redis', 'A town that is operated', (redis) => {
  let town: Town;
  let operator: string;
  let clerk: string;
  const tokenOf = async (role: string) => String((await town.mulin('token', '--role', role)).json['token']);
  const get = (route: string, who?: string) =>
    fetch(`${town.url}${at}${route}`, {
      headers: who === undefined ? {} : { authorization: `Bearer ${who}` },
    });
  const figures = async () => (await fetch(`${town.url}/metrics`)).text();

  beforeAll(async () => {
    const pack = packOfLoops(newFolder());
    town = await startTown({ MULIN_HOME: newHome(), REDIS_URL: redis().url, MULIN_PACK: pack });
    operator = await tokenOf('operator');
    clerk = await tokenOf('hotline-clerk');
    const { status } = await ask(town.url, {
      method: 'POST',
      path: '/api/v1/cases',
      who: clerk,
      body: { menuItem: menuItems.late, words: 'It is dark.', place: { lat: 36.373, lon: 119.744 } },
    });
    expect(status).toBe(201);
    await until('a timer has fired', figures, (text) => text.includes('mulin_timer_lateness_seconds_count'));
  }, patienceMs);

  test('shows the queues to its operator, with nothing from another host and no inline code', async () => {
    const page = await get('/', operator);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self'.*style-src 'self'/);
    expect(html).not.toMatch(/https?:|style=|<style|<script>/);
    for (const [, file = ''] of html.matchAll(/ (?:src|href)="([^"]+\.\w+)"/g))
      expect({ file, status: (await fetch(`${town.url}${file}`)).status }).toEqual({ file, status: 200 });
  });

  test('lists what waits, and answers nobody else', async () => {
    const answer = await get('/api/queues?activeQueue=mu-sla-timer&status=delayed&page=1', operator);
    const { queues } = (await answer.json()) as {
      queues: readonly Readonly<{ name: string; readOnlyMode: boolean }>[];
    };
    const names = queues.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !/^\S+-(sla-timer|feedback|inbox)(-jobs)?$/.test(name))).toEqual([]);
    expect(queues.every(({ readOnlyMode }) => readOnlyMode)).toBe(true);
    expect((await get('/api/queues', clerk)).status).toBe(403);
    expect((await get('/api/queues')).status).toBe(401);
    expect((await get('/api/nothing', operator)).status).toBe(404);
  });

  test('has no way to change a queue', async () => {
    const { status } = await fetch(`${town.url}${at}/api/queues/mu-sla-timer/empty`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${operator}` },
    });
    expect(status).toBe(403);
  });

  test.each(['alarms.yml', 'dashboard.json'])(
    'prints each metric that %s asks for, with each label that it is asked by',
    async (file) => {
      const printed = printedIn(await figures());
      const wanted = asked(
        readFileSync(path.join(root, 'infra/running', file), 'utf8').replaceAll('\\"', '"'),
      );
      expect(wanted.length).toBeGreaterThan(10);
      const lacking = wanted.filter(({ name, labels }) => {
        const known = printed.get(name);
        if (known === undefined) return !notHere.test(name);
        return labels.some((label) => !known.has(label) && !ofPrometheus.has(label));
      });
      expect(lacking).toEqual([]);
    },
  );
});
