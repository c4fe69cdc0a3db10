/** What waits for whom in a dispute and of a promise, in whatever order it is heard. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isFor, teller, waiting, type Who } from '../a-matter.testing.js';
import type { ObservedEvent } from '../observed-events.js';

const number = 'mu-T2026-000001';
const area = 'mu/c1/v1/g1';
const dueAt = '2026-03-20T09:00:00.000Z';
const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;

const tang: Who = { id: 'tang', role: 'mediator', area: 'mu/c1' };
const ye: Who = { id: 'ye', role: 'mediator', area: 'mu/c1' };
const committee: Who = { id: 'fan', role: 'village-committee', area: 'mu/c1/v1' };
const secretary: Who = { id: 'sun', role: 'community-secretary', area: 'mu/c1' };
const leader: Who = { id: 'kong', role: 'town-leader', area: 'mu' };
const abroad: Who = { id: 'wu', role: 'community-secretary', area: 'mu/c2' };
const desk: Who = { id: 'ren', role: 'hotline-clerk', area: 'mu' };
const everybody = [tang, ye, committee, secretary, leader, abroad, desk];

const dispute = { number, of: 'dispute' } as const;
const opened = { is: 'opened', number, area } as const;
const assigned = (mediator: string, because = 'load') =>
  ({ is: 'assigned', number, mediator, because, area }) as const;
const challenged = { is: 'challenged', number, area } as const;
const set = (clock: string, holder: string | null = null, due: string | null = null) =>
  ({ is: 'deadline-set', ...dispute, clock, area, holder, dueAt: due }) as const;
const given = (clock: string, holder: string) =>
  ({ is: 'deadline-given', ...dispute, clock, holder }) as const;
const done = (clock: string) => ({ is: 'deadline-over', ...dispute, clock }) as const;
const running = (clock: string, due = dueAt) => ({ is: 'running', ...dispute, clock, dueAt: due }) as const;
const over = (clock: string) => ({ is: 'over', ...dispute, clock, dueAt }) as const;
const told = (
  to: string,
  level: 'warning' | 'escalation',
  clock = 'settle/1',
  holder: string | null = 'tang',
) => ({ is: 'told', ...dispute, clock, to, holder, area, level, dueAt }) as const;
const danger = { is: 'danger', number, danger: 1, area } as const;
const from = '2026-03-09T01:00:00.000Z';
const planned = (withoutPhone = 0, when = from) =>
  ({ is: 'session-planned', number, session: 1, from: when, withoutPhone }) as const;
const calledOff = { is: 'session-called-off', number, session: 1 } as const;
const held = { is: 'session-held', number, session: 1 } as const;
const ended = { is: 'dispute-over', number } as const;
const reopened = { is: 'dispute-reopened', number } as const;

/** What waits, and for whom of all these. */
const whose = (heard: readonly ObservedEvent[]) =>
  waiting(heard).map(
    (it) =>
      `${it.what}: ${everybody
        .filter((who) => isFor(who, it))
        .map(({ id }) => id)
        .join(', ')}`,
  );
const item = (heard: readonly ObservedEvent[]) => {
  const [first, ...others] = waiting(heard);
  expect(others).toEqual([]);
  return first;
};

