import { describe, expect, test } from '@jest/globals';
import { fold, instant, personId, plus, Rejection } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import * as Case from './case.js';
import * as Closing from './closing.js';
import * as Importing from './importing.js';
import { reclassify } from './correcting.js';
import * as Handling from '../handling.js';

const scenario = scenarios(Case.decider);

const at = (day: number, hour = 1) => instant(Date.UTC(2026, 2, day, hour));
const wang = personId('p-wang');
const demand: Case.Demand = {
  person: wang,
  words: { id: 'words-1', hash: 'h1' },
  contact: null,
  channel: 'hotline-12345',
  menuItem: 'street-lamp',
  net: 'life',
  urgency: 'ordinary',
  policy: 'ordinary',
  place: { id: 'place-1', hash: 'h2' },
};
const registration: Case.Registration = {
  number: 'mu-2026-1',
  demand,
  reportedAt: at(2),
  reportedBy: 'town',
};
const archive: Case.Archive = {
  batch: 'old-hotline',
  sourceId: '77',
  asOf: at(30),
  dueAt: at(9),
  closedAt: at(5),
  claim: 'met',
  flags: [],
};
const toMarket: Case.Classified = {
  menuItem: 'market-noise',
  net: 'commerce',
  urgency: 'ordinary',
  policy: 'ordinary',
  place: demand.place,
};

const itemNow = () => ({ urgency: 'ordinary', public: false }) as const;

const untouched = Handling.initial;
const taken: Handling.State = { ...untouched, leg: 1, state: 'taken', member: 'li-wei', wasTaken: true };
const returned: Handling.State = { ...taken, state: 'returned' };
const finished: Handling.State = { ...taken, state: 'finished', finishedBy: 'li-wei' };
const clerk = 'clerk-zhao';
const close = (outcome: Case.Outcome, handling = finished, by = clerk) =>
  Closing.close({ outcome, by, handling });

const other = { caseId: 'c-2', number: 'mu-2026-2', status: 'registered', isArchive: false } as const;

const registered: Case.Event = { type: 'CaseRegistered', data: { ...registration, registeredAt: at(2) } };
const declined: Case.Event = {
  type: 'CaseDeclined',
  data: { cycle: 1, reason: 'not-of-this-town', door: '0536-12345', declinedAt: at(3) },
};
const reclassified: Case.Event = {
  type: 'CaseReclassified',
  data: { ...toMarket, cycle: 1, reason: 'wrong-menu-item', reclassifiedAt: at(3) },
};
const withdrawn: Case.Event = {
  type: 'CaseWithdrawn',
  data: { cycle: 1, recordedBy: 'resident', withdrawnAt: at(3) },
};
const closedAsDone: Case.Event = {
  type: 'CaseClosed',
  data: { cycle: 1, outcome: 'done', closedAt: at(4) },
};
const filed: Case.Event = {
  type: 'CaseRegistered',
  data: { ...registration, registeredAt: at(31), archive },
};
const filedClosed: Case.Event = {
  type: 'CaseClosed',
  data: { cycle: 1, outcome: 'done', closedAt: at(5) },
};

describe('Registering', () => {
  scenario('a call to the hotline becomes a case')
    .given()
    .at(at(2))
    .when(Case.register(registration))
    .then(registered);
  scenario('a demand sent twice is one case, though the town had a second number ready')
    .given(registered)
    .at(at(2, 2))
    .when(Case.register({ ...registration, number: 'mu-2026-2' }))
    .thenNothing();
  scenario('another demand is not taken for this one')
    .given(registered)
    .when(Case.register({ ...registration, demand: { ...demand, words: { id: 'words-2', hash: 'x' } } }))
    .thenRejected('same-id-other-content');
  scenario('nor is one of another person')
    .given(registered)
    .when(Case.register({ ...registration, demand: { ...demand, person: personId('p-zhou') } }))
    .thenRejected('same-id-other-content');
  scenario('nor one that came another way')
    .given(registered)
    .when(Case.register({ ...registration, demand: { ...demand, channel: 'portal' } }))
    .thenRejected('same-id-other-content');
  scenario('a time that has not come yet is refused')
    .given()
    .at(at(1))
    .when(Case.register(registration))
    .thenRejected('reported-in-future');
  scenario('two minutes ahead are a phone’s clock, not the future')
    .given()
    .at(instant(Date.UTC(2026, 2, 2, 0, 58)))
    .when(Case.register(registration))
    .then({
      type: 'CaseRegistered',
      data: { ...registration, registeredAt: instant(Date.UTC(2026, 2, 2, 0, 58)) },
    });
  scenario('and not a millisecond more')
    .given()
    .at(plus(at(2), -120_001))
    .when(Case.register(registration))
    .thenRejected('reported-in-future');
  scenario('a call of last week belongs into a file')
    .given()
    .at(at(9))
    .when(Case.register(registration))
    .thenRejected('reported-too-long-ago');
  scenario('three days to the minute are still a call')
    .given()
    .at(at(5))
    .when(Case.register(registration))
    .then({ type: 'CaseRegistered', data: { ...registration, registeredAt: at(5) } });
  scenario('and not a millisecond longer')
    .given()
    .at(plus(at(5), 1))
    .when(Case.register(registration))
    .thenRejected('reported-too-long-ago');
});

