import { expect, test } from '@jest/globals';
import { pinsRefusals } from '@mulin/testing';
import { isOverNow, notYours } from '../case-refusals.js';
import { notAPhoto, photoNeedsCase, photoUnknown } from '../photo.js';
import * as refusals from './refusals.js';

pinsRefusals(refusals, [
  ['taken', 'already-taken', 'refused'],
  ['finished', 'already-finished', 'refused'],
  ['notFinished', 'not-finished', 'refused'],
  ['inHand', 'in-hand', 'refused'],
  ['ownWork', 'own-work', 'forbidden'],
  ['noOther', 'duplicate-of-missing', 'malformed'],
  ['itself', 'duplicate-of-itself', 'refused'],
  ['otherNotOpen', 'duplicate-of-closed', 'refused'],
  ['notByClosing', 'not-by-closing', 'refused'],
  ['otherArchived', 'duplicate-of-archived', 'refused'],
  ['otherNotAsked', 'duplicate-of-not-asked', 'malformed'],
  ['archived', 'archived-case', 'refused'],
  ['reportedInFuture', 'reported-in-future', 'refused'],
  ['closedInFuture', 'closed-in-future', 'refused'],
  ['implausiblePlace', 'implausible-place', 'refused'],
  ['notMerged', 'not-merged', 'refused'],
  ['closesOnFeedback', 'closes-on-feedback', 'refused'],
  ['notOver', 'case-not-over', 'refused'],
  ['wasMerged', 'reopen-merged', 'refused'],
  ['mistakeNotYours', 'reopen-reason-not-yours', 'malformed'],
]);

pinsRefusals({ notYours, isOverNow, notAPhoto, photoNeedsCase, photoUnknown }, [
  ['notYours', 'not-your-case', 'forbidden'],
  ['isOverNow', 'case-is-over', 'forbidden'],
  ['notAPhoto', 'not-a-photo', 'malformed'],
  ['photoNeedsCase', 'photo-needs-case', 'malformed'],
  ['photoUnknown', 'photo-unknown', 'unknown'],
]);

test('a refusal of a field says which, and one of a limit says where it lies', () => {
  const fields = [
    refusals.reportedInFuture(),
    refusals.closedInFuture(),
    refusals.implausiblePlace(),
    refusals.implausibleTime('dueAt'),
    refusals.digitsLost('person'),
  ];
  expect(fields.map(({ field }) => field)).toEqual(['reportedAt', 'closedAt', 'place', 'dueAt', 'person']);
  for (const language of ['en', 'zh'] as const) {
    expect(refusals.implausibleTime('dueAt').sentence[language]).toContain('dueAt');
    expect(refusals.digitsLost('person').sentence[language]).toContain('person');
    expect(refusals.tooLateToReopen(15).sentence[language]).toContain('15');
    expect(refusals.tooManyAdditions(200).sentence[language]).toContain('200');
  }
});

test('who waits for the case is named to the desk, and not to a resident', () => {
  const others = [{ number: 'mu-2026-000007' }, { number: 'mu-2026-000009' }];
  const sentences = (to: 'desk' | 'resident') => refusals.answersForOthers(to, others).sentence;
  expect(refusals.answersForOthers('desk', others)).toMatchObject({
    code: 'answers-for-others',
    refusal: 'refused',
  });
  for (const language of ['en', 'zh'] as const) {
    expect(sentences('desk')[language]).toMatch(/mu-2026-000007(?:, |、)mu-2026-000009/);
    expect(sentences('resident')[language]).not.toMatch(/mu-2026|undefined/);
  }
});

test('what may be done instead of a duplicate of a duplicate, or of one that is under way, names the other case', () => {
  const chain = refusals.otherIsDuplicate('mu-2026-000007', 'mu-2026-000009');
  expect(chain).toMatchObject({ code: 'duplicate-of-duplicate', refusal: 'refused' });
  const underWay = refusals.duplicateUnderWay({ number: 'mu-2026-000007' });
  expect(underWay).toMatchObject({ code: 'duplicate-under-way', refusal: 'refused' });
  for (const language of ['en', 'zh'] as const) {
    expect(chain.sentence[language]).toMatch(/mu-2026-000007.*mu-2026-000009/);
    expect(underWay.sentence[language]).toContain('mu-2026-000007');
  }
});
