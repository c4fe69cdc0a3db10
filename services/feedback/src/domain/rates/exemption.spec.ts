import { describe } from '@jest/globals';
import { pinsRefusals, scenarios } from '@mulin/testing';
import { area, march, number } from '../a-case.testing.js';
import {
  desk,
  filed,
  gridLeader,
  judged,
  missedAt,
  movedAway,
  otherDesk,
  otherSecretary,
  placed,
  placedAt,
  secretary,
  townLeader,
  worksOffice,
} from './a-rate.testing.js';
import { appeal, ask, decide, type Party, settle } from './exemption.js';
import * as refusals from './exemption-refusals.js';
import type { Event } from './rate-events.js';
import { decider } from './rate-state.js';

const scenario = scenarios(decider);
const request = { cycle: 1, reason: 'force-majeure', evidenceId: 'flood' } as const;
const who = ({ account, role }: Party) => ({ account, role });

const asked = (by = gridLeader): Event => ({
  type: 'ExemptionAsked',
  data: {
    number,
    cycle: 1,
    area,
    reason: 'force-majeure',
    evidenceId: 'flood',
    by: who(by),
    askedAt: march(5),
  },
});
const decided = (granted: boolean, by = desk): Event => ({
  type: 'ExemptionDecided',
  data: { number, cycle: 1, area, granted, by: who(by), decidedAt: march(6) },
});
const appealed = (by = gridLeader): Event => ({
  type: 'ExemptionAppealed',
  data: { number, cycle: 1, area, evidenceId: 'photos', by: who(by), appealedAt: march(7) },
});
const settled: Event = {
  type: 'ExemptionSettled',
  data: { number, cycle: 1, area, granted: true, by: who(townLeader), settledAt: march(8) },
};

const known = [filed(), placed()];
const elsewhere = 'mu/nanyuan/liulin/liulin-1';

describe('An exemption is asked for', () => {
  scenario('by whoever leads the rated unit')
    .given(...known)
    .at(march(5))
    .when(ask(gridLeader, request))
    .then(asked());

  scenario('by the office that had it, which is named')
    .given(filed(), placed('urban-works'))
    .at(march(5))
    .when(ask(worksOffice, request))
    .then({
      type: 'ExemptionAsked',
      data: {
        number,
        cycle: 1,
        area,
        office: 'urban-works',
        reason: 'force-majeure',
        evidenceId: 'flood',
        by: who(worksOffice),
        askedAt: march(5),
      },
    });

  scenario('by nobody of another unit')
    .given(...known)
    .when(ask(otherSecretary, request))
    .thenRejected('not-rated-unit');

  scenario('by nobody who is of no unit')
    .given(...known)
    .when(ask(desk, request))
    .thenRejected('not-rated-unit');

  scenario('once in a cycle')
    .given(...known, asked())
    .when(ask(secretary, request))
    .thenRejected('exemption-asked');

  scenario('anew by the unit that got the case after it, for which nothing was decided')
    .given(...known, asked(), decided(true), movedAway)
    .at(march(9))
    .when(ask(otherSecretary, request))
    .then({
      type: 'ExemptionAsked',
      data: {
        number,
        cycle: 1,
        area: 'mu/nanyuan/liulin/liulin-1',
        reason: 'force-majeure',
        evidenceId: 'flood',
        by: who(otherSecretary),
        askedAt: march(9),
      },
    });

  scenario('by nobody while that of the unit before waits for a decision')
    .given(...known, asked(), movedAway)
    .when(ask(otherSecretary, request))
    .thenRejected('exemption-waits');

  scenario('by the unit that had it when it was late, though it has given it away')
    .given(
      filed(),
      placedAt(area, 0, march(2)),
      judged('contact', 'missed'),
      placedAt(elsewhere, 7, march(4)),
    )
    .at(march(5))
    .when(ask(gridLeader, request))
    .then(asked());

  scenario('by no unit for which nothing of it counts')
    .given(filed(), placedAt(area, 0, march(2)), placedAt(elsewhere, 7, march(3)))
    .when(ask(gridLeader, request))
    .thenRejected('not-rated-unit');

  scenario('of no cycle that there is not')
    .given(...known)
    .when(ask(gridLeader, { ...request, cycle: 2 }))
    .thenRejected('nothing-rated');
});

describe('An exemption is decided', () => {
  scenario('by the desk')
    .given(...known, asked())
    .at(march(6))
    .when(decide(desk, { cycle: 1, granted: true }))
    .then(decided(true));

  scenario('by a secretary of another community')
    .given(...known, asked())
    .at(march(6))
    .when(decide(otherSecretary, { cycle: 1, granted: false }))
    .then(decided(false, otherSecretary));

  scenario('by nobody of the rated unit')
    .given(...known, asked())
    .when(decide(secretary, { cycle: 1, granted: true }))
    .thenRejected('of-rated-unit');

  scenario('by nobody of the office that had it')
    .given(filed(), placed('urban-works'), asked())
    .when(decide(worksOffice, { cycle: 1, granted: true }))
    .thenRejected('of-rated-unit');

  scenario('by nobody for whom it was asked, where the case lies elsewhere by now')
    .given(...known, asked(), movedAway)
    .when(decide(secretary, { cycle: 1, granted: true }))
    .thenRejected('of-rated-unit');

  scenario('by nobody who has the case by now')
    .given(...known, asked(), movedAway)
    .when(decide(otherSecretary, { cycle: 1, granted: false }))
    .thenRejected('of-rated-unit');

  scenario('by no account that asked for it, whatever its role now')
    .given(...known, asked())
    .when(decide({ ...desk, account: gridLeader.account }, { cycle: 1, granted: true }))
    .thenRejected('of-rated-unit');

  scenario('once')
    .given(...known, asked(), decided(false))
    .when(decide(otherDesk, { cycle: 1, granted: true }))
    .thenRejected('exemption-decided');

  scenario('where it was asked for')
    .given(...known)
    .when(decide(desk, { cycle: 1, granted: true }))
    .thenRejected('exemption-unknown');
});

