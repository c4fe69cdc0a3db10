import { describe, expect, test } from '@jest/globals';
import { day, instant, plus } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import { change, goBackToPack } from './changed-roster.js';
import * as Roster from './roster.js';

const scenario = scenarios(Roster.decider);

const march = instant('2026-03-02T00:00:00Z');
const april = instant('2026-04-02T00:00:00Z');
const li: Roster.Duty = { account: 'li-wei', role: 'grid-member', from: null, until: null };
const zhang: Roster.Duty = { account: 'zhang-min', role: 'grid-member', from: march, until: april };

const posted: Roster.Event = {
  type: 'RosterPosted',
  data: { place: 'm1', duties: [li], version: 1, since: null },
};

describe('A roster', () => {
  scenario('is posted as the pack has it')
    .given()
    .when(Roster.post({ place: 'm1', planned: [li], named: [li] }, null))
    .then(posted);
  scenario('is posted once')
    .given(posted)
    .when(Roster.post({ place: 'm1', planned: [li], named: [li] }, null))
    .thenEcho();
  scenario('is posted anew when somebody joins')
    .given(posted)
    .when(Roster.post({ place: 'm1', planned: [zhang, li], named: [zhang, li] }, march))
    .then({ type: 'RosterPosted', data: { place: 'm1', duties: [zhang, li], version: 2, since: march } });
  scenario('is taken down when nobody is left')
    .given(posted)
    .at(march)
    .when(Roster.takeDown('m1'))
    .then({ type: 'RosterTakenDown', data: { place: 'm1', version: 2, since: march } });
  scenario('is taken down once')
    .given(posted, { type: 'RosterTakenDown', data: { place: 'm1', version: 2, since: march } })
    .at(march)
    .when(Roster.takeDown('m1'))
    .thenEcho();
  scenario('that never was cannot be taken down').given().at(march).when(Roster.takeDown('m1')).thenNothing();
  scenario('of nobody is nothing new where nobody ever was')
    .given()
    .when(Roster.post({ place: 'm1', planned: [], named: [] }, null))
    .thenNothing();

  const office = { en: 'Works office', zh: '工程办' };
  const renamed = { en: 'Office of works', zh: '建设办' };
  const ofOffice = (name: typeof office, version: number): Roster.Event => ({
    type: 'RosterPosted',
    data: { place: 'office:works', duties: [li], name, version, since: null },
  });
  scenario('of an office says how it is called')
    .given()
    .when(Roster.post({ place: 'office:works', planned: [li], named: [li], name: office }, null))
    .then(ofOffice(office, 1));
  scenario('of an office says so once')
    .given(ofOffice(office, 1))
    .when(Roster.post({ place: 'office:works', planned: [li], named: [li], name: office }, null))
    .thenEcho();
  scenario('of an office is posted anew when it is called otherwise')
    .given(ofOffice(office, 1))
    .when(Roster.post({ place: 'office:works', planned: [li], named: [li], name: renamed }, null))
    .then(ofOffice(renamed, 2));

  describe('of somebody who is away', () => {
    const may = instant('2026-05-02T00:00:00Z');
    const wu: Roster.Duty = { ...li, account: 'wu', from: march, until: april, standsInFor: 'li-wei' };
    const away = [{ ...li, until: march }, { ...li, from: april }, wu];
    /** Li is away in March, and the version counts. */
    const absences = (version: number, parts: readonly Roster.Duty[] = away): Roster.Absences => ({
      version,
      without: (duties) => duties.flatMap((it) => (it.account === li.account ? parts : [it])),
    });
    const fitted = (version: number, leave: number): Roster.Event => ({
      type: 'RosterPosted',
      data: { place: 'm1', duties: away, planned: [li], leave, version, since: march },
    });

    scenario('is posted with whoever stands in')
      .given(posted)
      .at(march)
      .when(Roster.fit('m1', absences(1)))
      .then(fitted(2, 1));
    scenario('is posted so once')
      .given(posted, fitted(2, 1))
      .at(march)
      .when(Roster.fit('m1', absences(2)))
      .thenNothing();
    scenario('is left as it is by whoever has not heard of the newest leave')
      .given(posted, fitted(2, 4))
      .at(march)
      .when(Roster.fit('m1', { version: 3, without: (duties) => duties }))
      .thenNothing();
    scenario('is as the pack has it again once they are back sooner')
      .given(posted, fitted(2, 1))
      .at(march)
      .when(Roster.fit('m1', { version: 2, without: (duties) => duties }))
      .then({
        type: 'RosterPosted',
        data: { place: 'm1', duties: [li], leave: 2, version: 3, since: march },
      });
    scenario('says nothing new when a leave is over by itself')
      .given(posted, fitted(2, 1))
      .at(may)
      .when(Roster.fit('m1', { version: 1, without: (duties) => duties }))
      .thenNothing();
    scenario('is what the pack said already, when the town starts again')
      .given(posted, fitted(2, 1))
      .at(march)
      .when(Roster.post({ place: 'm1', planned: [li], named: [li] }, march, absences(1)))
      .thenNothing();
    scenario('keeps the stand-in when the pack names others beside')
      .given(posted, fitted(2, 1))
      .at(march)
      .when(Roster.post({ place: 'm1', planned: [li, zhang], named: [li, zhang] }, march, absences(1)))
      .then({
        type: 'RosterPosted',
        data: {
          place: 'm1',
          duties: [...away, zhang],
          planned: [li, zhang],
          leave: 1,
          version: 3,
          since: march,
        },
      });
    scenario('is taken down also when nobody stands in and nobody is there')
      .given({
        type: 'RosterPosted',
        data: { place: 'm1', duties: [], planned: [li], leave: 1, version: 1, since: null },
      })
      .at(march)
      .when(Roster.takeDown('m1'))
      .then({ type: 'RosterTakenDown', data: { place: 'm1', version: 2, since: march } });
  });

  describe('that somebody has changed', () => {
    const may = instant('2026-05-02T00:00:00Z');
    const wu: Roster.Duty = { ...li, account: 'wu' };
    const by = 'operator';
    const nobodyAway: Roster.Absences = { version: 0, without: (duties) => duties };
    const asNamed = (duties: readonly Roster.Duty[], absences = nobodyAway) =>
      change('m1', duties, by, absences);
    const inPack = (planned: readonly Roster.Duty[]) => ({ planned, named: planned });
    const changed = (version: number, ofPack: readonly Roster.Duty[] = [li]): Roster.Event => ({
      type: 'RosterPosted',
      data: { place: 'm1', duties: [wu], ofPack: inPack(ofPack), by, version, since: march },
    });

    scenario('says from now on who was named, by whom, and what the pack has')
      .given(posted)
      .at(march)
      .when(asNamed([wu]))
      .then(changed(2));
    scenario('says so once')
      .given(posted, changed(2))
      .at(may)
      .when(asNamed([wu]))
      .thenNothing();
    scenario('may have been none before')
      .given()
      .at(march)
      .when(asNamed([wu]))
      .then(changed(1, []));
    scenario('stands when the town starts again')
      .given(posted, changed(2))
      .when(Roster.post({ place: 'm1', planned: [li], named: [li] }, may))
      .thenNothing();
    scenario('stands when the pack names others, which are known from then on')
      .given(posted, changed(2))
      .at(may)
      .when(Roster.post({ place: 'm1', planned: [zhang, li], named: [zhang, li] }, march))
      .then(changed(3, [zhang, li]));
    scenario('stands when the pack names nobody')
      .given(posted, changed(2))
      .at(march)
      .when(Roster.takeDown('m1'))
      .then(changed(3, []));
    scenario('stands where no pack ever named anybody')
      .given(changed(1, []))
      .at(may)
      .when(Roster.takeDown('m1'))
      .thenNothing();
    scenario('is without whoever is away, also by the pack')
      .given(posted)
      .at(march)
      .when(
        asNamed([li, wu], {
          version: 7,
          without: (duties, _, isChanged) =>
            isChanged ? duties.filter((it) => it.account !== 'wu') : duties,
        }),
      )
      .then({
        type: 'RosterPosted',
        data: {
          place: 'm1',
          duties: [li],
          planned: [li, wu],
          ofPack: inPack([li]),
          by,
          leave: 7,
          version: 2,
          since: march,
        },
      });
    scenario('keeps what was named when somebody comes back')
      .given({
        type: 'RosterPosted',
        data: {
          place: 'm1',
          duties: [],
          planned: [wu],
          ofPack: inPack([li]),
          by,
          leave: 7,
          version: 2,
          since: march,
        },
      })
      .at(march)
      .when(Roster.fit('m1', { ...nobodyAway, version: 8 }))
      .then({
        type: 'RosterPosted',
        data: { place: 'm1', duties: [wu], ofPack: inPack([li]), by, leave: 8, version: 3, since: march },
      });
    scenario('is as the pack has it once somebody goes back to it')
      .given(posted, changed(2, [zhang, li]))
      .at(may)
      .when(goBackToPack('m1', nobodyAway))
      .then({ type: 'RosterPosted', data: { place: 'm1', duties: [zhang, li], version: 3, since: may } });
    scenario('is nobody’s once somebody goes back to a pack that names nobody')
      .given(changed(1, []))
      .at(may)
      .when(goBackToPack('m1', nobodyAway))
      .then({ type: 'RosterTakenDown', data: { place: 'm1', version: 2, since: may } });
    scenario('says nothing new where those are named who are named already')
      .given(posted)
      .at(march)
      .when(asNamed([li]))
      .thenNothing();

    describe('of a pack that says who is away', () => {
      const named = [li, zhang];
      const planned = [
        { ...li, until: march },
        { ...wu, from: march, until: april },
        { ...li, from: april },
        zhang,
      ];
      const ofPack: Roster.Event = {
        type: 'RosterPosted',
        data: { place: 'm1', duties: planned, named, version: 1, since: null },
      };
      scenario('is posted with whoever stands in, and as it is when nobody is away')
        .given()
        .when(Roster.post({ place: 'm1', planned, named }, null))
        .then(ofPack);
      scenario('was posted before anybody knew how it is when nobody is away')
        .given({ type: 'RosterPosted', data: { place: 'm1', duties: planned, version: 1, since: null } })
        .when(Roster.post({ place: 'm1', planned, named }, march))
        .then({
          type: 'RosterPosted',
          data: { place: 'm1', duties: planned, named, version: 2, since: march },
        });
      scenario('is as it was, once somebody goes back to it')
        .given(ofPack, {
          type: 'RosterPosted',
          data: { place: 'm1', duties: [wu], ofPack: { planned, named }, by, version: 2, since: march },
        })
        .at(may)
        .when(goBackToPack('m1', nobodyAway))
        .then({
          type: 'RosterPosted',
          data: { place: 'm1', duties: planned, named, version: 3, since: may },
        });
      test('names those who are there from now on', () => {
        const state = Roster.decider.evolve(Roster.decider.initial, ofPack);
        expect(Roster.namedFrom(state, may)).toEqual([li]);
        expect(Roster.namedFrom(state, march)).toEqual(named);
      });
    });
    scenario('can be gone back from only where it was changed')
      .given(posted)
      .when(goBackToPack('m1', nobodyAway))
      .thenRejected('roster-not-changed');
  });

  test('whoever takes turns is meant from the first moment of each until it is over', () => {
    const turn = { first: march, days: 7, every: 14 };
    const isTurn = (days: number, more = 0) =>
      Roster.isTheirTurn({ ...li, turn }, plus(march, days * day + more));
    expect([isTurn(0, -1), isTurn(0), isTurn(7, -1), isTurn(7)]).toEqual([false, true, true, false]);
    expect([isTurn(14, -1), isTurn(14), isTurn(20), isTurn(21)]).toEqual([false, true, true, false]);
    expect(Roster.isTheirTurn(li, march)).toBe(true);
  });

  test('whoever is on duty from a moment on may begin later, and has not left by then', () => {
    expect(Roster.isOnDutyFrom(zhang, instant('2026-01-01T00:00:00Z'))).toBe(true);
    expect(Roster.isOnDutyFrom(zhang, march)).toBe(true);
    expect(Roster.isOnDutyFrom(zhang, april)).toBe(false);
    expect(Roster.isOnDutyFrom(li, april)).toBe(true);
  });

  test('a duty begins in its first moment and is over in its last', () => {
    expect(Roster.isOnDuty(zhang, march)).toBe(true);
    expect(Roster.isOnDuty(zhang, april)).toBe(false);
    expect(Roster.isOnDuty(zhang, instant('2026-03-01T23:59:59.999Z'))).toBe(false);
    expect(Roster.isOnDuty(li, april)).toBe(true);
  });
});
