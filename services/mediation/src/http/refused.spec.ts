/** What goes wrong most often at the table: one sentence in both languages, its code, and nothing is changed. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { day, plus } from '@mulin/kernel';
import { inDays, type Opened, openTown, type Town } from './a-town.testing.js';

const mediator = 'tang';
const it_: { town?: Town; quarrel?: Opened; other?: Opened; visit?: string } = {};
const town = (): Town => {
  if (it_.town === undefined) throw new Error('the town is open while its story is told');
  return it_.town;
};
const quarrel = (of: 'quarrel' | 'other' = 'quarrel'): Opened => {
  const found = it_[of];
  if (found === undefined) throw new Error('the quarrel is opened before anything is asked');
  return found;
};
const at = (path: string, of: 'quarrel' | 'other' = 'quarrel') => `disputes/${quarrel(of).id}${path}`;
const one = () => quarrel().parties[0].party;
const other = () => quarrel().parties[1].party;
const morning = (days: number) => {
  const from = inDays(town(), days);
  return { from, until: from.replace('T02', 'T03'), place: 'home' };
};
const term = (more: object = {}) => ({
  party: other(),
  toParty: one(),
  what: 'moves the wall back',
  ...more,
});
const signature = (party: string) => ({ version: 1, by: 'party', party, as: 'signature' });
const done = async (answer: Promise<Readonly<{ status: number; body: Record<string, unknown> }>>) => {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return body;
};

/** Somebody has come to an interview, and waits. */
const comeToDay = async (): Promise<string> => {
  const from = plus(town().now(), day);
  const slots = [{ from, until: plus(from, day / 24), capacity: 5 }];
  const published = await done(
    town().call('secretary', 'interview-days', { area: 'mu/dongguan', place: 'Room 201', slots }),
  );
  const path = `interview-days/${String(published['day'])}/bookings`;
  const visitor = { name: 'Sun', phone: '13800000009', slot: 1 };
  const booked = await done(town().call('clerk', path, visitor));
  await town().pass(day);
  await done(town().call('clerk', `${path}/${String(booked['booking'])}/check-in`, {}));
  return `${path}/${String(booked['booking'])}`;
};

beforeAll(async () => {
  it_.town = await openTown();
  await town().postMediators(1, [mediator]);
  it_.quarrel = await town().quarrel();
  it_.other = await town().quarrel();
  it_.visit = await comeToDay();
  for (const which of ['quarrel', 'other'] as const) await town().agreeAll(quarrel(which), mediator);
  await done(town().call(mediator, at('/sessions'), morning(3)));
  const dueAt = plus(town().now(), 20 * day);
  await done(town().call(mediator, at('/agreement'), { form: 'written', terms: [term({ dueAt })] }));
  await done(town().call(mediator, at('/signatures'), signature(one())));
  const near = { mediator: 'ye', relation: 'kin' };
  await town().postMediators(2, [mediator, 'ye']);
  await done(town().call('committee', at(`/parties/${one()}/relations`), near));
});
afterAll(() => town().close());

type Asked = Readonly<{ who: string; path: string; body?: object }>;
const byCode = async (path: string, body?: object): Promise<Asked> => ({
  who: await town().comeBy(quarrel(), quarrel().parties[0]),
  path,
  ...(body === undefined ? {} : { body }),
});
const by = (who: string, path: string, body?: object): Asked => ({
  who,
  path,
  ...(body === undefined ? {} : { body }),
});

const wrong: readonly (readonly [string, string, () => Asked | Promise<Asked>])[] = [
  ['a party signs twice', '409 already-signed', () => by(mediator, at('/signatures'), signature(one()))],
  ['a party signs for another', '403 signs-for-another', () => byCode(at('/signatures'), signature(other()))],
  [
    'an agreement has a term without a date',
    '409 term-without-due',
    () => by(mediator, at('/agreement'), { form: 'written', terms: [term()] }),
  ],
  ['a session is in the past', '409 session-past', () => by(mediator, at('/sessions', 'other'), morning(-3))],
  [
    'a session is at a time that is taken',
    '409 doubly-booked',
    () => by(mediator, at('/sessions', 'other'), morning(3)),
  ],
  [
    'a mediator is kin to a party',
    '409 mediator-related',
    () => by('committee', at('/mediator'), { mediator: 'ye' }),
  ],
  ['a party reads another quarrel', '403 not-your-dispute', () => byCode(at('/file', 'other'))],
  ['a party prints another quarrel', '403 not-your-dispute', () => byCode(at('/file.pdf', 'other'))],
  [
    'a party speaks for the other',
    '403 not-your-side',
    () => byCode(at(`/parties/${other()}/statements`), { text: 'We agree.' }),
  ],
  [
    'a promise has no owner',
    '409 promise-without-owner',
    () =>
      by('secretary', `${it_.visit ?? ''}/outcome`, {
        outcome: 'promised',
        promises: [{ text: 'A lamp.', dueAt: plus(town().now(), 10 * day) }],
      }),
  ],
];

const everything = async () => [
  town().messages(),
  (await town().call(mediator, at(''))).body,
  (await town().call(mediator, at('', 'other'))).body,
  (await town().call(mediator, at('/file'))).body,
  (await town().call('secretary', it_.visit?.replace(/\/[^/]*$/, '') ?? '')).body,
];

test.each(wrong)('%s: %s, in both languages, and nothing is changed', async (_, expected, asking) => {
  const { who, path, body } = await asking();
  const before = await everything();
  const said: string[] = [];
  for (const language of ['en', 'zh']) {
    const { status, body: refused } = await town().call(who, path, body, { 'accept-language': language });
    expect(`${status} ${String(refused['code'])}`).toBe(expected);
    said.push(String(refused['detail']));
  }
  expect(said).toEqual([
    expect.stringMatching(/^[^\p{Script=Han}]{10,300}\.$/u),
    expect.stringMatching(/^[^A-Za-z]{5,200}。$/),
  ]);
  expect(await everything()).toEqual(before);
});
