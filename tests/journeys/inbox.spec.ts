/** What waits for whom while a demand goes its way, as each of them sees it. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { atRiverHead, called, openSampleTown, riverHeadMember, type SampleTown } from './sample-town.js';

const secretary = 'community-secretary@mu/dongguan';
const otherSecretary = 'community-secretary@mu/nanyuan';

let town: SampleTown;
beforeEach(async () => {
  town = await openSampleTown('2026-03-02T09:00:00+08:00');
});
afterEach(() => town.close());

const inbox = async (who: string) =>
  (await town.list(who, '/api/v1/inbox')).map(({ what, kind }) => `${String(what)} ${String(kind)}`).sort();

test('an order waits for the grid member until they take it, and then until they have done it', async () => {
  const { id, number } = await called(town);
  expect(await town.list(riverHeadMember, '/api/v1/inbox')).toMatchObject([
    { number, caseId: id, what: 'take', why: 'registered', until: expect.stringMatching(/\+08:00$/) },
  ]);
  await town.post(riverHeadMember, `/api/v1/orders/${id}/take`);
  expect(await inbox(riverHeadMember)).toContain('finish decide');
  expect(await inbox(riverHeadMember)).not.toContain('take decide');
  await town.post(riverHeadMember, `/api/v1/orders/${id}/finish`, { result: 'solved' });
  expect(await inbox(riverHeadMember)).toEqual([]);
});

test('what is late waits for the secretary of that community, until it is answered', async () => {
  const { id } = await called(town, atRiverHead);
  await town.until('2026-03-20T09:00:00+08:00');
  expect(await inbox(secretary)).toContain('escalation decide');
  expect(await inbox(otherSecretary)).toEqual([]);
  await town.post('hotline-clerk', `/api/v1/cases/${id}/withdraw`);
  expect(await inbox(secretary)).toEqual([]);
});