describe('An appeal', () => {
  const against = { cycle: 1, evidenceId: 'photos' };

  scenario('is the unit’s, where it was refused')
    .given(...known, asked(), decided(false))
    .at(march(7))
    .when(appeal(gridLeader, against))
    .then(appealed());

  scenario('is the unit’s for which it was refused, also where the case lies elsewhere by now')
    .given(...known, asked(), decided(false), movedAway)
    .at(march(7))
    .when(appeal(gridLeader, against))
    .then(appealed());

  scenario('is somebody’s outside of it, where it was granted')
    .given(...known, asked(), decided(true))
    .at(march(7))
    .when(appeal(otherDesk, against))
    .then(appealed(otherDesk));

  scenario('is nobody’s in whose favour it was decided')
    .given(...known, asked(), decided(true))
    .when(appeal(gridLeader, against))
    .thenRejected('nothing-to-appeal');

  scenario('is not that of whoever decided')
    .given(...known, asked(), decided(true))
    .when(appeal(desk, against))
    .thenRejected('your-own-decision');

  scenario('waits for a decision')
    .given(...known, asked())
    .when(appeal(gridLeader, against))
    .thenRejected('nothing-to-appeal');

  scenario('is possible once')
    .given(...known, asked(), decided(false), appealed(), settled)
    .when(appeal(otherDesk, against))
    .thenRejected('exemption-appealed');

  scenario('is settled by the town leader')
    .given(...known, asked(), decided(false), appealed())
    .at(march(8))
    .when(settle(townLeader, { cycle: 1, granted: true }))
    .then(settled);

  scenario('is settled for good')
    .given(...known, asked(), decided(false), appealed(), settled)
    .when(settle(townLeader, { cycle: 1, granted: false }))
    .thenRejected('nothing-to-settle');
});

pinsRefusals(refusals, [
  ['nothingRated', 'nothing-rated', 'unknown'],
  ['noExemption', 'exemption-unknown', 'unknown'],
  ['notRatedUnit', 'not-rated-unit', 'forbidden'],
  ['ofRatedUnit', 'of-rated-unit', 'forbidden'],
  ['exemptionAsked', 'exemption-asked', 'refused'],
  ['exemptionDecided', 'exemption-decided', 'refused'],
  ['nothingToAppeal', 'nothing-to-appeal', 'refused'],
  ['exemptionAppealed', 'exemption-appealed', 'refused'],
  ['yourOwnDecision', 'your-own-decision', 'forbidden'],
  ['nothingToSettle', 'nothing-to-settle', 'refused'],
]);

describe('Where a cycle counts for several units,', () => {
  const third = 'mu/xiguan/shuinan/shuinan-1';
  const handedOn = [
    filed(),
    placedAt(area, 0, march(2)),
    missedAt('contact/1', march(3)),
    placedAt(elsewhere, 7, march(4)),
    missedAt('take/1/2', march(5)),
  ];
  const askedByNext: Event = {
    type: 'ExemptionAsked',
    data: {
      number,
      cycle: 1,
      area: elsewhere,
      reason: 'force-majeure',
      evidenceId: 'flood',
      by: who(otherSecretary),
      askedAt: march(9),
    },
  };
  const decidedFor = (where: string, granted: boolean): Event => ({
    type: 'ExemptionDecided',
    data: { number, cycle: 1, area: where, granted, by: who(desk), decidedAt: march(10) },
  });

  scenario('whoever was refused appeals also after the next one has asked')
    .given(...handedOn, asked(), decided(false), askedByNext)
    .at(march(7))
    .when(appeal(gridLeader, { cycle: 1, evidenceId: 'photos' }))
    .then(appealed());

  scenario('each is decided for whoever asked for it')
    .given(...handedOn, asked(), decided(false), appealed(), askedByNext)
    .at(march(10))
    .when(decide(desk, { cycle: 1, granted: true }))
    .then(decidedFor(elsewhere, true));

  scenario('and settled for whoever appealed')
    .given(...handedOn, asked(), decided(false), appealed(), askedByNext, decidedFor(elsewhere, true))
    .at(march(8))
    .when(settle(townLeader, { cycle: 1, granted: true }))
    .then(settled);

  scenario('nobody of one of them decides about another’s')
    .given(...handedOn, placedAt(third, 8, march(6)), asked())
    .when(decide(otherSecretary, { cycle: 1, granted: true }))
    .thenRejected('of-rated-unit');

  scenario('the leader of the land asks for it, and not for the office that got the case there')
    .given(
      filed(),
      placedAt(area, 0, march(2)),
      missedAt('contact/1', march(3)),
      placedAt(area, 7, march(4), 'urban-works'),
    )
    .at(march(5))
    .when(ask(gridLeader, request))
    .then(asked());
});
