import { describe, expect, test } from '@jest/globals';
import { fold, instant } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import * as Duty from './duty.js';

const scenario = scenarios(Duty.decider);

const march = instant('2026-03-01T00:00:00Z');
const april = instant('2026-04-01T00:00:00Z');
const may = instant('2026-05-01T00:00:00Z');
const place = 'mu/east';
const secretary = { role: 'community-secretary', from: null, until: null };

const first: Duty.Posting = { version: 1, since: null, duties: [secretary] };
const second: Duty.Posting = { version: 2, since: april, duties: [] };
const posted = (posting: Duty.Posting): Duty.Event => ({ type: 'DutiesPosted', data: { place, ...posting } });

describe('A roster of leaders', () => {
  scenario('is kept as it was published').given().when(Duty.post(place, first)).then(posted(first));
  scenario('told twice is kept once').given(posted(first)).when(Duty.post(place, first)).thenEcho();
  scenario('on which nobody leads is kept where somebody led before')
    .given(posted(first))
    .when(Duty.post(place, second))
    .then(posted(second));
  scenario('on which nobody leads is nothing new where nobody ever led')
    .given()
    .when(Duty.post(place, { ...second, version: 1 }))
    .thenNothing();

  const isOnDuty = (postings: readonly Duty.Posting[], at: typeof march, role = secretary.role) =>
    Duty.isOnDuty(fold(Duty.decider, postings.map(posted)), role, at);

  test('says of every moment who led then, in whichever order it was heard', () => {
    for (const postings of [
      [first, second],
      [second, first],
    ]) {
      expect(isOnDuty(postings, march)).toBe(true);
      expect(isOnDuty(postings, april)).toBe(false);
      expect(isOnDuty(postings, may)).toBe(false);
    }
  });

  test('says so of the role that was asked for', () => {
    expect(isOnDuty([first], march, 'town-leader')).toBe(false);
  });

  test('says nothing of the time before it, and of nobody where there is none', () => {
    expect(isOnDuty([{ ...first, since: april }], march)).toBe(false);
    expect(isOnDuty([], march)).toBe(false);
  });

  test('has somebody from the first moment of a duty to the one before its last', () => {
    const inApril = [{ ...first, duties: [{ ...secretary, from: april, until: may }] }];
    const last = instant('2026-04-30T23:59:59.999Z');
    expect([march, april, last, may].map((at) => isOnDuty(inApril, at))).toEqual([false, true, true, false]);
  });
});
