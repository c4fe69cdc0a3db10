import { describe } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import * as Leave from './leave.js';

const scenario = scenarios(Leave.decider);
const [monday, tuesday, friday, sunday] = ['02', '03', '06', '08'].map((it) =>
  instant(`2026-03-${it}T00:00:00Z`),
) as [Leave.Leave['from'], Leave.Leave['from'], Leave.Leave['from'], Leave.Leave['from']];

const leave: Leave.Leave = {
  id: 'one',
  account: 'li',
  from: monday,
  until: friday,
  standIn: 'wu',
  by: 'secretary',
};
const recorded = (one: Leave.Leave, version = 1): Leave.Event => ({
  type: 'LeaveRecorded',
  data: { leave: one, version, recordedAt: monday },
});
const planned: Leave.Event = {
  type: 'LeavePlanned',
  data: { leave: [{ account: 'wu', from: tuesday, until: sunday }], version: 1 },
};
const said = { isKnown: (it: string) => ['li', 'wu', 'zhao'].includes(it), nobodyStandsIn: false };
const record = (one: Leave.Leave, more: Partial<typeof said> = {}) => Leave.record(one, { ...said, ...more });
const { standIn: _, ...alone } = leave;

describe('A leave', () => {
  scenario('is recorded with whoever stands in').given().at(monday).when(record(leave)).then(recorded(leave));
  scenario('lasts until further notice where nobody says until when')
    .given()
    .at(monday)
    .when(record({ ...leave, until: null }))
    .then(recorded({ ...leave, until: null }));
  scenario('may have begun before it is recorded')
    .given()
    .at(tuesday)
    .when(record(leave))
    .then({
      type: 'LeaveRecorded',
      data: { leave, version: 1, recordedAt: tuesday },
    });
  scenario('needs a stand-in').given().at(monday).when(record(alone)).thenRejected('leave-without-stand-in');
  scenario('needs none where it is known that nobody stands in')
    .given()
    .at(monday)
    .when(record(alone, { nobodyStandsIn: true }))
    .then(recorded(alone));
  scenario('is of somebody on the rosters')
    .given()
    .at(monday)
    .when(record({ ...leave, account: 'sun' }))
    .thenRejected('unknown-account');
  scenario('is not stood in for by somebody on none')
    .given()
    .at(monday)
    .when(record({ ...leave, standIn: 'sun' }))
    .thenRejected('unknown-account');
  scenario('is not stood in for by whoever is away then by the pack')
    .given(planned)
    .at(monday)
    .when(record(leave))
    .thenRejected('stand-in-away');
  scenario('may be stood in for by whoever goes when it is over')
    .given(planned)
    .at(monday)
    .when(record({ ...leave, until: tuesday }))
    .then(recorded({ ...leave, until: tuesday }, 2));
  scenario('is not taken twice at one time, until further notice neither')
    .given(recorded({ ...leave, until: null }))
    .at(monday)
    .when(record({ ...leave, id: 'two', from: sunday, until: null, standIn: 'zhao' }))
    .thenRejected('leave-twice');
  scenario('may follow another')
    .given(recorded(leave))
    .at(monday)
    .when(record({ ...leave, id: 'two', from: friday, until: sunday }))
    .then(recorded({ ...leave, id: 'two', from: friday, until: sunday }, 2));
  scenario('ends after it begins')
    .given()
    .at(monday)
    .when(record({ ...leave, until: monday }))
    .thenRejected('ends-before-it-begins');
  scenario('that is over is not recorded').given().at(friday).when(record(leave)).thenRejected('leave-over');

  const ended: Leave.Event = {
    type: 'LeaveEnded',
    data: { id: 'one', account: 'li', by: 'secretary', version: 2, endedAt: tuesday },
  };
  scenario('is ended early')
    .given(recorded(leave))
    .at(tuesday)
    .when(Leave.end('one', 'secretary'))
    .then(ended);
  scenario('is ended once')
    .given(recorded(leave), ended)
    .at(tuesday)
    .when(Leave.end('one', 'secretary'))
    .thenRejected('leave-over');
  scenario('that was ended stands in nobody’s way')
    .given(recorded(leave), ended)
    .at(tuesday)
    .when(record({ ...leave, id: 'two', from: tuesday }))
    .then({
      type: 'LeaveRecorded',
      data: { leave: { ...leave, id: 'two', from: tuesday }, version: 3, recordedAt: tuesday },
    });
  scenario('that was ended before it began stands in nobody’s way')
    .given(recorded({ ...leave, from: friday, until: sunday }), ended)
    .at(tuesday)
    .when(record({ ...leave, id: 'two', from: tuesday }))
    .then({
      type: 'LeaveRecorded',
      data: { leave: { ...leave, id: 'two', from: tuesday }, version: 3, recordedAt: tuesday },
    });
  scenario('that nobody recorded is not ended')
    .given(planned)
    .at(monday)
    .when(Leave.end('one', 'secretary'))
    .thenRejected('no-such-leave');

  scenario('of the pack is put on record')
    .given()
    .when(Leave.plan([{ account: 'wu', from: tuesday, until: sunday }]))
    .then(planned);
  scenario('of the pack is put on record once')
    .given(planned, recorded(leave, 2))
    .when(Leave.plan([{ account: 'wu', from: tuesday, until: sunday }]))
    .thenEcho();
});
