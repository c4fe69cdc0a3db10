import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';

Object.defineProperty(globalThis, 'navigator', { value: { language: 'zh-CN' }, configurable: true });
const { answerAhead, askAhead, forgetAhead } = await import('./ahead');

const menu = '/api/v1/menu';

const request = (headers: Record<string, string> = {}, method = 'GET') =>
  new Request(`http://town${menu}`, { method, headers: { 'accept-language': 'zh', ...headers } });

beforeEach(() => {
  jest.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(new Response('answered')));
});

afterEach(() => {
  forgetAhead();
  jest.restoreAllMocks();
});

test('what was asked ahead answers the same request, once', async () => {
  askAhead(menu);
  expect(await (await answerAhead(request()))?.text()).toBe('answered');
  expect(answerAhead(request())).toBeUndefined();
});

test.each([
  ['in the other language', request({ 'accept-language': 'en' })],
  ['after a command that must be seen', request({ 'mulin-after': '7' })],
  ['of another address', new Request('http://town/api/v1/menu?all=true')],
  ['that changes something', request({}, 'POST')],
])('it answers no request %s', (_, other) => {
  askAhead(menu);
  expect(answerAhead(other)).toBeUndefined();
});

test('it answers nobody who sits here since', () => {
  askAhead(menu);
  forgetAhead();
  expect(answerAhead(request())).toBeUndefined();
});

test('after 20 seconds it says nothing of now', () => {
  const now = Date.now();
  const clock = jest.spyOn(Date, 'now').mockReturnValue(now);
  askAhead(menu);
  clock.mockReturnValue(now + 20_000);
  expect(answerAhead(request())).toBeUndefined();
});

test.each<[string, () => Promise<Response>]>([
  ['no line', () => Promise.reject(new TypeError('no line'))],
  ['a town that is starting', () => Promise.resolve(new Response('', { status: 503 }))],
])('what failed by %s is asked for again', async (_, first) => {
  jest.spyOn(globalThis, 'fetch').mockImplementationOnce(first);
  askAhead(menu);
  await new Promise((done) => setTimeout(done));
  expect(await (await answerAhead(request()))?.text()).toBe('answered');
});

test('it answers nobody who signed in since in another tab', () => {
  const kept = new Map<string, string>([['mulin-session', '{"account":"li@mu"}']]);
  const localStorage = { getItem: (name: string) => kept.get(name) ?? null };
  Object.defineProperty(globalThis, 'localStorage', { value: localStorage, configurable: true });
  askAhead(menu);
  kept.set('mulin-session', '{"account":"wu@mu"}');
  expect(answerAhead(request())).toBeUndefined();
});
