import { createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { internalHeader, internalRequests } from './internal-requests.js';

const keyed = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest('hex');
const at = (iso: string) => () => Date.parse(iso);

const first = internalRequests(keyed('ours'), at('2026-03-02T01:00:00Z'));
const rebuild = '/internal/v1/views/rebuild';
const body = { name: 'cases' };
const asked = (signature: string, url = rebuild, method = 'POST') => ({
  method,
  url,
  headers: { [internalHeader]: signature },
  body,
});

test('what one process has signed another one of its town knows', () => {
  const signature = first.sign('POST', rebuild, body);
  const later = internalRequests(keyed('ours'), at('2026-03-02T01:01:30Z'));
  expect(later.isSigned(asked(signature))).toBe(true);
});

test('for another path, by another key, too old or none at all it is nothing', () => {
  const signature = first.sign('POST', rebuild, body);
  expect(first.isSigned(asked(signature, '/internal/v1/named-items'))).toBe(false);
  expect(first.isSigned(asked(signature, rebuild, 'GET'))).toBe(false);
  const others = internalRequests(keyed('theirs'), at('2026-03-02T01:00:00Z'));
  expect(others.isSigned(asked(signature))).toBe(false);
  const tomorrow = internalRequests(keyed('ours'), at('2026-03-03T01:00:00Z'));
  expect(tomorrow.isSigned(asked(signature))).toBe(false);
  for (const wrong of ['', '1.2', signature.slice(0, -1), `${signature}0`])
    expect(first.isSigned(asked(wrong))).toBe(false);
});

test('a body that was changed on its way is not the one that was signed', () => {
  const signature = first.sign('POST', rebuild, body);
  const tampered = [{ name: 'orders' }, { ...body, more: 1 }, {}, undefined, [body], { Name: 'cases' }];
  for (const other of tampered) expect(first.isSigned({ ...asked(signature), body: other })).toBe(false);
  const many = first.sign('POST', rebuild, { ids: ['a', 'b'], name: 'x' });
  expect(first.isSigned({ ...asked(many), body: { name: 'x', ids: ['a', 'b'] } })).toBe(true);
  expect(first.isSigned({ ...asked(many), body: { name: 'x', ids: ['b', 'a'] } })).toBe(false);
});

test('a request without a body is one that says nothing', () => {
  const { body: _, ...bare } = asked(first.sign('POST', rebuild, {}));
  expect(first.isSigned(bare)).toBe(true);
});

test('a body that nobody could have signed, with half a character in it, is unsigned', () => {
  const signature = first.sign('POST', rebuild, body);
  for (const half of [JSON.parse(String.raw`{"name":"\ud800"}`), JSON.parse(String.raw`{"\udc00":1}`)])
    expect(first.isSigned({ ...asked(signature), body: half })).toBe(false);
});
