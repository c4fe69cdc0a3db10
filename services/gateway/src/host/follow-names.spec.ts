import { expect, test } from '@jest/globals';
import { followNames } from './follow-names.js';
import { instancesAt } from './instances.js';

const named = new Map([
  ['intake', ['http://intake.town:3121']],
  ['routing', ['http://10.0.0.1:3122', 'https://routing.town']],
]);

/** A resolver that knows what the test says, now. */
const resolver = (names: Record<string, readonly string[]>) => async (name: string) => {
  const found = names[name];
  if (found === undefined) throw new Error(`ENOTFOUND ${name}`);
  return found;
};

test('a name with several addresses is as many processes, each of which has its turn', async () => {
  const { addresses, lookUp } = followNames(named, resolver({ 'intake.town': ['10.0.0.5', '10.0.0.6'] }));
  const { of } = instancesAt(addresses);
  await lookUp();
  expect([of('intake')[0], of('intake')[0], of('intake')[0]]).toEqual([
    'http://10.0.0.5:3121',
    'http://10.0.0.6:3121',
    'http://10.0.0.5:3121',
  ]);
});

test('who comes to stand behind a name is asked after the next look, and who is gone is not', async () => {
  const names: Record<string, readonly string[]> = { 'intake.town': ['10.0.0.5'] };
  const { addresses, lookUp } = followNames(named, resolver(names));
  const { of } = instancesAt(addresses);
  await lookUp();
  names['intake.town'] = ['10.0.0.7', '10.0.0.8'];
  await lookUp();
  expect([...of('intake')].sort()).toEqual(['http://10.0.0.7:3121', 'http://10.0.0.8:3121']);
});

test('a name that is not known at the moment stands for what it stood for; one that never was is asked itself', async () => {
  const names: Record<string, readonly string[]> = {};
  const { addresses, lookUp } = followNames(named, resolver(names));
  await lookUp();
  expect(addresses.get('intake')).toEqual(['http://intake.town:3121']);
  names['intake.town'] = ['10.0.0.5'];
  await lookUp();
  delete names['intake.town'];
  await lookUp();
  expect(addresses.get('intake')).toEqual(['http://10.0.0.5:3121']);
});

test('addresses are left as they are, and names whose certificate is of the name', async () => {
  const { addresses, lookUp } = followNames(named, resolver({ 'routing.town': ['10.0.0.9'] }));
  await lookUp();
  expect(addresses.get('routing')).toEqual(['http://10.0.0.1:3122', 'https://routing.town']);
});

test('an address of IPv6 is written as in a URL, and the machine itself is known by name', async () => {
  const six = followNames(new Map([['intake', ['http://intake.town:3121']]]), async () => ['fd00::5']);
  await six.lookUp();
  expect(six.addresses.get('intake')).toEqual(['http://[fd00::5]:3121']);
  const here = followNames(new Map([['intake', ['http://localhost:3121']]]));
  await here.lookUp();
  expect(here.addresses.get('intake')).toEqual(['http://127.0.0.1:3121']);
});

test('names are looked up one after the other: a silent resolver holds one thread, not all of the machine’s', async () => {
  const answers: (() => void)[] = [];
  const silent = () => new Promise<readonly string[]>((resolve) => answers.push(() => resolve(['10.0.0.5'])));
  const three = ['intake', 'routing', 'audit'].map((it) => [it, [`http://${it}.town:3121`]] as const);
  const looked = followNames(new Map(three), silent).lookUp();
  for (const asked of [1, 2, 3]) {
    expect(answers).toHaveLength(asked);
    answers.at(-1)?.();
    await new Promise(setImmediate);
  }
  await looked;
});
