import { describe, expect, test } from '@jest/globals';
import { type Area, fold, instant, type Role } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import * as Handling from './handling.js';

const scenario = scenarios(Handling.decider);
const at = instant('2026-03-02T01:00:00Z');
const east = 'mu/east/north/n1/n1-a';
const west = 'mu/west';

type Moved = Extract<Handling.Event, { type: 'OrderMoved' }>['data'];

const moved = (state: Handling.HandlingState, leg?: number, rest: Partial<Moved> = {}): Handling.Event => ({
  type: 'OrderMoved',
  data: { cycle: 1, state, member: 'li-wei', area: null, at, ...(leg === undefined ? {} : { leg }), ...rest },
});
const move = (...of: Parameters<typeof moved>) => {
  const { data } = moved(...of);
  return Handling.move(data as Moved); // as made there
};
const toArbiter = (leg?: number) => moved('with-arbiter', leg, { member: null, area: west });
const after = (...events: readonly Handling.Event[]) => fold(Handling.decider, events);

const warning = { cycle: 1, clock: 'complete/1', to: 'grid-leader', area: east };
const noted: Handling.Event = { type: 'LatenessNoted', data: warning };
const { area: _, ...told } = warning;

describe('What became of an order', () => {
  scenario('is kept as it was told').given().when(move('taken', 1)).then(moved('taken', 1));
  scenario('told twice is kept once').given(moved('taken', 1)).when(move('taken', 1)).thenEcho();
  scenario('of a leg that is over is kept once, too')
    .given(moved('offered', 2), moved('taken', 1))
    .when(move('taken', 1))
    .thenEcho();
  scenario('is news on another leg').given(moved('taken', 1)).when(move('taken', 2)).then(moved('taken', 2));
  scenario('without a leg follows what is known, and told twice is kept once')
    .given(moved('taken', 2), toArbiter())
    .when(Handling.move(toArbiter().data as Moved))
    .thenEcho();

  test('is what the newest word of it says, whichever was heard last', () => {
    expect(after(moved('taken', 2), moved('returned', 1))).toMatchObject({ leg: 2, state: 'taken' });
    expect(after(moved('finished', 1), moved('taken', 1)).state).toBe('finished');
    expect(after(moved('taken', 1), moved('offered', 2, { member: 'zhang-min' }))).toMatchObject({
      leg: 2,
      state: 'offered',
      member: 'zhang-min',
    });
    expect(after(moved('finished', 3, { member: 'wu-fang' }), moved('taken', 1))).toMatchObject({
      leg: 3,
      member: 'wu-fang',
    });
  });

  test.each([
    ['offered', 'taken'],
    ['taken', 'returned'],
    ['returned', 'with-arbiter'],
    ['with-arbiter', 'finished'],
  ] as const)('within one leg goes from %s to %s', (first, then) => {
    expect(after(moved(first, 1), moved(then, 1)).state).toBe(then);
    expect(after(moved(then, 1), moved(first, 1)).state).toBe(then);
  });

  test('that was told of a leg first stays so: nobody else takes the same leg', () => {
    expect(after(moved('taken', 1), moved('taken', 1, { member: 'zhang-min' })).member).toBe('li-wei');
  });

  test('of which nobody told the leg belongs to the leg that is known', () => {
    expect(after(moved('returned', 2), toArbiter())).toMatchObject({ leg: 2, state: 'with-arbiter' });
    expect(after(toArbiter())).toMatchObject({ leg: 0, state: 'with-arbiter', member: null, area: west });
  });

  test('leaves it where it lay, as long as nobody says where it lies now', () => {
    expect(after(toArbiter(1), moved('taken', 2)).area).toBe(west);
    expect(after(toArbiter(1), moved('offered', 2, { area: east })).area).toBe(east);
  });

  test('is remembered of a leg that is over: that somebody took it, and who finished it', () => {
    const late = after(moved('offered', 2), moved('taken', 1));
    expect(late).toMatchObject({ state: 'offered', wasTaken: true, finishedBy: null });
    expect(after(moved('offered', 2), moved('finished', 1))).toMatchObject({
      state: 'offered',
      wasTaken: true,
      finishedBy: 'li-wei',
    });
    expect(after(moved('finished', 1), moved('offered', 2)).finishedBy).toBe('li-wei');
    expect(after(moved('offered', 1), moved('returned', 1)).wasTaken).toBe(false);
  });

  test('is in somebody’s hands when it is taken, and only then', () => {
    const states = ['offered', 'taken', 'returned', 'with-arbiter', 'finished'] as const;
    expect(states.filter((state) => Handling.isInHand(after(moved(state, 1))))).toEqual(['taken']);
    expect(Handling.isInHand(Handling.initial)).toBe(false);
  });
});

