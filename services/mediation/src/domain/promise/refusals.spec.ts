import { pinsRefusals } from '@mulin/testing';
import * as refusals from './refusals.js';

/** Those that name something. */
const named = {
  unknownPromise: () => refusals.unknownPromise('mu-P-2026-000004'),
  unknownOwner: () => refusals.unknownOwner('somebody'),
};

pinsRefusals({ ...refusals, ...named }, [
  ['unknownPromise', 'promise-unknown', 'unknown'],
  ['notYourPromise', 'not-your-promise', 'forbidden'],
  ['noOwner', 'promise-without-owner', 'refused'],
  ['unknownOwner', 'owner-unknown', 'refused'],
  ['noDue', 'promise-without-due', 'refused'],
  ['duePast', 'promise-due-past', 'refused'],
  ['publicTextPersonal', 'public-text-personal', 'refused'],
  ['promiseOver', 'promise-over', 'refused'],
  ['ownerKnown', 'owner-has-it', 'refused'],
]);
