/** What a town shows a browser: its pages at every address that is nothing of the API's, and no file beside them. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { instant } from '@mulin/kernel';
import { memoryPlatform, openService } from '../index.js';
import type { Site } from './site.js';

const pageOf = '<!doctype html><title>console</title>';
const script = 'console.log(1)';
const root = mkdtempSync(path.join(tmpdir(), 'mulin-site-'));
const folder = path.join(root, 'dist');

const open = (site: Site) =>
  openService(
    memoryPlatform({ town: 'mu', zone: 'UTC', now: () => instant('2026-03-02T01:00:00Z') }).platform,
    {
      modules: [],
      services: [],
      port: 0,
      server: { site },
    },
  );

let town: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  mkdirSync(path.join(folder, 'console'), { recursive: true });
  writeFileSync(path.join(root, 'secret.txt'), 'of nobody');
  writeFileSync(path.join(folder, 'index.html'), pageOf);
  writeFileSync(path.join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(path.join(folder, 'built-from.json'), '{}');
  writeFileSync(path.join(folder, 'console/a-1234.js'), script);
  writeFileSync(path.join(folder, 'console/a-1234.js.gz'), gzipSync(script));
  town = await open({ folder });
});
afterAll(async () => {
  await town.close();
  rmSync(root, { recursive: true, force: true });
});

type Heard = Readonly<{ status: number; headers: Readonly<Record<string, unknown>>; body: Buffer }>;

/** As it is written: `fetch` would tidy the address up, and unpack what comes. */
const ask = (at: string, headers: Readonly<Record<string, string>> = {}): Promise<Heard> =>
  new Promise((heard, failed) => {
    const { hostname, port } = new URL(town.url);
    request({ hostname, port, path: at, headers: { accept: 'text/html', ...headers } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        heard({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', failed)
      .end();
  });

describe('The page', () => {
  test.each(['/', '/cases', '/cases/mu-2026-000001?do=take', '/my/mu-2026-000001', '/%E6%A1%88'])(
    'is what a browser is shown at %s, is asked for anew and has the policy of every answer',
    async (at) => {
      const { status, headers, body } = await ask(at);
      expect([status, body.toString()]).toEqual([200, pageOf]);
      expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'x-frame-options': 'DENY' });
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    },
  );

  test.each(['/api/v1/nothing', '/open311/v2/nothing', '/health/nothing', '/docs/nothing', '/api'])(
    'is not what whoever mistypes %s is told',
    async (at) => {
      const { status, headers } = await ask(at);
      expect([status, headers['content-type']]).toEqual([404, expect.stringContaining('problem+json')]);
    },
  );

  test('is not for who asks for JSON, nor for a file that is not there', async () => {
    expect((await ask('/cases', { accept: 'application/json' })).status).toBe(404);
    expect((await ask('/console/gone-9999.js')).status).toBe(404);
  });
});

describe('A file of it', () => {
  test('is never asked for again where its name says what is in it, and comes compressed to who takes it so', async () => {
    const packed = await ask('/console/a-1234.js', { 'accept-encoding': 'gzip' });
    expect(packed.headers).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': expect.stringContaining('immutable'),
    });
    expect(packed.body.equals(gzipSync(script))).toBe(true);
    const plain = await ask('/console/a-1234.js');
    expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, script]);
  });

  test('is the icon, also for a browser that asks for it by itself', async () => {
    for (const at of ['/icon.svg', '/favicon.ico']) {
      const { status, headers } = await ask(at);
      expect([status, headers['content-type'], headers['x-content-type-options']]).toEqual([
        200,
        'image/svg+xml',
        'nosniff',
      ]);
    }
  });

  test.each([
    '/../secret.txt',
    '/console/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/built-from.json',
    '/console/a-1234.js.gz',
  ])('is not %s', async (at) => {
    const { status, body } = await ask(at);
    expect(body.toString()).not.toContain('of nobody');
    expect([400, 404]).toContain(status);
  });
});

test('pictures of another host come from that host alone, and only to the page', async () => {
  const other = await open({ folder, picturesFrom: 'https://tiles.example' });
  const policyAt = async (at: string) =>
    (await fetch(`${other.url}${at}`, { headers: { accept: 'text/html' } })).headers.get(
      'content-security-policy',
    ) ?? '';
  const page = await policyAt('/');
  for (const kind of ['img-src', 'connect-src'])
    expect(page).toMatch(new RegExp(`${kind} 'self'[^;]* https://tiles\\.example`));
  expect(page).toMatch(/script-src 'self'(?:;|$)/);
  expect(await policyAt('/health/live')).not.toContain('tiles.example');
  await other.close();
});

test('where nothing was built, there is no page', async () => {
  const bare = await open({ folder: path.join(root, 'nothing') });
  expect((await fetch(bare.url, { headers: { accept: 'text/html' } })).status).toBe(404);
  await bare.close();
});