describe('Filing history', () => {
  scenario('an old row keeps its times, however old, and is closed as it was')
    .given()
    .at(at(31))
    .when(Importing.file(registration, archive))
    .then(filed, filedClosed);
  scenario('an old row that nobody closed stays open')
    .given()
    .at(at(31))
    .when(Importing.file(registration, { ...archive, closedAt: null }))
    .then({
      type: 'CaseRegistered',
      data: { ...registration, registeredAt: at(31), archive: { ...archive, closedAt: null } },
    });
  scenario('an old row is history, and nobody closes it here')
    .given(filed)
    .when(close('done'))
    .thenRejected('archived-case');
  scenario('the same file again files nothing')
    .given(filed, filedClosed)
    .at(at(31))
    .when(Importing.file({ ...registration, number: 'mu-2026-9' }, archive))
    .thenNothing();
  scenario('another row under the same id is not taken for it')
    .given(filed, filedClosed)
    .when(
      Importing.file(
        { ...registration, demand: { ...demand, words: { id: 'words-2', hash: 'x' } } },
        archive,
      ),
    )
    .thenRejected('same-id-other-content');
});

describe('Declining', () => {
  scenario('what is not this town’s is declined, with the right door')
    .given(registered)
    .at(at(3))
    .when(Case.decline('not-of-this-town', '0536-12345', untouched))
    .then(declined);
  scenario('declining again the same way says nothing new')
    .given(registered, declined)
    .when(Case.decline('not-of-this-town', '0536-12345', untouched))
    .thenEcho();
  scenario('the reason is not changed afterwards')
    .given(registered, declined)
    .when(Case.decline('before-a-court', 'the court', untouched))
    .thenRejected('case-declined');
  scenario('nor is the door')
    .given(registered, declined)
    .when(Case.decline('not-of-this-town', 'the court', untouched))
    .thenRejected('case-declined');
  scenario('nor the reason alone')
    .given(registered, declined)
    .when(Case.decline('before-a-court', '0536-12345', untouched))
    .thenRejected('case-declined');
  scenario('what was withdrawn before needs no declining')
    .given(registered, withdrawn)
    .when(Case.decline('not-of-this-town', '0536-12345', untouched))
    .thenRejected('case-withdrawn');
  scenario('what nobody registered cannot be declined')
    .given()
    .when(Case.decline('before-a-court', 'the court', untouched))
    .thenRejected('case-not-found');
});

describe('Declining what somebody has taken up', () => {
  const decline = (handling: Handling.State) => Case.decline('not-of-this-town', 'police', handling);
  scenario('is too late once it was taken')
    .given(registered)
    .when(decline(taken))
    .thenRejected('already-taken');
  scenario('is too late also when it was given back')
    .given(registered)
    .when(decline(returned))
    .thenRejected('already-taken');
  scenario('is no way to end what was finished')
    .given(registered)
    .when(decline(finished))
    .thenRejected('already-finished');
});

const lampPost = { lat: 36.7, lon: 118.5 };
const atLamp: Case.Event = {
  type: 'CaseRegistered',
  data: {
    ...registration,
    demand: { ...demand, itemUrgency: 'urgent', point: lampPost },
    registeredAt: at(2),
  },
};

