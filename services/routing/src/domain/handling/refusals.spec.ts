import { expect, test } from '@jest/globals';
import { pinsRefusals } from '@mulin/testing';
import * as refusals from './refusals.js';

pinsRefusals(refusals, [
  ['deviceTime', 'device-time', 'refused'],
  ['beforeItBegan', 'before-it-began', 'refused'],
  ['finishNeedsPhoto', 'finish-needs-photo', 'refused'],
  ['finishNeedsNewPhoto', 'finish-needs-new-photo', 'refused'],
  ['finishNeedsWords', 'finish-needs-words', 'refused'],
  ['verifiesOwnWork', 'verifies-own-work', 'forbidden'],
  ['notFinished', 'not-finished', 'refused'],
  ['alreadyVerified', 'order-verified', 'refused'],
  ['nobodyInUnit', 'nobody-in-unit', 'refused'],
  ['noSuchUnit', 'no-such-unit', 'unknown'],
  ['photoUnknown', 'photo-unknown', 'unknown'],
  ['noSuchCall', 'no-such-call', 'unknown'],
  ['alreadyCalled', 'already-called', 'refused'],
  ['notCalled', 'not-called', 'forbidden'],
  ['notJoined', 'not-joined', 'refused'],
  ['helperHasCome', 'helper-has-come', 'refused'],
  ['helperOver', 'helper-over', 'refused'],
  ['helpersNotDone', 'helpers-not-done', 'refused'],
  ['mayNotOverrule', 'may-not-overrule', 'forbidden'],
]);

test('who has taken it is called by their duty', () => {
  expect(refusals.takenByOther({ en: 'the grid leader', zh: '网格长' })).toMatchObject({
    code: 'taken-by-other',
    sentence: { en: 'This order has been taken already, by the grid leader.', zh: '该单已由网格长接单。' },
  });
});
