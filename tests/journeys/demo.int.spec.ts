/** The first minute of a newcomer: a town, a made-up month, something to look at; and never over what is real. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ask, everyItem, itemsOf } from './http.js';
import { clearAway, newFolder, newHome, patienceMs, startTown, type Town, until } from './real-town.js';
import { expectRecomputed } from './recomputed-rates.js';

jest.setTimeout(patienceMs);

let town: Town;
beforeAll(async () => {
  town = await startTown({ MULIN_HOME: newHome() });
});
afterAll(clearAway);

test('a new town is filled, shows it, and goes on; it is not filled twice', async () => {
  const { code, json } = await town.mulin('demo');
  expect(code).toBe(0);
  expect(json).toEqual({
    cases: expect.any(Number),
    open: expect.any(Number),
    late: expect.any(Number),
    escalated: expect.any(Number),
    seconds: expect.any(Number),
  });

  const token = String((await town.mulin('token', '--role', 'auditor')).json['token']);
  expect(await everyItem(town.url, token, '/api/v1/cases')).toHaveLength(Number(json['cases']));
  expect((await everyItem(town.url, token, '/api/v1/escalations')).length).toBeGreaterThan(0);
  expect(await town.mulin('dead-letters', 'list')).toMatchObject({ code: 0, json: { items: [] } });

  const clerk = String((await town.mulin('token', '--role', 'hotline-clerk')).json['token']);
  const body = { menuItem: 'sanitation', words: 'The bin is full.', place: { lat: 36.373, lon: 119.744 } };
  const real = await ask(town.url, { method: 'POST', path: '/api/v1/cases', who: clerk, body });
  expect(real.status).toBe(201);
  expect((await town.mulin('case', String(real.body['number']))).code).toBe(0);

  expect(await town.mulin('demo')).toMatchObject({ code: 2, json: { error: { code: 'town-holds-cases' } } });
});

/** As the sample town weighs them. */
const weights = '25/40/35';

test('its rates are what an outsider makes of its public events, also after somebody was taken out of them', async () => {
  const tokenOf = async (...of: readonly string[]) =>
    String((await town.mulin('token', '--role', ...of)).json['token']);
  const get = async (who: string, what: string) => ask(town.url, { method: 'GET', path: what, who });
  const auditor = await tokenOf('auditor');
  const missed = '/api/v1/rates/cases?measure=onTime&missed=true&exempt=false';
  const [late] = itemsOf((await get(auditor, missed)).body);
  const { caseId, cycle, area } = late as Readonly<{ caseId: string; cycle: number; area: string }>;

  const asker = await tokenOf('community-secretary', '--area', area.split('/').slice(0, 2).join('/'));
  const exemption = `/api/v1/cases/${caseId}/exemption`;
  const body = { cycle, reason: 'force-majeure', evidence: 'The road was flooded.' };
  const asked = await ask(town.url, { method: 'POST', path: exemption, who: asker, body });
  expect(asked.body).toMatchObject({ state: 'asked' });
  const ofOwn = { method: 'POST', path: `${exemption}/decision`, body: { cycle, granted: true } } as const;
  expect(await ask(town.url, { ...ofOwn, who: asker })).toMatchObject({
    status: 403,
    body: { code: 'of-rated-unit' },
  });
  const granted = await ask(town.url, { ...ofOwn, who: await tokenOf('hotline-clerk') });
  expect(granted.body).toMatchObject({ state: 'granted' });
  const history = async () => JSON.stringify((await get(auditor, `/api/v1/timelines/${caseId}`)).body);
  await until('the decision is in its history', history, (text) => text.includes('exemption-decided'));

  await expectRecomputed(town, { by: ['area', 'office', 'item', 'channel', 'net'], weights });
});

test('the report of a month is a file that a spreadsheet opens', async () => {
  const out = path.join(newFolder(), 'report.csv');
  const month = new Date().toISOString().slice(0, 7);
  const { code, json } = await town.mulin(
    'rates',
    'report',
    '--month',
    month,
    '--format',
    'csv',
    '--out',
    out,
  );
  expect({ code, json }).toMatchObject({ code: 0, json: { file: out, month } });
  expect(readFileSync(out, 'utf8')).toMatch(new RegExp(`^\ufeffRates of ${month}\r\nunit,level,path,`));
  const nowhere = path.join(newFolder(), 'none.csv');
  const bad = await town.mulin('rates', 'report', '--month', '2026-13', '--out', nowhere);
  expect(bad).toMatchObject({ code: 2, json: { error: { code: 'malformed' } } });
  expect(existsSync(nowhere)).toBe(false);
  expect(await town.mulin('rates', '--area', 'nowhere')).toMatchObject({
    code: 2,
    json: { error: { code: 'area-unknown' } },
  });
});