describe('Reclassifying', () => {
  scenario('a wrong menu item is noted anew')
    .given(registered)
    .at(at(3))
    .when(reclassify(toMarket, 'wrong-menu-item', itemNow))
    .then(reclassified);
  scenario('two clerks who correct different things do not undo each other')
    .given(registered, reclassified)
    .at(at(4))
    .when(reclassify({ place: null }, 'wrong-place', itemNow))
    .then({
      type: 'CaseReclassified',
      data: { ...toMarket, place: null, cycle: 1, reason: 'wrong-place', reclassifiedAt: at(4) },
    });
  scenario('what it is already is nothing new')
    .given(registered, reclassified)
    .when(reclassify(toMarket, 'wrong-menu-item', itemNow))
    .thenEcho();
  scenario('a wrong place alone is noted anew')
    .given(registered)
    .at(at(3))
    .when(reclassify({ ...toMarket, place: null }, 'wrong-place', itemNow))
    .then({
      type: 'CaseReclassified',
      data: { ...toMarket, place: null, cycle: 1, reason: 'wrong-place', reclassifiedAt: at(3) },
    });
  scenario('a wrong urgency alone is noted anew')
    .given(registered, reclassified)
    .at(at(3))
    .when(reclassify({ urgency: 'urgent' }, 'wrong-urgency', itemNow))
    .then({
      type: 'CaseReclassified',
      data: { ...toMarket, urgency: 'urgent', cycle: 1, reason: 'wrong-urgency', reclassifiedAt: at(3) },
    });
  scenario('what is in a public place stays there when something else was wrong, as urgent as its item')
    .given(atLamp)
    .at(at(3))
    .when(reclassify({ menuItem: 'bench' }, 'wrong-menu-item', () => ({ urgency: 'ordinary', public: true })))
    .then({
      type: 'CaseReclassified',
      data: {
        ...toMarket,
        menuItem: 'bench',
        net: 'life',
        itemUrgency: 'urgent',
        point: lampPost,
        cycle: 1,
        reason: 'wrong-menu-item',
        reclassifiedAt: at(3),
      },
    });
  scenario('what is somewhere else, nobody knows where exactly, is not where it was any more')
    .given(atLamp)
    .at(at(3))
    .when(reclassify({ place: { id: 'place-2', hash: 'h3' } }, 'wrong-place', itemNow))
    .then({
      type: 'CaseReclassified',
      data: {
        ...toMarket,
        menuItem: 'street-lamp',
        net: 'life',
        itemUrgency: 'urgent',
        place: { id: 'place-2', hash: 'h3' },
        cycle: 1,
        reason: 'wrong-place',
        reclassifiedAt: at(3),
      },
    });
  scenario('a closed case is not reclassified')
    .given(registered, closedAsDone)
    .when(reclassify(toMarket, 'wrong-menu-item', itemNow))
    .thenRejected('case-closed');
});

describe('Correcting the item alone', () => {
  const toLeak = { menuItem: 'pipe-leak', net: 'life', policy: 'urgent', itemUrgency: 'urgent' } as const;
  const noted = (data: Pick<Case.Demand, 'urgency' | 'itemUrgency'>): Case.Event => ({
    type: 'CaseRegistered',
    data: { ...registration, demand: { ...demand, ...data }, registeredAt: at(2) },
  });
  const corrected = (urgency: Case.Urgency): Case.Event => ({
    type: 'CaseReclassified',
    data: {
      ...toLeak,
      place: demand.place,
      urgency,
      cycle: 1,
      reason: 'wrong-menu-item',
      reclassifiedAt: at(3),
    },
  });
  scenario('brings the urgency of the item')
    .given(noted({ urgency: 'ordinary', itemUrgency: 'ordinary' }))
    .at(at(3))
    .when(reclassify(toLeak, 'wrong-menu-item', itemNow))
    .then(corrected('urgent'));
  scenario('does not undo what somebody had raised')
    .given(noted({ urgency: 'emergency', itemUrgency: 'ordinary' }))
    .at(at(3))
    .when(reclassify(toLeak, 'wrong-menu-item', itemNow))
    .then(corrected('emergency'));
  scenario('does not undo it either where the item’s own urgency was not kept then')
    .given(noted({ urgency: 'emergency' }))
    .at(at(3))
    .when(reclassify(toLeak, 'wrong-menu-item', itemNow))
    .then(corrected('emergency'));
  scenario('does not keep an urgency that was the item’s own')
    .given(noted({ urgency: 'emergency', itemUrgency: 'emergency' }))
    .at(at(3))
    .when(reclassify(toLeak, 'wrong-menu-item', itemNow))
    .then(corrected('urgent'));
  scenario('does not keep one that somebody had lowered')
    .given(noted({ urgency: 'complex', itemUrgency: 'ordinary' }))
    .at(at(3))
    .when(reclassify(toLeak, 'wrong-menu-item', itemNow))
    .then(corrected('urgent'));
});

