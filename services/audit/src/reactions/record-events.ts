/** Writes down whatever the services tell, also what has no contract here yet. Nothing is decided, nothing left out. */
import { InvalidMessage, onAny, type Reaction } from '@mulin/bus';
import type { PublicEvent } from '@mulin/contracts';
import type { EventStore } from '@mulin/kernel';
import { contractOf, toRecord, streamFor } from '../views/recorded-events.js';

/** What has a contract must keep it; what is kept is the message itself, with all that it carries. */
const refuseFalse = ({ type, data }: PublicEvent): void => {
  const error = contractOf(type)?.data.safeParse(data).error;
  if (error === undefined) return;
  // Names the fields and never their content, which may be anything.
  const fields = error.issues.map(({ path, code }) => `${['data', ...path].join('.')}: ${code}`);
  throw new InvalidMessage(`not a ${type}: ${fields.join('; ')}`);
};

export const recordEvents = (store: EventStore): Reaction =>
  onAny(async (event) => {
    refuseFalse(event);
    await store.appendToStream(streamFor(event), [toRecord(event)], { expectedRevision: 'any' });
  });
