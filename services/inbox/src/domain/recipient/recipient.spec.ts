/** How an account wants to hear: stated as a whole, kept as it is where nothing changes. */
import { describe, expect, test } from '@jest/globals';
import { fold, instant, type VaultRef } from '@mulin/kernel';
import {
  decider,
  disableWebhook,
  type Event,
  forgetAddresses,
  isUnsettled,
  noteErased,
  outletOf,
  prefer,
  recipientIdOf,
} from './recipient.js';
import { usualWindow } from './window.js';

const now = instant('2026-03-02T01:00:00Z');
const ref = (id: string): VaultRef => ({ id, hash: `hash of ${id}` });

const stating = (email: string | null, webhook: string | null, head = 7) =>
  prefer({
    account: 'wu',
    language: 'en',
    window: usualWindow,
    addresses: { email: email === null ? null : ref(email), webhook: webhook === null ? null : ref(webhook) },
    head,
  });

/** What is on record when these were decided one after the other. */
const after = (...decisions: readonly ReturnType<typeof prefer>[]): readonly Event[] =>
  decisions.reduce<readonly Event[]>(
    (events, decide) => [...events, ...decide(fold(decider, events), now)],
    [],
  );
const stateAfter = (...decisions: readonly ReturnType<typeof prefer>[]) => fold(decider, after(...decisions));

describe('What an account has stated', () => {
  test('is recorded as a whole, with where the log stood', () => {
    expect(after(stating('mail-1', null))).toEqual([
      {
        type: 'PreferencesStated',
        data: {
          account: 'wu',
          language: 'en',
          window: usualWindow,
          outlets: { email: { address: ref('mail-1'), since: 7 }, webhook: null },
          at: now,
        },
      },
    ]);
  });

  test('changes nothing when it is stated again as it is, however far the log has come', () => {
    expect(after(stating('mail-1', 'hook-1'), stating('mail-1', 'hook-1', 20))).toHaveLength(1);
    const other = prefer({
      account: 'wu',
      language: 'zh',
      window: usualWindow,
      addresses: { email: ref('mail-1'), webhook: ref('hook-1') },
      head: 20,
    });
    expect(after(stating('mail-1', 'hook-1'), other)).toHaveLength(2);
    expect(stateAfter(stating('mail-1', 'hook-1'), other).language).toBe('zh');
  });

  test('keeps on from where the former address of a channel was, and begins anew after a channel was off', () => {
    const moved = stateAfter(stating('mail-1', null), stating('mail-2', 'hook-1', 20));
    expect(moved.outlets.email).toEqual({ address: ref('mail-2'), since: 7 });
    expect(moved.outlets.webhook).toEqual({ address: ref('hook-1'), since: 20 });
    const again = stateAfter(stating('mail-1', null), stating(null, null), stating('mail-1', null, 30));
    expect(again.outlets.email).toEqual({ address: ref('mail-1'), since: 30 });
  });

  test('leaves the vault the addresses that nobody has any more, each once', () => {
    expect(stateAfter(stating('mail-1', 'hook-1')).former).toEqual([]);
    const moved = stateAfter(stating('mail-1', 'hook-1'), stating('mail-2', null), stating('mail-3', null));
    expect(moved.former).toEqual(['mail-1', 'hook-1', 'mail-2']);
    const back = stateAfter(stating('mail-1', null), stating('mail-2', null), stating('mail-1', null));
    expect(back.former).toEqual(['mail-2']);
    const twice = stateAfter(
      ...['mail-1', 'mail-2', 'mail-1', 'mail-2', 'mail-3'].map((it) => stating(it, null)),
    );
    expect(twice.former).toEqual(['mail-1', 'mail-2']);
  });
});

