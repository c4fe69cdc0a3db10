import { describe, expect, test } from '@jest/globals';
import { fold, instant, personId } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import * as Case from './case.js';
import { supplement } from './adding.js';
import { close } from './closing.js';
import { separateDuplicate, unmerge } from './duplicates.js';
import { noteSplit, registerPart } from './registering.js';
import { conclude, redo, reopen } from './reopening.js';
import * as Handling from '../handling.js';

const scenario = scenarios(Case.decider);

const at = (day: number, hour = 1) => instant(Date.UTC(2026, 2, day, hour));
const demand: Case.Demand = {
  person: personId('p-wang'),
  words: { id: 'words-1', hash: 'h1' },
  contact: { id: 'contact-1', hash: 'h2' },
  channel: 'hotline-12345',
  menuItem: 'street-lamp',
  net: 'life',
  urgency: 'ordinary',
  policy: 'ordinary',
  place: { id: 'place-1', hash: 'h3' },
  point: { lat: 36.3, lon: 119.7 },
};
const registration: Case.Registration = {
  number: 'mu-2026-1',
  demand,
  reportedAt: at(2),
  reportedBy: 'town',
};
const registered: Case.Event = { type: 'CaseRegistered', data: { ...registration, registeredAt: at(2) } };
const closed: Case.Event = { type: 'CaseClosed', data: { cycle: 1, outcome: 'done', closedAt: at(4) } };
const other = { caseId: 'c-2', number: 'mu-2026-2' } as const;
const merged: Case.Event = {
  type: 'CaseClosed',
  data: { cycle: 1, outcome: 'duplicate', duplicateOf: other, closedAt: at(4) },
};
const declined: Case.Event = {
  type: 'CaseDeclined',
  data: { cycle: 1, reason: 'not-of-this-town', door: 'police', declinedAt: at(3) },
};
const withdrawn: Case.Event = {
  type: 'CaseWithdrawn',
  data: { cycle: 1, recordedBy: 'resident', withdrawnAt: at(3) },
};
const filed: Case.Event = {
  type: 'CaseRegistered',
  data: {
    ...registration,
    registeredAt: at(31),
    archive: {
      batch: 'b',
      sourceId: '7',
      asOf: at(30),
      dueAt: null,
      closedAt: at(5),
      claim: null,
      flags: [],
    },
  },
};
const { person: _, channel: __, ...about } = demand;
const again = (because: Case.ReopenReason, day: number, cycle = 2, hour = 1): Case.Event => ({
  type: 'CaseReopened',
  data: { number: 'mu-2026-1', cycle, because, ...about, reopenedAt: at(day, hour) },
});

const asked = reopen({ because: 'asked-again', by: 'resident', days: 15 });
const mistake = reopen({ because: 'closed-by-mistake', by: 'desk', days: 15 });

describe('Whoever asked asks again', () => {
  scenario('within the days after the closing, and the next cycle begins with what is noted by then')
    .given(registered, closed)
    .at(at(19))
    .when(asked)
    .then(again('asked-again', 19));
  scenario('a moment after these days it is too late')
    .given(registered, closed)
    .at(at(19, 2))
    .when(asked)
    .thenRejected('reopen-too-late');
  scenario('it is not for the desk to be later')
    .given(registered, closed)
    .at(at(20))
    .when(reopen({ because: 'asked-again', by: 'desk', days: 15 }))
    .thenRejected('reopen-too-late');
  scenario('what goes on needs no reopening')
    .given(registered)
    .at(at(3))
    .when(asked)
    .thenRejected('case-not-over');
  scenario('nor does what was just reopened')
    .given(registered, closed, again('asked-again', 5))
    .at(at(6))
    .when(asked)
    .thenRejected('case-not-over');
  scenario('cycle two may be followed by a third')
    .given(registered, closed, again('redo', 5), {
      type: 'CaseClosed',
      data: { cycle: 2, outcome: 'done', closedAt: at(7) },
    })
    .at(at(8))
    .when(asked)
    .then(again('asked-again', 8, 3));
  scenario('what was declined is another demand by then')
    .given(registered, declined)
    .at(at(4))
    .when(asked)
    .thenRejected('case-declined');
  scenario('and so is what they took back')
    .given(registered, withdrawn)
    .at(at(4))
    .when(asked)
    .thenRejected('case-withdrawn');
  scenario('what is answered elsewhere is separated, and not reopened')
    .given(registered, merged)
    .at(at(5))
    .when(asked)
    .thenRejected('reopen-merged');
  scenario('that it was a mistake is not theirs to say')
    .given(registered, closed)
    .at(at(5))
    .when(reopen({ because: 'closed-by-mistake', by: 'resident', days: 15 }))
    .thenRejected('reopen-reason-not-yours');
  scenario('history stays history').given(filed).at(at(31)).when(asked).thenRejected('archived-case');
  scenario('of no case nothing is reopened').given().when(asked).thenRejected('case-not-found');
});

