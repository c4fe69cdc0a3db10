/** What exactly waits: its name, its kind, since when, and what it does not wait for. */
import { describe, expect, test } from '@jest/globals';
import { fold, Rejection } from '@mulin/kernel';
import { marksOf, marksOfReader } from './addressees.js';
import { after, area, caseId, isFor, now, number, teller, waiting, type Who } from './a-matter.testing.js';
import type { ObservedEvent } from './observed-events.js';
import { itemsOf } from './items.js';
import * as Matter from './matter.js';

const dueAt = '2026-03-05T09:00:00.000Z';
const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
const registered = { is: 'registered', number, cycle: 1, urgency: 'ordinary' } as const;
const offeredTo = (member: string, leg = 1, cycle = 1) =>
  ({
    is: 'offered',
    number,
    cycle,
    leg,
    member,
    area,
    urgency: 'ordinary',
    because: 'registered',
    asked: [member],
  }) as const;
const takenBy = (member: string, leg = 1, cycle = 1) => ({ is: 'taken', cycle, leg, member }) as const;
const finishedBy = (member: string, cycle = 1, more: object = {}) =>
  ({ is: 'finished', cycle, leg: 1, member, number, area, round: 1, handlers: [], ...more }) as const;
const verifiedBy = (verifier: string, cycle = 1) => ({ is: 'verified', number, cycle, verifier }) as const;
const leftBecause = (because: string, turn: number | null) =>
  ({ is: 'left-to-arbiter', number, cycle: 1, because, area, turn }) as const;
const running = (clock: string, due: string | null = dueAt) =>
  ({ is: 'running', clock, cycle: 1, dueAt: due }) as const;
const over = (clock: string) => ({ is: 'over', clock, cycle: 1, dueAt: null }) as const;
const toldTo = (to: string, clock = 'complete/1', level: 'warning' | 'escalation' = 'escalation') =>
  ({ is: 'told', clock, cycle: 1, number, to, area, level, dueAt }) as const;
const missing = (clock: string) =>
  ({ is: 'missing', clock, cycle: 1, number, because: 'no-policy' }) as const;

const names = (...heard: readonly ObservedEvent[]) =>
  waiting(heard).map(({ id }) => id.replace(`${caseId}.`, ''));
const only = (...heard: readonly ObservedEvent[]) => {
  const [it, ...others] = waiting(heard);
  if (it === undefined || others.length > 0)
    throw new Error(`there are ${names(...heard).join(', ') || 'none'}`);
  return it;
};
const named = (name: string, ...heard: readonly ObservedEvent[]) =>
  waiting(heard).find(({ id }) => id === `${caseId}.${name}`);