describe('A webhook whose receiver is gone', () => {
  const disable = disableWebhook('hook-1');

  test('is disabled once, and only where it is the one that is used', () => {
    const events = after(stating('mail-1', 'hook-1'), disable, disable);
    expect(events.slice(1)).toEqual([
      { type: 'WebhookDisabled', data: { address: 'hook-1', because: 'gone', at: now } },
    ]);
    expect(after(stating('mail-1', 'hook-2'), disable)).toHaveLength(1);
    expect(after(stating('hook-1', null), disable)).toHaveLength(1);
    expect(after(disable)).toEqual([]);
  });

  test('is no outlet any more, while its e-mail goes on', () => {
    const state = stateAfter(stating('mail-1', 'hook-1'), disable);
    expect(state.isWebhookDisabled).toBe(true);
    expect(outletOf(state, 'webhook')).toBeNull();
    expect(outletOf(state, 'email')).toEqual({ address: ref('mail-1'), since: 7 });
    const before = stateAfter(stating('mail-1', 'hook-1'));
    expect(outletOf(before, 'webhook')).toEqual({ address: ref('hook-1'), since: 7 });
  });

  test('is one again when it is stated again, also as it was, from then on', () => {
    const state = stateAfter(stating('mail-1', 'hook-1'), disable, stating('mail-1', 'hook-1', 40));
    expect(state.isWebhookDisabled).toBe(false);
    expect(outletOf(state, 'webhook')).toEqual({ address: ref('hook-1'), since: 40 });
    // Stated without one, it is off, and asks for nothing again.
    const off = after(stating('mail-1', 'hook-1'), disable, stating('mail-1', null), stating('mail-1', null));
    expect(off).toHaveLength(3);
  });

  test('is not disabled by what a former address answers when the news comes late', () => {
    const events: readonly Event[] = [
      ...after(stating('mail-1', 'hook-1'), stating('mail-1', 'hook-2')),
      { type: 'WebhookDisabled', data: { address: 'hook-1', because: 'gone', at: now } },
    ];
    expect(fold(decider, events).isWebhookDisabled).toBe(false);
    const none = after(stating('mail-1', null));
    const late = [
      ...none,
      { type: 'WebhookDisabled', data: { address: 'hook-1', because: 'gone', at: now } },
    ];
    expect(fold(decider, late as readonly Event[]).isWebhookDisabled).toBe(false);
  });
});

describe('The addresses of an account', () => {
  const both = stating('mail-1', 'hook-1');
  const forgotten: Event = { type: 'AddressesForgotten', data: { because: 'account-disabled', at: now } };
  const erased = (...addresses: readonly string[]): Event => ({
    type: 'AddressesErased',
    data: { addresses, at: now },
  });

  test('are forgotten once the account is disabled, where there are any', () => {
    expect(after(both, forgetAddresses, forgetAddresses).slice(1)).toEqual([forgotten]);
    expect(after(forgetAddresses)).toEqual([]);
    expect(stateAfter(both, disableWebhook('hook-1'), forgetAddresses)).toMatchObject({
      outlets: { email: null, webhook: null },
      isWebhookDisabled: false,
      former: ['mail-1', 'hook-1'],
      language: 'en',
    });
  });

  test('are noted as erased where they were left behind, and only those', () => {
    const left = [both, stating('mail-2', null)];
    expect(after(...left, noteErased(['mail-1', 'mail-2', 'other'])).slice(2)).toEqual([erased('mail-1')]);
    expect(stateAfter(...left, noteErased(['mail-1'])).former).toEqual(['hook-1']);
    expect(after(...left, noteErased(['other'])).slice(2)).toEqual([]);
    expect(after(...left, noteErased(['mail-1']), noteErased(['mail-1'])).slice(2)).toHaveLength(1);
  });

  test('are to be erased where they were left behind, or the account is disabled', () => {
    const [nobody, wu] = [new Set<string>(), new Set(['wu'])];
    expect(isUnsettled(stateAfter(both), nobody)).toBe(false);
    expect(isUnsettled(stateAfter(both), wu)).toBe(true);
    expect(isUnsettled(stateAfter(both), new Set(['li']))).toBe(false);
    expect(isUnsettled(stateAfter(stating(null, null)), wu)).toBe(false);
    expect(isUnsettled(stateAfter(both, stating('mail-2', 'hook-1')), nobody)).toBe(true);
  });
});

test('Whoever has stated nothing reads Chinese, at the usual hours, and nothing goes anywhere', () => {
  expect(fold(decider, [])).toEqual({
    account: '',
    language: 'zh',
    window: usualWindow,
    outlets: { email: null, webhook: null },
    isWebhookDisabled: false,
    former: [],
  });
});

test('Each account has one stream, whatever its name', async () => {
  const id = await recipientIdOf('吴 <wu@town>');
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(await recipientIdOf('吴 <wu@town>')).toBe(id);
  expect(await recipientIdOf('wu')).not.toBe(id);
});
