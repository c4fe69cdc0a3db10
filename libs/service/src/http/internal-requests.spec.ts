import { createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { internalHeader, internalRequests } from './internal-requests.js';

const keyed = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest('hex');
const at = (iso: string) => () => Date.parse(iso);

const first = internalRequests(keyed('ours'), at('2026-03-02T01:00:00Z'));
const asked = (signature: string, url = '/internal/v1/views/rebuild', method = 'POST') => ({
  method,
  url,
  headers: { [internalHeader]: signature },
});

test('what one process has signed another one of its town knows', () => {
  const signature = first.sign('POST', '/internal/v1/views/rebuild');
  const later = internalRequests(keyed('ours'), at('2026-03-02T01:01:30Z'));
  expect(later.isSigned(asked(signature))).toBe(true);
});

test('for another path, by another key, too old or none at all it is nothing', () => {
  const signature = first.sign('POST', '/internal/v1/views/rebuild');
  expect(first.isSigned(asked(signature, '/internal/v1/named-items'))).toBe(false);
  expect(first.isSigned(asked(signature, '/internal/v1/views/rebuild', 'GET'))).toBe(false);
  const others = internalRequests(keyed('theirs'), at('2026-03-02T01:00:00Z'));
  expect(others.isSigned(asked(signature))).toBe(false);
  const tomorrow = internalRequests(keyed('ours'), at('2026-03-03T01:00:00Z'));
  expect(tomorrow.isSigned(asked(signature))).toBe(false);
  for (const wrong of ['', '1.2', signature.slice(0, -1), `${signature}0`])
    expect(first.isSigned(asked(wrong))).toBe(false);
});
