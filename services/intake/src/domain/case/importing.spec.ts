import { describe, expect, test } from '@jest/globals';
import { fold, instant, personId } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import * as Case from './case.js';
import { file, importAgain, moveIn, type Row } from './importing.js';

const scenario = scenarios(Case.decider);

const at = (day: number, hour = 1) => instant(Date.UTC(2026, 2, day, hour));
const registration: Case.Registration = {
  number: 'mu-2026-1',
  demand: {
    person: personId('p-wang'),
    words: { id: 'words-1', hash: 'h1' },
    contact: null,
    channel: 'hotline-12345',
    menuItem: 'street-lamp',
    net: 'life',
    urgency: 'ordinary',
    policy: 'ordinary',
    place: { id: 'place-1', hash: 'h2' },
  },
  reportedAt: instant('2025-11-03T01:00:00.000Z'),
  reportedBy: 'source',
};
const row: Row = {
  batch: 'old-hotline',
  sourceId: '77',
  dueAt: at(9),
  closedAt: null,
  claim: null,
  flags: [],
};
const closedRow: Row = { ...row, closedAt: at(5), claim: 'met' };
const archive = { ...row, asOf: at(1) };

const movedIn: Extract<Case.Event, { type: 'CaseRegistered' }> = {
  type: 'CaseRegistered',
  data: {
    ...registration,
    registeredAt: at(2),
    movedIn: { batch: 'old-hotline', sourceId: '77', dueAt: at(9), flags: [] },
  },
};
const openHistory: Case.Event = {
  type: 'CaseRegistered',
  data: { ...registration, registeredAt: at(2), archive },
};
const closedBySource: Case.Event = {
  type: 'CaseClosed',
  data: { cycle: 1, outcome: 'done', closedAt: at(5), source: { asOf: at(31), claim: 'met' } },
};
const told = { ...registration.demand, reportedAt: registration.reportedAt };

describe('A live file', () => {
  scenario('an open case moves in, however old it is, with the deadline it had')
    .given()
    .at(at(2))
    .when(moveIn(registration, row))
    .then(movedIn);
  scenario('keeps for each of its times whether it is only a day')
    .given()
    .at(at(2))
    .when(moveIn(registration, { ...row, days: ['dueAt'] }))
    .then({
      type: 'CaseRegistered',
      data: {
        ...movedIn.data,
        movedIn: { batch: 'old-hotline', sourceId: '77', dueAt: at(9), flags: [], days: ['dueAt'] },
      },
    });
  scenario('what its source has closed is history with its closing and its deadline, and is never opened')
    .given()
    .at(at(30))
    .when(moveIn(registration, closedRow))
    .then(
      {
        type: 'CaseRegistered',
        data: { ...registration, registeredAt: at(30), archive: { ...closedRow, asOf: at(30) } },
      },
      { type: 'CaseClosed', data: { cycle: 1, outcome: 'done', closedAt: at(5) } },
    );
  scenario('an open case that was reported just now moves in')
    .given()
    .at(registration.reportedAt)
    .when(moveIn(registration, row))
    .then({ ...movedIn, data: { ...movedIn.data, registeredAt: registration.reportedAt } });
  scenario('what will be reported tomorrow is none')
    .given()
    .at(at(2))
    .when(moveIn({ ...registration, reportedAt: at(3) }, row))
    .thenRejected('reported-in-future');
});

