/** The suite of every event store on KurrentDB: on a real one where `KURRENTDB_URL` names it, else on the stub. */
import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { afterAll, beforeAll } from '@jest/globals';
import { instant, type Upcasts } from '@mulin/kernel';
import { describeEventStore, type KurrentStub, startKurrentStub } from '@mulin/testing';
import { describeCommandHandler } from '../command-handler.testing.js';
import { type KurrentConnection, openKurrent } from './connection.js';
import { kurrentEventStore } from './kurrent-event-store.js';

const now = () => instant('2026-05-01T08:00:00Z');
const given = process.env['KURRENTDB_URL'];
const opened: { stub?: KurrentStub; connection?: KurrentConnection } = {};

beforeAll(async () => {
  if (given === undefined) opened.stub = await startKurrentStub();
  opened.connection = await openKurrent(given ?? opened.stub?.url ?? '');
});
afterAll(async () => {
  await opened.connection?.close();
  await opened.stub?.close();
});

/** On a server nothing is ever removed, so that each test has a log of its own. */
const begun = async () => {
  const { connection } = opened;
  if (connection === undefined) throw new Error('There is no connection.');
  const log = `mulin.test_${randomUUID().replaceAll('-', '')}.intake`;
  return {
    open: async (upcasts: Upcasts = {}) => kurrentEventStore({ connection, log, now, upcasts }),
    close: async () => undefined,
  };
};

/** Below `MaxAppendSize` of servers, of which metadata and names take some, too. */
const mostBytes = { event: 1_000_000, append: 1_000_000 };
const name = given === undefined ? 'the stub of KurrentDB' : 'KURRENTDB_URL';

describeEventStore(`kurrentEventStore on ${name}`, begun, { knowsIdsOfWholeLog: false, mostBytes });
describeCommandHandler(`a log in ${name}`, begun);