describe('A dispute', () => {
  test('without a mediator waits for the committee of its village and its secretary', () => {
    const { mediation, commitments } = teller();
    const heard = [mediation(opened), mediation(set('assign/1')), commitments(running('assign/1'))];
    expect(whose(heard)).toEqual(['assign: fan, sun']);
    expect(item(heard)).toMatchObject({
      what: 'assign',
      of: 'dispute',
      kind: 'decide',
      why: 'no-mediator',
      number,
      since: at(1),
      until: dueAt,
      area,
      isUrgent: false,
    });
  });

  test('that somebody has from its first moment waits for no committee, whatever was heard of it so far', () => {
    const { mediation } = teller();
    // As mediation tells it: all of one moment, and the deadline to name somebody is set and answered at once.
    const heard = [opened, assigned('tang'), set('assign/1'), done('assign/1')].map((said) => ({
      ...mediation(said),
      at: at(0),
    }));
    const seen = heard.map((_, nth) => whose(heard.slice(0, nth + 1)));
    expect(seen).toEqual([[], ['mediate: tang'], ['mediate: tang'], ['mediate: tang']]);
  });

  test('waits for its mediator until the settlement is due, and for nobody else', () => {
    const { mediation, commitments } = teller();
    const heard = [
      mediation(opened),
      mediation(assigned('tang')),
      mediation(set('settle/1', 'tang')),
      commitments(running('settle/1')),
    ];
    expect(whose(heard)).toEqual(['mediate: tang']);
    expect(item(heard)).toMatchObject({ kind: 'decide', why: 'load', since: at(1), until: dueAt });
  });

  test('goes over to whoever mediates instead', () => {
    const { mediation } = teller();
    const heard = [mediation(opened), mediation(assigned('tang')), mediation(assigned('ye', 'replaced'))];
    expect(whose(heard)).toEqual(['mediate: ye']);
    expect(item(heard)).toMatchObject({ why: 'replaced', since: at(2) });
    // Said again of the same mediator, nothing begins anew.
    expect(item([...heard, mediation(assigned('ye'))])).toMatchObject({ why: 'replaced', since: at(2) });
  });

  test('has no deadline where none is kept any more', () => {
    const { mediation } = teller();
    const heard = [mediation(assigned('tang')), mediation(set('settle/1', 'tang', dueAt))];
    expect(item(heard)).toMatchObject({ until: dueAt });
    expect(item([...heard, mediation(done('settle/1'))])).toMatchObject({ until: null });
  });

  test('whose mediator is challenged lies before the committee, until somebody is named', () => {
    const { mediation } = teller();
    const heard = [mediation(opened), mediation(assigned('tang')), mediation(challenged)];
    expect(whose(heard)).toEqual(['challenge: fan, sun', 'mediate: tang']);
    expect(whose([...heard, mediation(assigned('ye', 'replaced'))])).toEqual(['mediate: ye']);
  });

  test('challenged again is another thing: nobody has put it away', () => {
    const { mediation } = teller();
    const once = [mediation(assigned('tang')), mediation(challenged)];
    const again = [...once, mediation(assigned('ye')), mediation(challenged)];
    const [first, second] = [once, again].map((heard) =>
      waiting(heard).find(({ what }) => what === 'challenge'),
    );
    expect(first?.kind).toBe('inform');
    expect(first?.id).not.toBe(second?.id);
  });

  test('in which a mediator has to be named anew says so beside whoever has it', () => {
    const { mediation } = teller();
    const heard = [mediation(opened), mediation(assigned('tang')), mediation(set('assign/2'))];
    expect(whose(heard)).toEqual(['assign: fan, sun', 'mediate: tang']);
    expect(whose([...heard, mediation(assigned('ye'))])).toEqual(['mediate: ye']);
  });

  test('in which somebody was to be named, and is not any more, waits for no committee', () => {
    const { mediation } = teller();
    const heard = [mediation(opened), mediation(assigned('tang')), mediation(set('assign/2'))];
    expect(whose([...heard, mediation(done('assign/2'))])).toEqual(['mediate: tang']);
  });

  test('that may turn into harm is the secretary’s at once, and urgent, until that is answered', () => {
    const { mediation, commitments } = teller();
    const heard = [mediation(assigned('tang')), mediation(danger)];
    expect(whose(heard)).toEqual(['danger: sun', 'mediate: tang']);
    const timed = [...heard, mediation(set('danger/1')), commitments(running('danger/1'))];
    expect(waiting(timed)[0]).toMatchObject({ isUrgent: true, kind: 'decide', since: at(1), until: dueAt });
    expect(whose([...timed, mediation(done('danger/1'))])).toEqual(['mediate: tang']);
  });

  test('that is over waits for nobody, and for its mediator once it is opened again', () => {
    const { mediation } = teller();
    const heard = [mediation(opened), mediation(danger), mediation(assigned('tang')), mediation(ended)];
    expect(whose(heard)).toEqual([]);
    expect(whose([...heard, mediation(reopened)])).toEqual(['danger: sun', 'mediate: tang']);
  });
});