describe('A lateness', () => {
  scenario('that somebody hears of is noted').given().when(Handling.noteLateness(warning)).then(noted);
  scenario('told twice is noted once').given(noted).when(Handling.noteLateness(warning)).thenEcho();
  scenario('of another deadline is another one')
    .given(noted)
    .when(Handling.noteLateness({ ...warning, clock: 'take/1/1' }))
    .then({ type: 'LatenessNoted', data: { ...warning, clock: 'take/1/1' } });
  scenario('that does not concern them any more is taken back')
    .given(noted)
    .when(Handling.takeBackLateness(told))
    .then({ type: 'LatenessTakenBack', data: told });
  scenario('that nobody was told of needs no taking back')
    .given()
    .when(Handling.takeBackLateness(told))
    .thenNothing();

  test('says where a case lies that routing has said nothing of yet; what routing says outweighs it', () => {
    expect(after(noted).area).toBe(east);
    expect(after(toArbiter(1), noted).area).toBe(west);
  });

  test('ties those who were told to the case, until it is taken back', () => {
    const leaderOf = (...events: readonly Handling.Event[]) => tiesOf('grid-leader', ...events);
    const other: Handling.Event = { type: 'LatenessNoted', data: { ...warning, clock: 'take/1/1' } };
    const takenBack: Handling.Event = { type: 'LatenessTakenBack', data: told };
    expect(leaderOf()).toEqual([]);
    expect(leaderOf(noted)).toEqual(['told']);
    expect(leaderOf(noted, other, takenBack)).toEqual(['told']);
    expect(leaderOf(noted, takenBack)).toEqual([]);
    expect(tiesOf('village-committee', noted)).toEqual([]);
  });
});

/** Of somebody who answers for the whole town, so that every place is theirs. */
const tiesOf = (role: Role, ...events: readonly Handling.Event[]) =>
  Handling.tiesOf(after(...events), { id: 'x', role, area: 'mu' as Area }, { isOver: false });

test('What waits for the arbiter is tied to those who decide, and nothing else is', () => {
  const doubted = (leg: number, isAsked: boolean): Handling.Event => ({
    type: 'HoldingDoubted',
    data: { cycle: 1, leg, isAsked },
  });
  const secretary = (...events: readonly Handling.Event[]) => tiesOf('community-secretary', ...events);
  expect(secretary(toArbiter(1))).toEqual(['arbiter']);
  expect(secretary(toArbiter(1), moved('offered', 2))).toEqual([]);
  expect(secretary(moved('offered', 1), moved('taken', 1), doubted(1, true))).toEqual(['arbiter']);
  expect(secretary(doubted(1, true), moved('offered', 1), moved('taken', 1))).toEqual(['arbiter']);
  expect(secretary(moved('taken', 1), doubted(1, true), doubted(1, false))).toEqual([]);
  expect(secretary(moved('taken', 1), doubted(1, true), moved('offered', 2))).toEqual([]);
  const finished = [moved('taken', 1), doubted(1, true), moved('finished', 1)];
  expect(secretary(...finished)).toEqual(['to-verify']);
});

