/** Whether it was solved says whoever asked: called back, rated, done again, decided by the secretary, and written to. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask } from './http.js';
import { packWithFeedback, tellVerified } from './feedback-town.js';
import {
  atRiverHead,
  openSampleTown,
  riverHeadMember,
  type SampleTown,
  storyOf,
  told,
} from './sample-town.js';

let town: SampleTown;
beforeAll(async () => {
  town = await openSampleTown('2026-03-02T09:00:00+08:00', { pack: packWithFeedback() });
});
afterAll(() => town.close());

const content = { response: 'responded', resolution: 'solved', satisfaction: 'very-satisfied' };
const notContent = { response: 'responded', resolution: 'not-solved', satisfaction: 'dissatisfied' };

const ordered = async (who: string) => {
  const { body } = await town.post(who, '/api/v1/cases', {
    menuItem: 'sanitation',
    words: 'The bin by the east gate has not been emptied for a week.',
    place: atRiverHead,
  });
  return { id: String(body['caseId']), number: String(body['number']) };
};

/** The grid member takes and finishes it, and somebody else has a look. */
const handled = async ({ id, number }: Awaited<ReturnType<typeof ordered>>) => {
  await town.post(riverHeadMember, `/api/v1/orders/${id}/take`);
  await town.post(riverHeadMember, `/api/v1/orders/${id}/finish`, { result: 'solved' });
  await tellVerified(town, { id, number });
};

const feedbackIn = async (number: string) =>
  told(await storyOf(town, number)).filter((it) =>
    ['call-back-due', 'call-back-made', 'case-rated', 'case-concluded', 'redo-demanded'].includes(it),
  );

describe('A resident who asked by the portal', () => {
  test('is called by the desk, is content, and has a letter that says who answered and when', async () => {
    const it = await ordered('resident');
    await handled(it);
    const waiting = await town.list('hotline-clerk', '/api/v1/call-backs');
    expect(waiting).toEqual([
      expect.objectContaining({ number: it.number, state: 'due', attempts: 0, cycle: 1 }),
    ]);
    const refused = await town.post(riverHeadMember, `/api/v1/cases/${it.id}/call-backs`, {
      outcome: 'reached',
    });
    expect(refused).toMatchObject({ status: 403, body: { code: 'handled-it-yourself' } });

    await town.until('2026-03-02T15:00:00+08:00');
    const called = await town.post('hotline-clerk', `/api/v1/cases/${it.number}/call-backs`, {
      outcome: 'reached',
    });
    expect(called.body).toMatchObject({ state: 'called', lastOutcome: 'reached' });
    const rated = await town.post('resident', `/api/v1/cases/${it.number}/ratings`, {
      ...content,
      words: 'Thank you, call me on 13800001111 if need be.',
    });
    expect(rated.body).toMatchObject({ state: 'concluded', because: 'satisfied' });
    expect(await feedbackIn(it.number)).toEqual([
      'call-back-due',
      'call-back-made',
      'case-rated',
      'case-concluded',
    ]);

    const { letter } = await town.read('resident', `/api/v1/cases/${it.number}/letter`);
    expect(letter).toMatchObject({
      en: expect.stringMatching(
        /^Your demand of 2 March 2026 \(Sanitation, mu-2026-\d{6}\)\. On 2 March 2026 the grid member of /,
      ),
      zh: expect.stringMatching(/^您于2026年3月2日反映的诉求.*2026年3月2日由.*网格员办理完毕：已解决/),
    });
    const news = ['intake', 'routing', 'sla-timer', 'feedback'].flatMap((service) =>
      town.messages(`mulin.${service}`),
    );
    expect(JSON.stringify([news, town.said()])).not.toMatch(/13800001111|Thank you, call me/);
  });

  test('is not content: it is to be done again, and no letter closes it', async () => {
    const it = await ordered('resident');
    await handled(it);
    const { body } = await town.post('resident', `/api/v1/cases/${it.number}/ratings`, notContent);
    expect(body).toMatchObject({ state: 'redo', rating: notContent });
    expect(await feedbackIn(it.number)).toEqual(['call-back-due', 'case-rated', 'redo-demanded']);
    expect(await town.list('auditor', `/api/v1/ratings?caseId=${it.number}`)).toEqual([
      expect.objectContaining({ ...notContent, channel: 'portal', cycle: 1 }),
    ]);
    const letter = await town.send('resident', `/api/v1/cases/${it.id}/ratings`, content);
    expect(letter).toMatchObject({ status: 409, body: { code: 'rating-over' } });
  });

  test('says nothing: after its days the case is concluded without a word', async () => {
    const it = await ordered('resident');
    await handled(it);
    await town.until('2026-03-12T09:00:00+08:00');
    expect(await feedbackIn(it.number)).toEqual(['call-back-due', 'case-concluded']);
    const { timeline } = await storyOf(town, it.number, 'zh-CN');
    expect(timeline.map(({ text }) => text).join('\n')).toContain('回访结束');
  });
});

test('Whoever asked on the phone rates by the number and the code of their case, and of no other', async () => {
  const demand = { menuItem: 'sanitation', words: 'The bin is full.', place: atRiverHead };
  const registered = async () => {
    const { body } = await town.post('hotline-clerk', '/api/v1/cases', { ...demand, phone: '13800138000' });
    return { id: String(body['caseId']), number: String(body['number']), code: String(body['queryCode']) };
  };
  const [own, other] = [await registered(), await registered()];
  await handled(own);
  await handled(other);
  const { number, code } = own;
  const shown = await ask(town.url, { method: 'POST', path: '/api/v1/case-access', body: { number, code } });
  const token = String(shown.body['token']);
  expect(await town.post(token, `/api/v1/cases/${other.id}/ratings`, content)).toMatchObject({
    status: 403,
    body: { code: 'not-your-case' },
  });
  const rated = await town.post(token, `/api/v1/cases/${own.id}/ratings`, content);
  expect(rated.body).toMatchObject({ state: 'concluded', because: 'satisfied' });
  expect(await town.list('auditor', `/api/v1/ratings?caseId=${number}`)).toEqual([
    expect.objectContaining({ channel: 'link' }),
  ]);
  expect(await town.read(token, `/api/v1/cases/${own.id}/letter`)).toMatchObject({ number });
});

test('A small town without a feedback.json asks nobody, and its desk closes as ever', async () => {
  const small = await openSampleTown('2026-03-02T09:00:00+08:00');
  const { body } = await small.post('resident', '/api/v1/cases', {
    menuItem: 'sanitation',
    words: 'The bin is full.',
    place: atRiverHead,
  });
  const it = { id: String(body['caseId']), number: String(body['number']) };
  await small.post(riverHeadMember, `/api/v1/orders/${it.id}/take`);
  await small.post(riverHeadMember, `/api/v1/orders/${it.id}/finish`, { result: 'solved' });
  await tellVerified(small, it);
  expect(await small.list('hotline-clerk', '/api/v1/call-backs')).toEqual([]);
  const closed = await small.post('hotline-clerk', `/api/v1/cases/${it.id}/close`, { outcome: 'done' });
  expect(closed).toMatchObject({ status: 200, body: { state: 'closed' } });
  await small.close();
});