describe('A session', () => {
  const withMediator = () => {
    const { mediation } = teller();
    return { mediation, before: [mediation(opened), mediation(assigned('tang'))] };
  };
  const ofSessions = (heard: readonly ObservedEvent[]) =>
    whose(heard).filter((it) => !it.startsWith('mediate'));

  test('is known to whoever mediates and whoever leads them, until it is held', () => {
    const { mediation, before } = withMediator();
    const heard = [...before, mediation(planned())];
    expect(ofSessions(heard)).toEqual(['session: tang, fan, sun']);
    expect(waiting(heard)[1]).toMatchObject({
      kind: 'inform',
      why: 'session-planned',
      of: 'dispute',
      until: from,
      since: at(2),
    });
    expect(ofSessions([...heard, mediation(held)])).toEqual([]);
  });

  test('moved or called off is news of its own', () => {
    const { mediation, before } = withMediator();
    const later = '2026-03-10T01:00:00.000Z';
    const once = [...before, mediation(planned())];
    const moved = [...once, mediation(planned(0, later))];
    const off = [...moved, mediation(calledOff)];
    const session = (heard: readonly ObservedEvent[]) => {
      const { id, why, until } = waiting(heard).find(({ what }) => what === 'session') ?? {};
      return { id, why, until };
    };
    const all = [once, moved, off].map(session);
    expect(all.map(({ why }) => why)).toEqual(['session-planned', 'session-moved', 'session-called-off']);
    expect(all.map(({ until }) => until)).toEqual([from, later, null]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(3);
  });

  test('is told in person to a party without a phone, by whoever mediates', () => {
    const { mediation, before } = withMediator();
    const heard = [...before, mediation(planned(1))];
    expect(ofSessions(heard)).toEqual(['invite: tang', 'session: tang, fan, sun']);
    const off = [...heard, mediation(calledOff)];
    expect(waiting(off).map(({ what, why }) => `${what}: ${why}`)).toEqual([
      'invite: session-called-off',
      'mediate: load',
      'session: session-called-off',
    ]);
    expect(ofSessions([...heard, mediation(held)])).toEqual([]);
  });

  test('is news to whoever mediates instead, and to nobody once the dispute is over', () => {
    const { mediation, before } = withMediator();
    const heard = [...before, mediation(planned(1)), mediation(assigned('ye', 'replaced'))];
    expect(ofSessions(heard)).toEqual(['invite: ye', 'session: ye, fan, sun']);
    expect(whose([...heard, mediation(ended)])).toEqual([]);
  });
});

describe('Whoever was told of a deadline', () => {
  const { mediation, commitments } = teller();
  const before = [mediation(set('settle/1', 'tang'))];

  test('has to know of it, and at once that it was missed', () => {
    const heard = [
      ...before,
      commitments(told('holder', 'warning')),
      commitments(told('town-leader', 'escalation')),
    ];
    expect(whose(heard)).toEqual(['warning: tang', 'escalation: kong']);
    expect(waiting(heard)).toMatchObject([
      { kind: 'inform', why: 'settle', isUrgent: false, until: dueAt, of: 'dispute' },
      { kind: 'inform', why: 'settle', isUrgent: true },
    ]);
  });

  test('hears of the next step anew, in place of the one before', () => {
    const once = [...before, commitments(told('holder', 'escalation'))];
    const twice = [...once, commitments(told('holder', 'escalation'))];
    expect(whose(twice)).toEqual(['escalation: tang']);
    expect(waiting(twice)[0]?.id).not.toBe(waiting(once)[0]?.id);
  });

  test('has nothing to know once it is answered, whoever says so first', () => {
    const heard = [...before, commitments(told('town-leader', 'escalation'))];
    expect(whose([...heard, mediation(done('settle/1'))])).toEqual([]);
    expect(whose([...heard, commitments(over('settle/1'))])).toEqual([]);
    expect(whose([...heard, commitments(running('settle/1'))])).toEqual(['escalation: kong']);
  });

  test('has nothing to know of what is somebody else’s now', () => {
    const heard = [...before, commitments(told('holder', 'warning')), mediation(given('settle/1', 'ye'))];
    expect(whose(heard)).toEqual([]);
    expect(whose([...heard, commitments(told('holder', 'escalation', 'settle/1', 'ye'))])).toEqual([
      'escalation: ye',
    ]);
  });

  test('hears it also where nobody has said yet whose it is', () => {
    expect(whose([commitments(told('holder', 'warning'))])).toEqual(['warning: tang']);
    expect(whose([commitments(told('holder', 'warning', 'settle/1', null))])).toEqual([]);
  });
});

describe('What somebody promised', () => {
  const promise = { number: 'mu-P2026-000001', of: 'promise', clock: 'promise/1' } as const;
  const promised = (holder: string | null) =>
    ({ is: 'deadline-set', ...promise, area, holder, dueAt: null }) as const;

  test('waits for them until it is kept, or somebody else’s', () => {
    const { mediation, commitments } = teller();
    const heard = [mediation(promised('sun')), commitments({ is: 'running', ...promise, dueAt })];
    expect(whose(heard)).toEqual(['promise: sun']);
    expect(item(heard)).toMatchObject({
      of: 'promise',
      kind: 'decide',
      why: 'promised',
      until: dueAt,
      number: promise.number,
    });
    expect(whose([...heard, mediation({ is: 'deadline-given', ...promise, holder: 'fan' })])).toEqual([
      'promise: fan',
    ]);
    expect(whose([...heard, mediation({ is: 'deadline-over', ...promise })])).toEqual([]);
  });

  test('waits for the secretary where nobody has it', () => {
    const { mediation } = teller();
    expect(whose([mediation(promised(null))])).toEqual(['promise: sun']);
  });

  test('is told of as one', () => {
    const { mediation, commitments } = teller();
    const notice = {
      is: 'told',
      ...promise,
      to: 'town-leader',
      holder: 'sun',
      area,
      level: 'escalation',
      dueAt,
    } as const;
    const heard = [mediation(promised('sun')), commitments(notice)];
    expect(waiting(heard).map(({ of }) => of)).toEqual(['promise', 'promise']);
  });
});

test('in whatever order it is heard, and twice, the same waits', () => {
  const { mediation, commitments } = teller();
  const story = [
    mediation(opened),
    mediation(set('assign/1')),
    commitments(running('assign/1')),
    commitments(told('village-committee', 'warning', 'assign/1', null)),
    mediation(assigned('tang')),
    mediation(done('assign/1')),
    mediation(set('settle/1', 'tang')),
    commitments(running('settle/1')),
    commitments(told('holder', 'warning')),
    mediation(challenged),
    mediation(assigned('ye', 'replaced')),
    mediation(given('settle/1', 'ye')),
    mediation(danger),
    mediation(planned(1)),
    mediation(planned(2)),
    mediation(calledOff),
    mediation(set('danger/1')),
    commitments(told('holder', 'escalation', 'settle/1', 'ye')),
    commitments(told('town-leader', 'escalation')),
  ];
  const whole = waiting(story);
  expect(whole.length).toBe(6);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(story, { minLength: story.length }),
      fc.subarray(story),
      (order, again) => {
        expect(waiting([...order, ...again])).toEqual(whole);
      },
    ),
    { numRuns: 200 },
  );
});
