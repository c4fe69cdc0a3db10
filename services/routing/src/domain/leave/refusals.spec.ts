import { pinsRefusals } from '@mulin/testing';
import * as refusals from './refusals.js';

pinsRefusals(refusals, [
  ['endsBeforeItBegins', 'ends-before-it-begins', 'refused'],
  ['leaveIsOver', 'leave-over', 'refused'],
  ['unknownAccount', 'unknown-account', 'refused'],
  ['leaveWithoutStandIn', 'leave-without-stand-in', 'refused'],
  ['leaveTwice', 'leave-twice', 'refused'],
  ['standInAway', 'stand-in-away', 'refused'],
  ['noSuchLeave', 'no-such-leave', 'unknown'],
]);
