import { describe, expect, test } from '@jest/globals';
import type { Actor, Area } from '@mulin/kernel';
import { callerOf, isCrossSite, type Request, sessionSecretOf } from './request.js';

const secret = 'A'.repeat(43);
const asked = (headers: Request['headers'], more: Partial<Request> = {}): Request => ({
  method: 'POST',
  url: '/',
  ip: '::1',
  protocol: 'http',
  headers,
  ...more,
});

describe('The session of a request', () => {
  test('is in a cookie whose name says over TLS that it is of this host alone', () => {
    const [plain, host] = [`mulin-session=${secret}`, `__Host-mulin-session=${secret}`];
    const over = (protocol: string, cookie: string) => sessionSecretOf(asked({ cookie }, { protocol }));
    expect([over('http', plain), over('https', host)]).toEqual([secret, secret]);
    expect([over('https', plain), over('http', host)]).toEqual([undefined, undefined]);
  });

  test('is found among other cookies, and is no text that was never given out', () => {
    const of = (cookie: string) => sessionSecretOf(asked({ cookie }));
    expect(of(`a=b; mulin-session=${secret};c=d`)).toBe(secret);
    for (const cookie of ['', 'mulin-session', 'mulin-session=', 'mulin-session=a b', 'x-mulin-session=1'])
      expect(of(cookie)).toBeUndefined();
  });

  test('is not asked for where there is a token', async () => {
    const actor: Actor = { id: 'li', role: 'auditor', area: 'mu' as Area };
    const callers = {
      identity: { actorOf: async () => null },
      signIn: { session: async () => ({ actor, name: null, until: '' as never }) },
    };
    const cookie = `mulin-session=${secret}`;
    expect(await callerOf(callers, asked({ cookie }))).toEqual(actor);
    expect(await callerOf(callers, asked({ cookie, authorization: 'Bearer nobody' }))).toBeNull();
  });
});

test('another site is told by what a browser says of it, or by its origin; a program says neither', () => {
  const host = 'town.example:8080';
  const is = (headers: Request['headers'], method = 'POST') =>
    isCrossSite(asked({ host, ...headers }, { method }));
  expect([is({}), is({ 'sec-fetch-site': 'same-origin' }), is({ 'sec-fetch-site': 'none' })]).toEqual([
    false,
    false,
    false,
  ]);
  expect([is({ origin: `https://${host}` }), is({ origin: 'https://town.example' })]).toEqual([false, true]);
  for (const site of ['cross-site', 'same-site', 'anything']) {
    expect(is({ 'sec-fetch-site': site })).toBe(true);
    expect(is({ 'sec-fetch-site': site }, 'GET')).toBe(false);
  }
  for (const method of ['PUT', 'DELETE', 'PATCH']) expect(is({ origin: 'null' }, method)).toBe(true);
});