describe('Withdrawing', () => {
  scenario('a resident takes the demand back')
    .given(registered)
    .at(at(3))
    .when(Case.withdraw('resident'))
    .then(withdrawn);
  scenario('taking it back twice is taking it back once')
    .given(registered, withdrawn)
    .when(Case.withdraw('resident'))
    .thenEcho();
  scenario('an answered demand cannot be taken back')
    .given(registered, closedAsDone)
    .when(Case.withdraw('resident'))
    .thenRejected('case-closed');
});

describe('Noting that a resident withdraws', () => {
  scenario('is the resident’s word also when the desk writes it down, and it says so')
    .given(registered)
    .at(at(3))
    .when(Case.withdraw('desk'))
    .then({ type: 'CaseWithdrawn', data: { cycle: 1, recordedBy: 'desk', withdrawnAt: at(3) } });
});

describe('Correcting the person', () => {
  const zhou = personId('p-zhou');
  const contact = { id: 'contact-9', hash: 'h9' };
  scenario('notes who asked, and how to reach them')
    .given(registered)
    .at(at(3))
    .when(reclassify({ person: zhou, contact }, 'wrong-person', itemNow))
    .then({
      type: 'CaseReclassified',
      data: {
        menuItem: demand.menuItem,
        net: demand.net,
        urgency: demand.urgency,
        policy: demand.policy,
        place: demand.place,
        person: zhou,
        contact,
        cycle: 1,
        reason: 'wrong-person',
        reclassifiedAt: at(3),
      },
    });
  scenario('may be about how to reach them alone')
    .given(registered)
    .at(at(3))
    .when(reclassify({ contact }, 'wrong-person', itemNow))
    .then({
      type: 'CaseReclassified',
      data: {
        ...toMarket,
        menuItem: demand.menuItem,
        net: demand.net,
        contact,
        cycle: 1,
        reason: 'wrong-person',
        reclassifiedAt: at(3),
      },
    });
  scenario('keeps how to reach them where that was not wrong')
    .given({
      type: 'CaseRegistered',
      data: { ...registration, demand: { ...demand, contact }, registeredAt: at(2) },
    })
    .when(reclassify({ person: wang }, 'wrong-person', itemNow))
    .thenNothing();
  scenario('to who it is already says nothing new')
    .given(registered)
    .when(reclassify({ person: wang }, 'wrong-person', itemNow))
    .thenNothing();
});

describe('Closing', () => {
  scenario('as done is for what somebody has finished')
    .given(registered)
    .when(close('done', untouched))
    .thenRejected('not-finished');
  scenario('as done is not for what somebody has only taken')
    .given(registered)
    .when(close('done', taken))
    .thenRejected('not-finished');
  scenario('is for somebody else than who has handled it')
    .given(registered)
    .when(close('done', finished, 'li-wei'))
    .thenRejected('own-work');
  scenario('as explained is what the desk can do itself before anybody has it in hand')
    .given(registered)
    .at(at(4))
    .when(close('explained', untouched))
    .then({ type: 'CaseClosed', data: { cycle: 1, outcome: 'explained', closedAt: at(4) } });
  scenario('as explained does not take it out of somebody’s hands')
    .given(registered)
    .when(close('explained', taken))
    .thenRejected('in-hand');
  scenario('as a duplicate names the case that answers for both')
    .given(registered)
    .at(at(4))
    .when(
      Closing.close({
        outcome: 'duplicate',
        by: clerk,
        handling: taken,
        duplicateOf: other,
      }),
    )
    .then({
      type: 'CaseClosed',
      data: {
        cycle: 1,
        outcome: 'duplicate',
        duplicateOf: { caseId: 'c-2', number: 'mu-2026-2' },
        closedAt: at(4),
      },
    });
  scenario('as a duplicate of one case is not changed to another')
    .given(registered, {
      type: 'CaseClosed',
      data: { cycle: 1, outcome: 'duplicate', duplicateOf: { caseId: 'c-3', number: '3' }, closedAt: at(4) },
    })
    .when(Closing.close({ outcome: 'duplicate', by: clerk, handling: untouched, duplicateOf: other }))
    .thenRejected('case-closed');
  scenario('as a duplicate says nothing new where it is one, whatever has become of the other since')
    .given(registered, {
      type: 'CaseClosed',
      data: {
        cycle: 1,
        outcome: 'duplicate',
        duplicateOf: { caseId: 'c-2', number: 'mu-2026-2' },
        closedAt: at(4),
      },
    })
    .when(
      Closing.close({
        outcome: 'duplicate',
        by: clerk,
        handling: untouched,
        duplicateOf: { ...other, status: 'closed' },
      }),
    )
    .thenNothing();
  scenario('as a duplicate of nothing is refused')
    .given(registered)
    .when(close('duplicate', untouched))
    .thenRejected('duplicate-of-missing');
  scenario('is no way to decline').given(registered).when(close('declined')).thenRejected('not-by-closing');
  scenario('is no way to withdraw').given(registered).when(close('withdrawn')).thenRejected('not-by-closing');
  scenario('as explained is also for what somebody else has finished')
    .given(registered)
    .at(at(4))
    .when(close('explained'))
    .then({ type: 'CaseClosed', data: { cycle: 1, outcome: 'explained', closedAt: at(4) } });
  scenario('as explained what one has finished is for somebody else, too')
    .given(registered)
    .when(close('explained', finished, 'li-wei'))
    .thenRejected('own-work');
  scenario('an answered case is closed with its outcome')
    .given(registered)
    .at(at(4))
    .when(close('done'))
    .then(closedAsDone);
  scenario('closing again the same way says nothing new')
    .given(registered, closedAsDone)
    .when(close('done'))
    .thenEcho();
  scenario('an outcome is not changed behind the resident’s back')
    .given(registered, closedAsDone)
    .when(close('explained'))
    .thenRejected('case-closed');
  scenario('a withdrawn case needs no closing')
    .given(registered, withdrawn)
    .when(close('done'))
    .thenRejected('case-withdrawn');
});