test('What is finished waits for somebody to look whether it is solved, and not for whoever finished it', () => {
  const finished = after(moved('taken', 1), moved('finished', 1));
  const tiesOfAccount = (id: string) =>
    Handling.tiesOf(finished, { id, role: 'verifier', area: 'mu' as Area }, { isOver: false });
  expect(tiesOfAccount('somebody-else')).toEqual(['to-verify']);
  expect(tiesOfAccount(finished.finishedBy ?? '')).toEqual([]);
});

describe('A finish that somebody else looks at', () => {
  const finished = (round: number) => moved('finished', 1, { round });
  const refused = (round: number) => moved('taken', 1, { round });
  const verified = (round: number) => moved('verified', 1, { round });

  test('and refuses is none: whoever had it goes on', () => {
    const state = after(moved('taken', 1), finished(1), refused(1));
    expect(state).toMatchObject({ state: 'taken', member: 'li-wei', finishedBy: null });
    expect(after(moved('taken', 1), refused(1), finished(1))).toEqual(state);
  });

  test('may be refused again and again, and then stands', () => {
    const story = [moved('taken', 1), finished(1), refused(1), finished(2), refused(2), finished(3)] as const;
    expect(after(...story)).toMatchObject({ state: 'finished', finishedBy: 'li-wei' });
    expect(after(...story, verified(3))).toMatchObject({ state: 'verified', finishedBy: 'li-wei' });
    expect(after(...story, verified(3), finished(3), refused(2)).state).toBe('verified');
  });

  test('and refuses leaves it with somebody who may give it back', () => {
    const back = after(moved('taken', 1), finished(1), refused(1), moved('returned', 1));
    expect(back).toMatchObject({ state: 'returned', wasTaken: true });
    expect(after(moved('taken', 1), finished(1), refused(1), toArbiter(1)).state).toBe('with-arbiter');
  });
});

describe('Another cycle', () => {
  const again = (state: Handling.HandlingState, leg: number) =>
    moved(state, leg, { cycle: 2, member: 'zhang-min' });
  const first = [moved('offered', 1, { area: east }), moved('taken', 1), moved('finished', 1)] as const;

  test('begins anew where the case lies: nobody has taken or finished it', () => {
    const state = after(...first, again('offered', 1));
    expect(state).toMatchObject({ cycle: 2, leg: 1, state: 'offered', member: 'zhang-min', area: east });
    expect(state).toMatchObject({ wasTaken: false, finishedBy: null });
    expect(Handling.inCycle(after(...first), 2)).toMatchObject({ state: null, area: east, wasTaken: false });
    expect(Handling.inCycle(state, 2)).toEqual(state);
  });

  test('stands over news of the one before, however late that comes', () => {
    const state = after(again('taken', 1), ...first, noted);
    expect(state).toMatchObject({
      cycle: 2,
      state: 'taken',
      member: 'zhang-min',
      finishedBy: null,
      told: [],
    });
  });

  test('is of no concern to whoever was told of a deadline of the one before', () => {
    const next: Handling.Event = {
      type: 'LatenessNoted',
      data: { ...warning, cycle: 2, clock: 'complete/2' },
    };
    expect(tiesOf('grid-leader', noted, again('offered', 1))).toEqual([]);
    expect(tiesOf('grid-leader', noted, next, again('offered', 1))).toEqual(['told']);
  });
});

test('It is in somebody’s hands while they are asked or work on it', () => {
  const holder = (state: Handling.HandlingState) => Handling.holderOf(after(moved(state, 1)));
  expect((['offered', 'taken', 'finished', 'returned', 'verified'] as const).map(holder)).toEqual([
    'li-wei',
    'li-wei',
    null,
    null,
    null,
  ]);
});