describe('A thing that waits', () => {
  test('has one name whenever it is heard, and says what, why, for whom, since when and until when', () => {
    const { intake, routing, timer } = teller();
    const heard = [intake(registered), routing(offeredTo('li')), timer(running('take/1/1'))];
    expect(waiting(heard)).toEqual([
      {
        id: `${caseId}.take-1-1`,
        caseId,
        number,
        cycle: 1,
        what: 'take',
        kind: 'decide',
        why: 'registered',
        to: [{ account: 'li' }],
        except: [],
        since: at(1),
        until: dueAt,
        isUrgent: false,
        area,
      },
    ]);
  });

  test('bears the number of its case as soon as anybody has said it', () => {
    const { routing } = teller();
    const taken = routing(takenBy('li'));
    expect(only(taken).number).toBeNull();
    expect(only(taken, routing({ ...finishedBy('li'), number: null })).number).toBeNull();
    expect(only(taken, routing(finishedBy('li'))).number).toBe(number);
    const refusal = routing({ is: 'finish-refused', number, cycle: 1, leg: 1 });
    expect(only(taken, routing({ ...finishedBy('li'), number: null }), refusal).number).toBe(number);
  });

  test('is told apart from the others of its case', () => {
    const { intake, routing, timer, feedback } = teller();
    const taken = [routing(offeredTo('li', 2)), routing(takenBy('li', 2))];
    const helper = { is: 'helper-called', number, cycle: 1, member: 'fire', area } as const;
    expect(
      names(
        ...taken,
        timer(running('contact/1')),
        timer(running('heartbeat/1/3')),
        routing({ ...helper, call: 1 }),
        routing({ ...helper, call: 2 }),
        intake({ is: 'added', number, cycle: 1, kind: 'photo', itemId: 'p1' }),
        routing({ is: 'corrected', number, cycle: 1, leg: 2, member: 'li', area, turn: 4 }),
        timer(missing('verify/1')),
        timer(toldTo('grid-leader')),
      ),
    ).toEqual([
      'added-p1',
      'changed-1-2',
      'contact-1',
      'decide-1-4',
      'decide-verify-1',
      'finish-1-2',
      'heartbeat-1-3',
      'help-1-1',
      'help-1-2',
      'told-complete-1-grid-leader',
    ]);
    expect(names(...taken, routing(leftBecause('second-return', null)))).toEqual(['decide-1-2']);
    const done = [...taken, routing({ ...finishedBy('li'), round: 3 })];
    expect(names(...done)).toEqual(['verify-1-3']);
    expect(names(...taken, routing({ ...finishedBy('li'), round: null }))).toEqual(['verify-1-1']);
    const asked = feedback({ is: 'call-back-due', number, cycle: 1, area, handlers: [] });
    expect(names(...done, routing(verifiedBy('v')), asked)).toEqual(['call-back-1']);
    expect(names(feedback({ is: 'secretary-asked', number, cycle: 1, area }))).toEqual(['conclude-1']);
  });

  test('of a leg is due when that is; where no clock of it runs, when the whole is', () => {
    const { routing, timer } = teller();
    const whole = timer(running('complete/1', '2026-03-09T09:00:00.000Z'));
    const offer = routing(offeredTo('li'));
    expect(only(offer, whole).until).toBe('2026-03-09T09:00:00.000Z');
    const left = routing(leftBecause('nobody', 2));
    expect(only(left, whole).until).toBe('2026-03-09T09:00:00.000Z');
    expect(only(left, whole, timer(running('arbitrate/1/2'))).until).toBe(dueAt);
    const first = routing(leftBecause('nobody', null));
    expect(only(first, whole, timer(running('arbitrate/1/1'))).until).toBe(dueAt);
    expect(only(first, whole, timer(running('arbitrate/1/1')), timer(over('arbitrate/1/1'))).until).toBe(
      '2026-03-09T09:00:00.000Z',
    );
  });

  test('that goes on keeps its beginning and its deadline, where nobody says another', () => {
    const { routing, timer } = teller();
    const heard = [routing(takenBy('li')), timer(running('contact/1'))];
    const again = [...heard, timer(over('contact/1')), timer(running('contact/1', null))];
    expect(named('contact-1', ...again)).toEqual(named('contact-1', ...heard));
    expect(named('contact-1', ...heard)).toMatchObject({ since: at(1), until: dueAt });
  });
});