describe('The next file of the same source', () => {
  scenario('says of an open case nothing new, as of whenever it was made')
    .given(movedIn)
    .at(at(31))
    .when(importAgain(told, row, at(31)))
    .thenNothing();
  scenario('says of history nothing new, as of whenever it was made')
    .given(openHistory)
    .at(at(31))
    .when(importAgain(told, row, at(31)))
    .thenNothing();
  scenario('brings the closing of what has been closed since')
    .given(openHistory)
    .at(at(31))
    .when(importAgain(told, closedRow, at(31)))
    .then(closedBySource);
  scenario('brings the closing of a case that moved in, too: its source decides about its own')
    .given(movedIn)
    .at(at(31))
    .when(importAgain(told, closedRow, null))
    .then(closedBySource);
  scenario('brings a closing of which only the day is known, as such')
    .given({ type: 'CaseRegistered', data: { ...registration, registeredAt: at(2), archive } })
    .at(at(31))
    .when(importAgain(told, { ...closedRow, days: ['dueAt', 'closedAt'] }, at(31)))
    .then({
      type: 'CaseClosed',
      data: {
        cycle: 1,
        outcome: 'done',
        closedAt: at(5),
        source: { asOf: at(31), claim: 'met', days: ['closedAt'] },
      },
    });
  scenario('says what is odd about it now and was not before')
    .given({
      type: 'CaseRegistered',
      data: { ...registration, registeredAt: at(2), archive: { ...archive, flags: ['masked-phone'] } },
    })
    .at(at(31))
    .when(importAgain(told, { ...closedRow, flags: ['masked-phone', 'closed-on-due-day'] }, at(31)))
    .then({
      type: 'CaseClosed',
      data: {
        cycle: 1,
        outcome: 'done',
        closedAt: at(5),
        source: { asOf: at(31), claim: 'met', flags: ['closed-on-due-day'] },
      },
    });
  scenario('brings a closing once')
    .given(openHistory, closedBySource)
    .when(importAgain(told, closedRow, at(31)))
    .thenNothing();
  scenario('is read against what the case was registered as, whatever the desk has corrected since')
    .given(movedIn, {
      type: 'CaseReclassified',
      data: {
        menuItem: 'market-noise',
        net: 'commerce',
        urgency: 'urgent',
        policy: 'urgent',
        place: { id: 'place-2', hash: 'h3' },
        cycle: 1,
        reason: 'wrong-menu-item',
        reclassifiedAt: at(3),
      },
    })
    .when(importAgain(told, row, null))
    .thenNothing();
  scenario('changes nothing about what the desk itself has ended')
    .given(movedIn, { type: 'CaseClosed', data: { cycle: 1, outcome: 'explained', closedAt: at(4) } })
    .when(importAgain(told, closedRow, null))
    .thenNothing();
  scenario('does not open again what it had closed')
    .given(openHistory, closedBySource)
    .when(importAgain(told, row, at(31)))
    .thenRejected('same-id-other-content');
  scenario('does not move a closing')
    .given(openHistory, closedBySource)
    .when(importAgain(told, { ...closedRow, closedAt: at(6) }, at(31)))
    .thenRejected('same-id-other-content');
  scenario('does not move a deadline')
    .given(movedIn)
    .when(importAgain(told, { ...row, dueAt: at(20) }, null))
    .thenRejected('same-id-other-content');
  scenario('does not move a report')
    .given(movedIn)
    .when(importAgain({ ...told, reportedAt: at(1) }, row, null))
    .thenRejected('same-id-other-content');
  scenario('does not take away a place')
    .given(movedIn)
    .when(importAgain({ ...told, place: null }, row, null))
    .thenRejected('same-id-other-content');
  scenario('finds an open case of before deadlines were kept')
    .given({ type: 'CaseRegistered', data: { ...registration, registeredAt: at(2) } })
    .when(importAgain(told, row, null))
    .thenNothing();
});

describe('A later row under the same id', () => {
  for (const [what, other] of [
    ['person', { person: personId('p-zhou') }],
    ['menu item', { menuItem: 'market-noise' }],
    ['channel', { channel: 'portal' }],
    ['contact', { contact: { id: 'contact-1', hash: 'h4' } }],
  ] as const)
    scenario(`of another ${what} is refused`)
      .given(movedIn)
      .when(importAgain({ ...told, ...other }, row, null))
      .thenRejected('same-id-other-content');
  scenario('of a case that nobody has registered says nothing')
    .given()
    .when(importAgain(told, closedRow, null))
    .thenNothing();
  scenario('leaves open what this town has reopened')
    .given(
      movedIn,
      { type: 'CaseClosed', data: { cycle: 1, outcome: 'explained', closedAt: at(4) } },
      {
        type: 'CaseReopened',
        data: {
          number: 'mu-2026-1',
          cycle: 2,
          because: 'asked-again',
          menuItem: 'street-lamp',
          net: 'life',
          urgency: 'ordinary',
          policy: 'ordinary',
          place: { id: 'place-1', hash: 'h2' },
          words: { id: 'words-1', hash: 'h1' },
          contact: null,
          reopenedAt: at(5),
        },
      },
    )
    .when(importAgain(told, closedRow, null))
    .thenNothing();
  scenario('does not move what it has closed of a case that moved in')
    .given(movedIn, closedBySource)
    .when(importAgain(told, { ...closedRow, closedAt: at(6) }, null))
    .thenRejected('same-id-other-content');
  scenario('says all that is odd about a case of before its flags were kept')
    .given({ type: 'CaseRegistered', data: { ...registration, registeredAt: at(2) } })
    .at(at(31))
    .when(importAgain(told, { ...closedRow, flags: ['masked-phone'] }, at(31)))
    .then({
      type: 'CaseClosed',
      data: {
        cycle: 1,
        outcome: 'done',
        closedAt: at(5),
        source: { asOf: at(31), claim: 'met', flags: ['masked-phone'] },
      },
    });

  test('is called by its name where it is refused', () => {
    const other = importAgain({ ...told, place: null }, row, null);
    expect(() => other(fold(Case.decider, [movedIn]), at(3))).toThrow(
      expect.objectContaining({
        sentence: {
          en: expect.stringContaining('The id of this row'),
          zh: expect.stringContaining('该行的编号'),
        },
      }),
    );
  });
});

describe('Filing history', () => {
  scenario('a row of other words under the same id is not taken for it')
    .given(openHistory)
    .when(
      file(
        { ...registration, demand: { ...registration.demand, words: { id: 'words-2', hash: 'x' } } },
        archive,
      ),
    )
    .thenRejected('same-id-other-content');
});