describe('Somebody who has come to help', () => {
  const help = { cycle: 1, call: 1, member: 'volunteer-ding' };
  const noted = (isOver: boolean, rest: object = {}): Handling.Event => ({
    type: 'HelpNoted',
    data: { ...help, isOver, ...rest },
  });
  const ding = { id: 'volunteer-ding', role: 'helper', area: 'mu/east' as Area } as const;
  const ties = (...events: readonly Handling.Event[]) =>
    Handling.tiesOf(after(...events), ding, { isOver: false });

  scenario('is kept')
    .given()
    .when(Handling.noteHelp({ ...help, isOver: false }))
    .then(noted(false));
  scenario('is kept once')
    .given(noted(false))
    .when(Handling.noteHelp({ ...help, isOver: false }))
    .thenEcho();
  scenario('is over, whatever is heard later')
    .given(noted(true))
    .when(Handling.noteHelp({ ...help, isOver: false }))
    .thenNothing();

  test('is tied to it until that is over, or another cycle begins', () => {
    expect(ties(noted(false))).toEqual(['helps']);
    expect(ties(noted(false), noted(true))).toEqual([]);
    expect(ties(noted(true), noted(false, { call: 2 }))).toEqual(['helps']);
    expect(ties(noted(false), noted(false, { call: 2, member: 'volunteer-hu' }))).toEqual(['helps']);
    expect(ties(noted(false, { member: 'volunteer-hu' }))).toEqual([]);
    expect(after(noted(false), noted(false, { member: 'volunteer-hu' })).helped).toHaveLength(1);
    expect(ties(noted(false), moved('offered', 1, { cycle: 2 }))).toEqual([]);
    expect(ties(moved('offered', 1, { cycle: 2 }), noted(false))).toEqual([]);
  });
});

describe('What was told while nobody knew where the case lies', () => {
  const unplaced: Handling.Event = { type: 'LatenessNoted', data: { ...warning, area: null } };
  const elsewhere: Handling.Event = {
    type: 'LatenessNoted',
    data: { ...warning, clock: 'take/1/1', area: west },
  };

  test('was told for where it lies first', () => {
    expect(tiesOf('grid-leader', unplaced)).toEqual(['unplaced']);
    expect(after(unplaced).told).toEqual([{ ...warning, area: null }]);
    const placed = after(unplaced, elsewhere, moved('offered', 1, { area: east }));
    expect(placed.told.map(({ clock, area }) => [clock, area])).toEqual([
      ['complete/1', west],
      ['take/1/1', west],
    ]);
    expect(after(unplaced, moved('offered', 1, { area: east })).told).toEqual([{ ...warning, area: east }]);
  });

  scenario('is noted once more when it is told where')
    .given(unplaced)
    .when(Handling.noteLateness(warning))
    .then(noted);
  scenario('is noted once where that is not known yet')
    .given(unplaced)
    .when(Handling.noteLateness({ ...warning, area: null }))
    .thenNothing();
  scenario('is known where it was told for some area')
    .given(noted)
    .when(Handling.noteLateness({ ...warning, area: null }))
    .thenNothing();
  scenario('for another area is another thing')
    .given(noted)
    .when(Handling.noteLateness({ ...warning, area: west }))
    .then({ type: 'LatenessNoted', data: { ...warning, area: west } });
  scenario('of a cycle that is over is of no concern')
    .given(moved('offered', 1, { cycle: 2 }))
    .when(Handling.noteLateness(warning))
    .thenNothing();

  test('is taken back for whom it was told, and for nobody else', () => {
    const committee: Handling.Event = {
      type: 'LatenessNoted',
      data: { ...warning, to: 'village-committee' },
    };
    const takenBack: Handling.Event = { type: 'LatenessTakenBack', data: told };
    expect(after(noted, committee, takenBack).told.map(({ to }) => to)).toEqual(['village-committee']);
  });
});

