import { expect, test } from '@jest/globals';
import { hashOf } from '@mulin/kernel';
import { requestHashOf } from './request-hash.js';

const ours = requestHashOf(Buffer.alloc(32, 1));
const theirs = requestHashOf(Buffer.alloc(32, 2));
const body = { words: 'It is dark.', phone: '13800138000' };

test('the same body has the same hash, whatever the order of its fields, and another one has another', async () => {
  const { words, phone } = body;
  expect(await ours.of({ phone, words })).toBe(await ours.of(body));
  expect(await ours.of({ ...body, phone: '13800138001' })).not.toBe(await ours.of(body));
});

test('a body is on record under the same hash for ever, which says how it was made', async () => {
  expect(await ours.of(body)).toBe('hmac:eb806bc6c122794413739ebd689cddaf3ab78ac8dee054d6df007dc95f792b71');
});

test('who has a copy of the database and not the key can try no body against it', async () => {
  const recorded = await ours.of(body);
  expect(recorded).not.toContain(await hashOf(body));
  expect(recorded).not.toBe(await theirs.of(body));
});

test('a request that an older town recorded under its bare hash is known again', async () => {
  const older = await hashOf(body);
  const asked = await ours.of(body);
  expect(ours.isSame(older, asked)).toBe(true);
  expect(ours.isSame(asked, asked)).toBe(true);
  expect(ours.isSame(await hashOf({ words: 'other' }), asked)).toBe(false);
  expect(ours.isSame(undefined, asked)).toBe(false);
});