describe('Nothing waits', () => {
  test('in a case that is over, whatever its resident adds, until it goes on after all', () => {
    const { intake, routing } = teller();
    const over = [intake(registered), routing(offeredTo('li')), intake({ is: 'ended', cycle: 1 })];
    const added = intake({ is: 'added', number, cycle: 1, kind: 'words', itemId: 'w' });
    expect(names(...over, added)).toEqual([]);
    expect(names(...over, intake({ is: 'goes-on', cycle: 1 }))).toEqual(['take-1-1']);
  });

  test('for a former holder while nobody was offered it anew, nor for the arbiter', () => {
    const { routing } = teller();
    const heard = [routing(offeredTo('li')), routing(takenBy('li'))];
    expect(names(...heard, routing({ is: 'given-back', cycle: 1 }))).toEqual([]);
  });

  test('for the holder once the work was found to be done', () => {
    const { routing } = teller();
    expect(names(routing(takenBy('li')), routing(finishedBy('li')), routing(verifiedBy('v')))).toEqual([]);
  });

  test('in a new cycle of what waited in the one before', () => {
    const { intake, routing, timer, feedback } = teller();
    const first = [
      intake(registered),
      routing(takenBy('li')),
      intake({ is: 'added', number, cycle: 1, kind: 'words', itemId: 'w' }),
      timer(running('complete/1')),
      timer(toldTo('community-secretary')),
      feedback({ is: 'call-back-due', number, cycle: 1, area, handlers: [] }),
      intake({ is: 'reopened', number, cycle: 2, urgency: 'ordinary' }),
    ];
    expect(names(...first)).toEqual([]);
    expect(names(...first, routing(offeredTo('wang', 1, 2)))).toEqual(['take-2-1']);
  });

  test('for a helper who is waited for no more, whoever that was', () => {
    const { routing } = teller();
    const called = routing({ is: 'helper-called', number, cycle: 1, call: 1, member: 'fire', area });
    expect(names(called)).toEqual(['help-1-1']);
    expect(names(called, routing({ is: 'helper-over', cycle: 1, call: 1 }))).toEqual([]);
    const empty = routing({ is: 'helper-over', cycle: 1, call: 1, isUnitEmpty: true });
    expect(names(routing(offeredTo('wang')), called, empty)).toContain('unhelped-1-1');
  });

  test('of a call-back any more once the secretary is asked, and of neither once that was concluded', () => {
    const { feedback } = teller();
    const due = feedback({ is: 'call-back-due', number, cycle: 1, area, handlers: [] });
    const asked = feedback({ is: 'secretary-asked', number, cycle: 1, area });
    const calledOff = feedback({ is: 'call-back-over', cycle: 1 });
    expect(names(due, calledOff)).toEqual([]);
    expect(names(due, asked)).toEqual(['conclude-1']);
    expect(names(due, asked, calledOff)).toEqual(['conclude-1']);
  });
});

describe('Who has to look', () => {
  const excluded = (...heard: readonly ObservedEvent[]) => only(...heard).except;

  test('is nobody who had the order in this cycle, by their own news or by the list of the finish', () => {
    const { routing } = teller();
    const handedOver = [
      routing(takenBy('wang')),
      routing({ is: 'given-back', cycle: 1 }),
      routing(takenBy('li', 2)),
    ];
    expect(excluded(...handedOver, routing(finishedBy('li')))).toEqual(['li', 'wang']);
    expect(excluded(routing(finishedBy('li', 1, { handlers: ['wu', 'chen', 'li'] })))).toEqual([
      'chen',
      'li',
      'wu',
    ]);
  });

  test('nor who called in the same, nor who had looked before', () => {
    const { routing, feedback } = teller();
    const first = [routing(finishedBy('li')), routing(verifiedBy('v'))];
    expect(excluded(...first, routing(finishedBy('wang', 2)))).toEqual(['wang', 'v']);
    const due = feedback({ is: 'call-back-due', number, cycle: 1, area, handlers: ['wu', 'chen'] });
    expect(excluded(...first, due)).toEqual(['chen', 'li', 'wu']);
  });

  test('answers for where it was finished, else for where it lay', () => {
    const { routing } = teller();
    const taken = [routing(offeredTo('li')), routing(takenBy('li'))];
    expect(only(...taken, routing({ ...finishedBy('li'), area: 'mu/c2/v1/g1/m1' })).area).toBe(
      'mu/c2/v1/g1/m1',
    );
    expect(only(...taken, routing({ ...finishedBy('li'), area: null })).area).toBe(area);
  });
});