describe('A doubt whether whoever has it keeps it', () => {
  const doubted = (isAsked: boolean, cycle = 1, leg = 1): Handling.Event => ({
    type: 'HoldingDoubted',
    data: { cycle, leg, isAsked },
  });

  scenario('is noted')
    .given(moved('taken', 1))
    .when(Handling.doubt(1, 1, true))
    .then(doubted(true));
  scenario('is noted once')
    .given(moved('taken', 1), doubted(true))
    .when(Handling.doubt(1, 1, true))
    .thenNothing();
  scenario('is settled')
    .given(moved('taken', 1), doubted(true))
    .when(Handling.doubt(1, 1, false))
    .then(doubted(false));
  scenario('that there is not is not settled')
    .given(moved('taken', 1))
    .when(Handling.doubt(1, 1, false))
    .thenNothing();
  scenario('of another leg is another one')
    .given(moved('taken', 2), doubted(true))
    .when(Handling.doubt(1, 2, true))
    .then(doubted(true, 1, 2));
  scenario('of a cycle that is over is none')
    .given(moved('taken', 1, { cycle: 2 }))
    .when(Handling.doubt(1, 1, true))
    .thenNothing();
  scenario('of the next cycle is one')
    .given(moved('taken', 1), doubted(true))
    .when(Handling.doubt(2, 1, true))
    .then(doubted(true, 2));

  test('is for the arbiter also while somebody is only asked, and none once it lies with nobody', () => {
    const secretary = (...events: readonly Handling.Event[]) => tiesOf('community-secretary', ...events);
    expect(secretary(moved('offered', 1), doubted(true))).toEqual(['arbiter']);
    expect(secretary(moved('taken', 1), doubted(true), moved('returned', 1))).toEqual([]);
    expect(secretary(moved('taken', 1, { cycle: 2 }), doubted(true))).toEqual([]);
  });
});

describe('What somebody else found of a finish', () => {
  const found = { cycle: 1, leg: 2, round: 1, state: 'verified', at } as const;

  scenario('leaves it whose it is')
    .given(moved('taken', 2, { member: 'wu-fang' }))
    .when(Handling.lookedAt(found))
    .then({ type: 'OrderMoved', data: { ...found, member: 'wu-fang', area: null } });
  scenario('of a leg that nobody has told of is of nobody')
    .given(moved('taken', 1))
    .when(Handling.lookedAt(found))
    .then({ type: 'OrderMoved', data: { ...found, member: null, area: null } });
});

describe('An order, heard out of turn or without its leg', () => {
  test('goes to the arbiter from whoever has taken it, also where no leg is told', () => {
    expect(after(moved('taken', 2), toArbiter())).toMatchObject({ leg: 2, state: 'with-arbiter' });
  });

  test('stays with whoever had its finish refused, where no leg is told', () => {
    const refused = [
      moved('taken', 1),
      moved('finished', 1, { round: 1 }),
      moved('taken', 1, { round: 1 }),
    ] as const;
    expect(after(...refused, toArbiter()).state).toBe('taken');
    expect(after(...refused, toArbiter(1)).state).toBe('with-arbiter');
  });

  test('that was finished is not given back', () => {
    expect(after(moved('taken', 1), moved('finished', 1), moved('returned', 1)).state).toBe('finished');
  });

  test('was finished by whoever finished it last, whoever takes it then', () => {
    expect(after(moved('finished', 1), moved('taken', 2)).finishedBy).toBe('li-wei');
    const both = [moved('finished', 2, { member: 'wu-fang' }), moved('finished', 1)] as const;
    expect(after(...both).finishedBy).toBe('wu-fang');
  });
});

test('Nobody is tied to a case that is over', () => {
  const state = after(noted, toArbiter(1));
  const leader = { id: 'x', role: 'grid-leader', area: 'mu' as Area } as const;
  expect(Handling.tiesOf(state, leader, { isOver: false })).not.toEqual([]);
  expect(Handling.tiesOf(state, leader, { isOver: true })).toEqual([]);
});
