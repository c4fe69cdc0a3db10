import { expect, test } from '@jest/globals';
import { TimedOut } from '@mulin/kernel';
import { meaningOf } from '../faults.js';
import { isPassing, memberIdIn, plainly, typeOf } from './errors.js';

/** As the library makes them: some errors in one, and one that comes from another. */
const error = (fields: Readonly<Record<string, unknown>>, message = 'failed') =>
  Object.assign(new Error(message), { code: 'PLT_KFK_NETWORK', ...fields });
const ofKafka = (apiId: string, canRetry: boolean) =>
  error({ code: 'PLT_KFK_RESPONSE', errors: [error({ code: 'PLT_KFK_PROTOCOL', apiId, canRetry })] });
const ofSystem = (code: string) => error({ canRetry: true, cause: Object.assign(new Error(code), { code }) });
const timedOut = error({ canRetry: true }, 'Request timed out');

test('an error of Kafka keeps its name, however deep it lies', () => {
  const several = error({
    code: 'PLT_KFK_MULTIPLE',
    errors: [ofSystem('ECONNRESET'), ofKafka('NOT_COORDINATOR', true)],
  });
  expect(typeOf(several)).toBe('NOT_COORDINATOR');
  expect(meaningOf(plainly(ofKafka('UNKNOWN_TOPIC_OR_PARTITION', true)), 'a')).toMatchObject({
    code: 'topic-missing',
  });
  expect(meaningOf(plainly(ofKafka('MESSAGE_TOO_LARGE', false)), 'a')).toBeInstanceOf(TypeError);
});

test.each([
  [ofSystem('ECONNREFUSED'), 'Kafka cannot be reached (ECONNREFUSED).'],
  [ofSystem('SELF_SIGNED_CERT_IN_CHAIN'), /^The certificate of Kafka is not trusted \(SELF_SIGNED/],
  [error({ cause: error({ code: 'PLT_KFK_AUTHENTICATION', canRetry: false }) }), /^Kafka refuses the name/],
  [timedOut, 'Kafka cannot be reached (no answer).'],
  [error({ canRetry: true }, 'Connection closed'), 'Kafka cannot be reached (ECONNRESET).'],
])('what it means is said in one sentence', (thrown, sentence) => {
  expect(meaningOf(plainly(thrown), 'a')).toMatchObject({
    sentence: { en: typeof sentence === 'string' ? sentence : expect.stringMatching(sentence) },
  });
});

test('what is none of the library stays as it is', () => {
  const ours = new TimedOut('it does not answer');
  expect(plainly(ours)).toBe(ours);
  expect(isPassing(ours)).toBe(false);
});

test('passes what is not final in any part of it', () => {
  expect([ofKafka('NOT_LEADER_OR_FOLLOWER', true), timedOut, ofSystem('ECONNREFUSED')].every(isPassing)).toBe(
    true,
  );
  expect(isPassing(ofKafka('OUT_OF_ORDER_SEQUENCE_NUMBER', false))).toBe(false);
});

test('finds the name that a group gives to whoever asks for the first time, and no other', () => {
  const given = {
    code: 'PLT_KFK_PROTOCOL',
    apiId: 'MEMBER_ID_REQUIRED',
    canRetry: false,
    memberId: 'mulin-1',
  };
  expect(memberIdIn(error({ errors: [error(given)] }))).toBe('mulin-1');
  expect(memberIdIn(ofKafka('UNKNOWN_MEMBER_ID', false))).toBeNull();
});