describe('Of a deadline', () => {
  test('the secretary and the town leader have to acknowledge that it was missed, others to know it', () => {
    const { timer } = teller();
    const kinds = (level: 'warning' | 'escalation') =>
      waiting(
        ['community-secretary', 'grid-leader', 'town-leader', 'village-committee'].map((role) =>
          timer(toldTo(role, 'complete/1', level)),
        ),
      ).map(({ kind }) => kind);
    expect(kinds('escalation')).toEqual(['decide', 'inform', 'decide', 'inform']);
    expect(kinds('warning')).toEqual(['inform', 'inform', 'inform', 'inform']);
  });

  test('each role that was told, of each clock, waits for itself', () => {
    const { timer } = teller();
    const heard = [
      timer(toldTo('town-leader')),
      timer(toldTo('community-secretary')),
      timer(toldTo('community-secretary', 'take/1/1')),
      timer(running('acknowledge/1/1')),
    ];
    const [whole, leg, leader] = [
      'told-complete-1-community-secretary',
      'told-take-1-1-community-secretary',
      'told-complete-1-town-leader',
    ];
    expect(names(...heard)).toEqual([whole, leader, leg]);
    const revoked = { is: 'revoked', cycle: 1, to: 'community-secretary', isWarningLeft: false } as const;
    expect(names(...heard, timer({ ...revoked, clock: 'take/1/1' }))).toEqual([whole, leader]);
    expect(names(...heard, timer({ is: 'acknowledged', cycle: 1, role: 'community-secretary' }))).toEqual([
      leader,
    ]);
    expect(names(...heard, timer(over('acknowledge/1/1')))).toEqual([leader]);
    expect(names(...heard, timer({ is: 'acknowledged', cycle: 1, role: 'town-leader' }))).toEqual([
      whole,
      leg,
    ]);
  });

  test('what the secretary did not answer in time stays late, however often more is missed and told', () => {
    const { timer } = teller();
    const untils = (heard: readonly ObservedEvent[]) =>
      waiting(heard).map(({ id, until }) => `${id.replace(`${caseId}.`, '')} ${until?.slice(0, 16)}`);
    const once = [
      timer(toldTo('community-secretary', 'heartbeat/1/1')),
      timer(running('acknowledge/1/heartbeat-1', at(1))),
      timer(toldTo('town-leader', 'acknowledge/1/heartbeat-1')),
    ];
    const late = [
      'told-acknowledge-1-heartbeat-1-town-leader 2026-03-02T01:00',
      'told-heartbeat-1-1-community-secretary 2026-03-02T01:00',
    ];
    expect(untils(once)).toEqual(late);
    const again = [
      timer(toldTo('community-secretary', 'heartbeat/1/2')),
      timer(running('acknowledge/1/heartbeat-2', at(5))),
    ];
    expect(untils([...once, ...again])).toEqual([
      ...late,
      'told-heartbeat-1-2-community-secretary 2026-03-02T05:00',
    ]);
    // Nothing that waited before is written anew with each that is missed.
    expect(after([...once, ...again]).items).toMatchObject(after(once).items);
  });

  test('who is told once more is told since then, and of what is due then', () => {
    const { timer } = teller();
    const later = '2026-03-06T09:00:00.000Z';
    const heard = [timer(toldTo('grid-leader')), timer({ ...toldTo('grid-leader'), dueAt: later })];
    expect(only(...heard)).toMatchObject({ since: at(1), until: later });
    expect(Matter.observe(caseId, timer(running('verify/1/1')))(after(heard), now)).toHaveLength(1);
  });

  test('whoever holds the order is told in person, and nobody where it is in no hands', () => {
    const { routing, timer } = teller();
    const told = timer(toldTo('grid-member'));
    expect(names(told)).toEqual([]);
    const taken = [routing(offeredTo('li')), routing(takenBy('li'))];
    expect(named('told-complete-1-grid-member', ...taken, told)?.to).toEqual([{ account: 'li' }]);
    expect(names(...taken, routing(finishedBy('li')), told)).toEqual(['verify-1-1']);
    expect(names(...taken, routing(leftBecause('second-return', 1)), told)).toEqual(['decide-1-1']);
  });

  test('whoever is told for an area is told there, else where the case lies', () => {
    const { routing, timer } = teller();
    const offer = routing(offeredTo('li'));
    const toOf = (where: string | null) =>
      named('told-complete-1-grid-leader', offer, timer({ ...toldTo('grid-leader'), area: where }))?.to;
    expect(toOf('mu/c2')).toEqual([{ role: 'grid-leader', area: 'mu/c2' }]);
    expect(toOf(null)).toEqual([{ role: 'grid-leader', area }]);
  });

  test('that is missing, each waits until it runs, or until a decision after it was missed', () => {
    const { routing, timer } = teller();
    const heard = [timer(missing('complete/1')), timer(running('take/1/1'))];
    expect(names(...heard)).toEqual(['decide-complete-1']);
    const decided = routing({ ...offeredTo('li'), because: 'decided' });
    expect(names(decided, timer(missing('verify/1/1')))).toEqual(['decide-verify-1-1', 'take-1-1']);
    const together = { ...timer(missing('complete/1')), at: decided.at };
    expect(names(decided, together)).toEqual(['take-1-1']);
  });

  test('the newest of its name is owed, also the tenth, and also where the end of the one before is heard late', () => {
    const { routing, timer } = teller();
    const reports = [9, 11, 10].map((nth) => timer(running(`heartbeat/1/${nth}`)));
    expect(names(routing(takenBy('li')), ...reports)).toEqual(['finish-1-1', 'heartbeat-1-11']);
  });
});