describe('A mistake of the desk', () => {
  scenario('is mended at any time')
    .given(registered, closed)
    .at(at(30))
    .when(mistake)
    .then(again('closed-by-mistake', 30));
  scenario('also where it was declined')
    .given(registered, declined)
    .at(at(5))
    .when(mistake)
    .then(again('closed-by-mistake', 5));
  scenario('or noted as withdrawn')
    .given(registered, withdrawn)
    .at(at(5))
    .when(mistake)
    .then(again('closed-by-mistake', 5));
});

describe('A rating', () => {
  scenario('of somebody who is not content begins the next cycle at its time')
    .given(registered)
    .at(at(9))
    .when(redo(2, at(6)))
    .then(again('redo', 6));
  scenario('told twice begins one')
    .given(registered, again('redo', 6))
    .at(at(9))
    .when(redo(2, at(6)))
    .thenNothing();
  scenario('of a case that was withdrawn meanwhile begins nothing')
    .given(registered, withdrawn)
    .when(redo(2, at(6)))
    .thenNothing();
  scenario('of no case begins nothing')
    .given()
    .when(redo(2, at(6)))
    .thenNothing();
  scenario('of somebody who is content closes the case, with the letter')
    .given(registered)
    .at(at(9))
    .when(conclude({ cycle: 1, outcome: 'done', letterId: 'letter-1', at: at(8) }))
    .then({
      type: 'CaseClosed',
      data: { cycle: 1, outcome: 'done', closedAt: at(8), letterId: 'letter-1' },
    });
  scenario('of a cycle that was done again closes nothing')
    .given(registered, again('redo', 6))
    .when(conclude({ cycle: 1, outcome: 'done', at: at(8) }))
    .thenNothing();
  scenario('of cycle two closes cycle two')
    .given(registered, again('redo', 6))
    .when(conclude({ cycle: 2, outcome: 'explained', at: at(8) }))
    .then({ type: 'CaseClosed', data: { cycle: 2, outcome: 'explained', closedAt: at(8) } });
  scenario('told twice closes once')
    .given(registered, closed)
    .when(conclude({ cycle: 1, outcome: 'done', at: at(8) }))
    .thenNothing();
  const handling: Handling.State = { ...Handling.initial, state: 'finished', finishedBy: 'li-wei' };
  scenario('is what closes a case where the town asks for one, and not the desk')
    .given(registered)
    .when(close({ outcome: 'done', by: 'zhao', handling, isByFeedback: true }))
    .thenRejected('closes-on-feedback');
  scenario('is no matter of duplicates, which the desk merges')
    .given(registered)
    .at(at(4))
    .when(
      close({
        outcome: 'duplicate',
        by: 'zhao',
        handling,
        isByFeedback: true,
        duplicateOf: { ...other, status: 'registered', isArchive: false },
      }),
    )
    .then(merged);
});

scenario('What somebody took up in an earlier cycle is not declined in the next')
  .given(registered, closed, again('redo', 5))
  .when(Case.decline('not-of-this-town', 'police', Handling.initial))
  .thenRejected('already-taken');

describe('Two that were merged by mistake', () => {
  const unmerged: Case.Event = {
    type: 'CaseUnmerged',
    data: { cycle: 1, survivor: other, unmergedAt: at(5) },
  };
  const joined: Case.Event = { type: 'DuplicateJoined', data: { cycle: 1, ...other, joinedAt: at(4) } };
  const separated: Case.Event = {
    type: 'DuplicateSeparated',
    data: { cycle: 1, ...other, separatedAt: at(5) },
  };

  scenario('are two again by a new event').given(registered, merged).at(at(5)).when(unmerge).then(unmerged);
  scenario('are not separated twice')
    .given(registered, merged, unmerged)
    .at(at(6))
    .when(unmerge)
    .thenRejected('not-merged');
  scenario('are separated where they were merged, and nowhere else')
    .given(registered, closed)
    .when(unmerge)
    .thenRejected('not-merged');
  scenario('of which the other hears')
    .given(registered, joined)
    .at(at(5))
    .when(separateDuplicate(other))
    .then(separated);
  scenario('once').given(registered, joined, separated).when(separateDuplicate(other)).thenNothing();

  test('and the one that answered for both may be withdrawn again', () => {
    const state = fold(Case.decider, [registered, joined, separated]);
    expect(Case.withdraw('resident')(state, at(6))).toHaveLength(1);
  });
  test('and the one that was closed goes on in the same cycle', () => {
    expect(fold(Case.decider, [registered, merged, unmerged])).toMatchObject({
      status: 'registered',
      cycle: 1,
      unmergedFrom: other,
    });
  });
});

