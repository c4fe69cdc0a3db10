import { pinsRefusals } from '@mulin/testing';
import * as refusals from './refusals.js';

pinsRefusals(refusals, [
  ['noFeedback', 'feedback-not-asked', 'refused'],
  ['notYetDue', 'not-verified-yet', 'refused'],
  ['handledIt', 'handled-it-yourself', 'forbidden'],
  ['tooSoon', 'too-soon', 'refused'],
  ['callBackDone', 'call-back-done', 'refused'],
  ['ratedWithoutReaching', 'rated-without-reaching', 'refused'],
  ['callBackFirst', 'call-back-first', 'refused'],
  ['ratingOver', 'rating-over', 'refused'],
  ['feedbackOver', 'feedback-over', 'refused'],
  ['nothingToDecide', 'nothing-to-decide', 'refused'],
  ['deviceTime', 'device-time', 'refused'],
  ['beforeItBegan', 'before-it-began', 'refused'],
  ['noLetter', 'no-letter', 'unknown'],
  ['askerErased', 'asker-erased', 'refused'],
]);