describe('Where the same is heard in another order', () => {
  test('the services are each taken at their word in the order of their telling', () => {
    const { routing, timer } = teller();
    const heard = [
      routing(offeredTo('li')),
      routing(takenBy('li')),
      routing({ is: 'given-back', cycle: 1 }),
      routing(offeredTo('wang', 2)),
      timer(running('take/1/2', '2026-03-03T09:00:00.000Z')),
      timer(running('take/1/2')),
    ];
    const expected = itemsOf(caseId, heard);
    expect(expected.map(({ to, until }) => ({ to, until }))).toEqual([
      { to: [{ account: 'wang' }], until: dueAt },
    ]);
    const [first, second, third, fourth, fifth, sixth] = heard as [
      ObservedEvent,
      ObservedEvent,
      ObservedEvent,
      ObservedEvent,
      ObservedEvent,
      ObservedEvent,
    ];
    for (const order of [
      [...heard].reverse(),
      [third, sixth, fourth, first, fifth, second],
      [second, first, fourth, third, sixth, fifth],
    ])
      expect(waiting(order)).toEqual(expected);
  });

  test('two services may count alike', () => {
    const { intake, routing } = teller();
    const [said, offer] = [intake(registered), routing(offeredTo('li'))];
    expect(said.place).toBe(offer.place);
    expect(names(said, offer)).toEqual(['take-1-1']);
  });
});