describe('A part', () => {
  const whole = { caseId: 'c-1', number: 'mu-2026-1' } as const;
  const part: Case.Registration = { ...registration, number: 'mu-2026-2' };
  scenario('is a case of its own with the start of the whole, however long ago that was')
    .given()
    .at(at(30))
    .when(registerPart(part, whole))
    .then({ type: 'CaseRegistered', data: { ...part, registeredAt: at(30), splitFrom: whole } });
  scenario('that is registered again is the same')
    .given({ type: 'CaseRegistered', data: { ...part, registeredAt: at(30), splitFrom: whole } })
    .when(registerPart(part, whole))
    .thenNothing();
  const split: Case.Event = {
    type: 'CaseSplit',
    data: { number: 'mu-2026-1', cycle: 1, part: other, splitAt: at(5) },
  };
  scenario('is noted with the whole').given(registered).at(at(5)).when(noteSplit(other)).then(split);
  scenario('once').given(registered, split).at(at(6)).when(noteSplit(other)).thenNothing();
});

describe('An addition', () => {
  const words: Case.Supplement = { kind: 'words', item: { id: 'w-0', hash: 'h' }, isForResident: true };
  const photo: Case.Supplement = { kind: 'photo', item: { id: 'f-1', hash: 'h' }, isForResident: true };
  const added = (what: Case.Supplement): Case.Event => ({
    type: 'CaseSupplemented',
    data: { ...what, number: 'mu-2026-1', cycle: 1, addedAt: at(3) },
  });
  scenario('is an event for each thing')
    .given(registered)
    .at(at(3))
    .when(supplement([words, photo]))
    .then(added(words), added(photo));
  scenario('that is there is not added again')
    .given(registered, added(photo))
    .at(at(3))
    .when(supplement([photo, words]))
    .then(added(words));
  scenario('comes while an answer is owed')
    .given(registered, closed)
    .when(supplement([words]))
    .thenRejected('case-closed');
  scenario('is not the two hundred and first')
    .given(
      registered,
      ...Array.from({ length: 200 }, (_, nth) => added({ ...words, item: { id: `w-${nth}`, hash: 'h' } })),
    )
    .when(supplement([{ ...words, item: { id: 'w-x', hash: 'h' } }]))
    .thenRejected('too-many-additions');
});

describe('A cycle that is done again', () => {
  scenario('begins also where the desk had closed the one before')
    .given(registered, closed)
    .when(redo(2, at(6)))
    .then(again('redo', 6));
  scenario('is none of a case that was declined')
    .given(registered, declined)
    .when(redo(2, at(6)))
    .thenNothing();
  scenario('is none of a case that another one answers for')
    .given(registered, merged)
    .when(redo(2, at(6)))
    .thenNothing();
  scenario('keeps by how much its urgency differs from that of its menu item')
    .given({
      type: 'CaseRegistered',
      data: { ...registration, demand: { ...demand, itemUrgency: 'complex' }, registeredAt: at(2) },
    })
    .when(redo(2, at(6)))
    .then({
      type: 'CaseReopened',
      data: {
        number: 'mu-2026-1',
        cycle: 2,
        because: 'redo',
        ...about,
        itemUrgency: 'complex',
        reopenedAt: at(6),
      },
    });
});

test('A case takes two hundred additions, and each part of it is noted', () => {
  const state = fold(Case.decider, [registered]);
  const added = (count: number) => {
    const words = Array.from({ length: count }, (_, nth): Case.Supplement => {
      return { kind: 'words', item: { id: `w-${nth}`, hash: 'h' }, isForResident: true };
    });
    return supplement(words)(state, at(3));
  };
  expect(added(200)).toHaveLength(200);
  expect(() => added(201)).toThrow(expect.objectContaining({ code: 'too-many-additions' }));

  const parts = noteSplit({ caseId: 'c-9', number: 'mu-2026-9' })(
    fold(Case.decider, [
      registered,
      { type: 'CaseSplit', data: { number: 'mu-2026-1', cycle: 1, part: other, splitAt: at(3) } },
    ]),
    at(4),
  );
  expect(parts).toHaveLength(1);
});