describe('A case', () => {
  const after = (...events: readonly Case.Event[]) => fold(Case.decider, events);

  test('is as it was noted last; its archive is nobody’s who decides', () => {
    expect(after(filed, filedClosed)).toMatchObject({
      ...registration,
      registeredAt: at(31),
      status: 'closed',
      cycle: 1,
      outcome: 'done',
      closedAt: at(5),
    });
    expect(after(registered, declined)).toMatchObject({
      status: 'declined',
      reason: 'not-of-this-town',
      door: '0536-12345',
    });
    const moved: Case.Event = { ...reclassified, data: { ...reclassified.data, point: lampPost } };
    expect(after(registered, moved)).toMatchObject({ demand: { ...demand, ...toMarket, point: lampPost } });
    expect(Case.known(after(atLamp, reclassified)).demand).toEqual({
      ...demand,
      ...toMarket,
      itemUrgency: 'urgent',
    });
  });

  test('of which the registration was not read is none', () => {
    expect(after(declined)).toEqual({ status: 'unknown' });
  });

  test('that cannot be changed says why, in both languages', () => {
    const refusalOf = (attempt: () => unknown) => {
      try {
        attempt();
      } catch (error) {
        if (error instanceof Rejection)
          return [error.code, error.refusal, error.sentence.en, error.sentence.zh];
      }
      return [];
    };
    const withdraw = Case.withdraw('desk');
    const another = { ...demand, person: personId('p-zhou') };
    const [en, zh] = [expect.stringMatching(/\w.*\.$/), expect.stringMatching(/\p{Script=Han}.*。$/u)];
    const refusals = [
      refusalOf(() => withdraw(after(), at(4))),
      refusalOf(() => withdraw(after(registered, declined), at(4))),
      refusalOf(() => withdraw(after(registered, closedAsDone), at(4))),
      refusalOf(() => close('done')(after(registered, withdrawn), at(4))),
      refusalOf(() => Case.register(registration)(after(), at(1))),
      refusalOf(() => Case.register(registration)(after(), at(9))),
      refusalOf(() => Case.register({ ...registration, demand: another })(after(registered), at(2))),
    ];
    expect(refusals).toEqual(
      [
        ['case-not-found', 'unknown'],
        ['case-declined', 'refused'],
        ['case-closed', 'refused'],
        ['case-withdrawn', 'refused'],
        ['reported-in-future', 'refused'],
        ['reported-too-long-ago', 'refused'],
        ['same-id-other-content', 'reused'],
      ].map((told) => [...told, en, zh]),
    );
    expect(refusals.at(-1)).toEqual(expect.arrayContaining([expect.stringMatching(/^The id of this case/)]));
    expect(refusals.at(-1)).toEqual(expect.arrayContaining([expect.stringMatching(/案件编号/)]));
  });
});