describe('What was read or put away', () => {
  const { routing, timer } = teller();
  const leader: Who = { id: 'zhao', role: 'grid-leader', area: 'mu/c1/v1/g1' };
  const other: Who = { ...leader, id: 'qian' };
  const readerOf = (who: Who) => ({
    account: who.id,
    isFor: (it: Parameters<typeof isFor>[1]) => isFor(who, it),
  });
  const id = `${caseId}.told-complete-1-grid-leader`;
  const warned = after([
    routing(offeredTo('li')),
    timer(running('complete/1')),
    timer(toldTo('grid-leader', 'complete/1', 'warning')),
  ]);
  const seenBy = (who: Who, before: Matter.State) => {
    const read = fold(Matter.decider, Matter.read(id, readerOf(who))(before, now), before);
    return fold(Matter.decider, Matter.putAway(id, readerOf(who))(read, now), read);
  };
  const isNew = (who: Who, state: Matter.State) => [
    Matter.read(id, readerOf(who))(state, now).length,
    Matter.putAway(id, readerOf(who))(state, now).length,
  ];

  test('is so once, for oneself alone, and says when', () => {
    expect(Matter.putAway(id, readerOf(leader))(warned, now)).toEqual([
      { type: 'ItemDone', data: { id, account: 'zhao', at: now } },
    ]);
    expect(isNew(leader, seenBy(leader, warned))).toEqual([0, 0]);
    expect(isNew(other, seenBy(leader, warned))).toEqual([1, 1]);
    expect(isNew(leader, seenBy(other, seenBy(leader, warned)))).toEqual([0, 0]);
  });

  test('stays so where only its deadline moved', () => {
    const moved = after([timer(running('complete/1', '2026-03-09T09:00:00.000Z'))], seenBy(leader, warned));
    expect(moved.items[id]?.until).toBe('2026-03-09T09:00:00.000Z');
    expect(isNew(leader, moved)).toEqual([0, 0]);
  });

  test('is new once it is graver, for somebody else, or comes again', () => {
    const seen = seenBy(leader, warned);
    expect(isNew(leader, after([timer(toldTo('grid-leader'))], seen))).toEqual([1, 1]);
    const elsewhere = timer({ ...toldTo('grid-leader', 'complete/1', 'warning'), area: 'mu/c1/v1/g1' });
    const told = after([elsewhere], seen);
    expect(isNew(leader, told)).toEqual([0, 0]);
    expect(Matter.read(`${id}-mu-c1-v1-g1`, readerOf(leader))(told, now)).toHaveLength(1);
    const again = after([timer(over('complete/1')), timer(running('complete/1'))], seen);
    expect(isNew(leader, again)).toEqual([1, 1]);
  });

  test('only what changed is on record', () => {
    const heard = timer(running('verify/1/1'));
    expect(Matter.observe(caseId, heard)(warned, now)).toEqual([{ type: 'NewsHeard', data: heard }]);
    const due = timer(running('complete/1', '2026-03-09T09:00:00.000Z'));
    expect(Matter.observe(caseId, due)(warned, now).map(({ type }) => type)).toEqual([
      'NewsHeard',
      'ItemChanged',
      'ItemChanged',
    ]);
  });

  test('cannot be what nobody has, or what has to be decided', () => {
    const refusal = (decide: () => unknown) => {
      try {
        return decide();
      } catch (error) {
        return error instanceof Rejection ? [error.code, error.refusal, error.sentence] : error;
      }
    };
    expect(refusal(() => Matter.read('nothing', readerOf(leader))(warned, now))).toEqual([
      'item-unknown',
      'unknown',
      { en: 'Nothing of this name waits for you: nothing.', zh: '没有名为 nothing 的待办事项。' },
    ]);
    expect(refusal(() => Matter.read('toString', readerOf(leader))(warned, now))).toMatchObject([
      'item-unknown',
      'unknown',
      {},
    ]);
    const taker = { account: 'li', isFor: () => true };
    expect(refusal(() => Matter.putAway(`${caseId}.take-1-1`, taker)(warned, now))).toEqual([
      'item-not-decided',
      'refused',
      { en: 'This stays until it is done: it cannot be put away.', zh: '该事项处理完毕前不能移出待办。' },
    ]);
  });
});

describe('For whom something waits', () => {
  const marks = (role: string, where: string) => marksOfReader({ id: 'x', role, area: where });

  test('is found by account, by role in every area around it, and by role alone where nobody knows where it lies', () => {
    expect(
      marksOf([{ account: 'li' }, { role: 'verifier', area: 'mu/c1' }, { role: 'verifier', area: null }]),
    ).toEqual(['@li', 'verifier@mu', 'verifier@mu/c1', 'verifier@*']);
    expect(marks('verifier', 'mu/c1')).toEqual(['@x', 'verifier@mu/c1', 'verifier@*']);
  });
});

test('What is on record of what waits is found under the name it was recorded under', () => {
  expect(Matter.decider.category).toBe('matter');
});
