/** First contact, regular reports, helpers, verification, call-back, and the secretary's answer. Times are +08:00. */
import { describe, expect, test } from '@jest/globals';
import { type Decision, fold, type Instant, instant, plus } from '@mulin/kernel';
import type { Calendar } from '@mulin/working-time';
import fc from 'fast-check';
import * as Clocks from './clocks.js';
import { statusOf } from './clock-status.js';
import { callBackClock, contactClock, helpClock, verifyClock } from './loop-clocks.js';
import { calculateDeadline, type Length, type Policy } from '../policy.js';
import { completeClock, takeClock } from './terms.js';

const at = (text: string): Instant => instant(`2026-${text.replace(' ', 'T')}:00+08:00`);

const calendar: Calendar = {
  id: 'town',
  version: '1',
  zone: 'Asia/Shanghai',
  week: { 'mon-sun': [['00:00', '24:00']] },
  overrides: {},
  coveredUntil: '2026-12-31',
};
const hours = (amount: number): Length => ({ unit: 'hour', amount });

const whole: Policy = {
  id: 'whole',
  calendar: 'town',
  redo: { share: 0.5 },
  clocks: [
    { name: 'accept', length: hours(4), ladder: [{ share: 1, to: ['hotline-clerk'] }] },
    { name: 'take', length: hours(4), ladder: [{ share: 1, to: ['grid-leader'] }] },
    { name: 'contact', length: hours(24), ladder: [{ share: 1, to: ['grid-leader'] }] },
    { name: 'heartbeat', length: hours(48), ladder: [{ share: 1, to: ['village-committee'] }] },
    { name: 'help', length: hours(10), ladder: [{ share: 1, to: ['community-secretary'] }] },
    { name: 'verify', length: hours(12), ladder: [{ share: 1, to: ['verifier'] }] },
    { name: 'call-back', length: hours(24), ladder: [{ share: 1, to: ['hotline-clerk'] }] },
    { name: 'acknowledge', length: hours(6), ladder: [{ share: 1, to: ['town-leader'] }] },
    { name: 'complete', length: hours(120), ladder: [{ share: 1, to: ['community-secretary'] }] },
  ],
  ladder: [{ share: 1, to: ['grid-leader'] }],
};

const named = (name: string) => whole.clocks.filter((clock) => clock.name === name);
/** A policy that asks for no reports and no contact, and one that asks for a report every six hours. */
const policies: Readonly<Record<string, Policy>> = {
  whole,
  bare: { ...whole, id: 'bare', clocks: ['accept', 'take', 'complete'].flatMap(named) },
  extended: {
    ...whole,
    id: 'extended',
    clocks: named('complete').map((clock) => ({ ...clock, length: hours(240) })),
  },
  /** The secretary is warned half-way of a helper who does not come, and told of what she herself does not acknowledge. */
  hers: {
    ...whole,
    id: 'hers',
    clocks: whole.clocks.map((clock) => {
      const to = ['community-secretary'];
      if (clock.name === 'help') return { ...clock, ladder: [0.5, 1].map((share) => ({ share, to })) };
      return clock.name === 'acknowledge' ? { ...clock, ladder: [{ share: 1, to }] } : clock;
    }),
  },
  urgent: {
    ...whole,
    id: 'urgent',
    clocks: whole.clocks.map((clock) =>
      clock.name === 'heartbeat' ? { ...clock, length: hours(6) } : clock,
    ),
  },
};

const rules: Clocks.Rules = {
  calculate: (query) =>
    calculateDeadline(
      {
        policyOf: (id) => {
          const content = policies[id];
          return content && { version: 1, content };
        },
        calendarOf: () => ({ version: 1, content: calendar }),
      },
      query,
    ),
  isHeld: () => true,
};

type News = Readonly<{ at: Instant; decide: Decision<Clocks.State, Clocks.Event> }>;
const news = (moment: Instant, decide: News['decide']): News => ({ at: moment, decide });

const area = 'meixi/liuhe/hetou/hetou-2/hetou-2-3';
const began = (when: string, cycle = 1, isRedo = false, policy = 'whole'): News => {
  const beganAt = at(when);
  const about = {
    cycle,
    number: 'meixi-2026-000001',
    policy,
    urgency: 'ordinary',
    beganAt,
    archive: null,
  };
  return news(beganAt, Clocks.begin({ ...about, ...(isRedo ? { isRedo } : {}) }, rules));
};
const offered = (when: string, leg = 1, cycle = 1): News =>
  news(at(when), Clocks.offer({ cycle, leg, area, because: 'registered', offeredAt: at(when) }, rules));
const ended = (
  when: string,
  clock: string,
  because: Parameters<typeof Clocks.end>[2]['because'],
  round?: number,
) =>
  news(
    at(when),
    Clocks.end(
      clock,
      Number(clock.split('/')[1]),
      { endedAt: at(when), because, ...(round ? { round } : {}) },
      rules,
    ),
  );
const taken = (when: string, leg = 1, cycle = 1) => ended(when, takeClock(cycle, leg), 'taken');
const finished = (when: string, round: number, cycle = 1) =>
  ended(when, completeClock(cycle), 'finished', round);
const reported = (when: string, cycle = 1): News =>
  news(at(when), Clocks.report({ cycle, reportedAt: at(when) }, rules));
const refused = (when: string, round: number, finish: string, cycle = 1): readonly News[] => [
  news(at(when), Clocks.refuse({ cycle, round, finishedAt: at(finish), refusedAt: at(when) }, rules)),
];
/** The secretary gives it to somebody else. */
const decided = (when: string, leg = 2): News => {
  const offer = {
    cycle: 1,
    leg,
    area,
    because: 'reassigned',
    byRole: 'community-secretary',
    offeredAt: at(when),
  };
  return news(at(when), Clocks.offer(offer, rules));
};

/** Hears each piece of news when it happens, and looks whenever a look is asked for, until the end. */
const live = (story: readonly News[], until: string): readonly Clocks.Event[] => {
  let known: readonly Clocks.Event[] = [];
  const hear = ({ at: now, decide }: News) => {
    known = [...known, ...decide(fold(Clocks.decider, known), now)];
  };
  const lookUntil = (moment: Instant) => {
    for (;;) {
      const next = Clocks.nextEvaluation(fold(Clocks.decider, known));
      if (next === null || next > moment) return;
      hear(news(next, Clocks.evaluate(rules)));
    }
  };
  for (const one of [...story].sort((a, b) => (a.at < b.at ? -1 : 1))) {
    lookUntil(one.at);
    hear(one);
  }
  lookUntil(at(until));
  return known;
};

/** Hears everything in an order, only after all has happened. */
const late = (story: readonly News[], until: string): readonly Clocks.Event[] =>
  [...story.map(({ decide }) => decide), Clocks.evaluate(rules)].reduce<readonly Clocks.Event[]>(
    (known, decide) => [...known, ...decide(fold(Clocks.decider, known), at(until))],
    [],
  );

/** What a clock came to: its verdict, when it began and when it was due. */
const verdicts = (events: readonly Clocks.Event[]): Readonly<Record<string, string>> => {
  const state = fold(Clocks.decider, events);
  return Object.fromEntries(
    Object.values(state.clocks)
      .map((clock) => {
        const due = statusOf(state, clock)?.dueAt ?? '';
        return [clock.clock, `${clock.settled?.verdict ?? 'open'} ${due}`] as const;
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};

const shown = (events: readonly Clocks.Event[], name: string): readonly string[] =>
  Object.entries(verdicts(events))
    .filter(([clock]) => clock.startsWith(name))
    .map(([clock, verdict]) => `${clock} ${verdict.slice(0, -8)}`);

/** Who has been told that something is late, and of what. */
const escalated = (events: readonly Clocks.Event[]): readonly string[] => {
  const { clocks } = fold(Clocks.decider, events);
  return Object.values(clocks)
    .flatMap(({ clock, told }) =>
      Object.values(told)
        .filter(({ level }) => level === 'escalation')
        .map(({ to }) => `${clock} ${to}`),
    )
    .sort();
};

const start = [began('03-02 09:00'), offered('03-02 09:01'), taken('03-02 10:00')];

describe('First contact', () => {
  test('a visit in time meets it', () => {
    const story = [...start, ended('03-02 16:00', contactClock(1), 'contacted')];
    expect(shown(live(story, '03-04 00:00'), 'contact')).toEqual(['contact/1 met 2026-03-03T01:00']);
  });

  test('nobody who was not contacted was contacted by a finish', () => {
    const story = [...start, finished('03-02 12:00', 1)];
    expect(shown(live(story, '03-04 00:00'), 'contact')).toEqual(['contact/1 breached 2026-03-03T01:00']);
  });
});

describe('Regular reports', () => {
  test('each report begins the next beat', () => {
    const story = [...start, reported('03-03 10:00'), reported('03-04 20:00')];
    expect(shown(live(story, '03-05 00:00'), 'heartbeat')).toEqual([
      'heartbeat/1/1 met 2026-03-04T02:00',
      'heartbeat/1/2 met 2026-03-05T02:00',
      'heartbeat/1/3 open 2026-03-06T12:00',
    ]);
  });

  test('two missed beats are two escalations, and the report that comes at last begins the next', () => {
    const story = [...start, reported('03-06 20:00')];
    const events = live(story, '03-07 00:00');
    expect(shown(events, 'heartbeat')).toEqual([
      'heartbeat/1/1 breached 2026-03-04T02:00',
      'heartbeat/1/2 breached 2026-03-06T02:00',
      'heartbeat/1/3 met 2026-03-08T02:00',
      'heartbeat/1/4 open 2026-03-08T12:00',
    ]);
    expect(escalated(events).filter((it) => it.startsWith('heartbeat'))).toEqual([
      'heartbeat/1/1 village-committee',
      'heartbeat/1/2 village-committee',
    ]);
  });

  test('a report of a phone without signal takes back the miss that was told, and the beat that followed', () => {
    const story = [...start];
    const missed = live(story, '03-04 20:00');
    const after = [reported('03-03 10:00').decide].reduce<readonly Clocks.Event[]>(
      (known, decide) => [...known, ...decide(fold(Clocks.decider, known), at('03-04 20:00'))],
      missed,
    );
    expect(shown(after, 'heartbeat')).toEqual([
      'heartbeat/1/1 met 2026-03-04T02:00',
      'heartbeat/1/2 open 2026-03-05T02:00',
    ]);
    expect(escalated(after)).toEqual(['contact/1 grid-leader']);
  });

  test('nothing is owed while a finish waits for its verifier, and again from when it was refused', () => {
    const story = [...start, finished('03-03 10:00', 1), ...refused('03-06 10:00', 1, '03-03 10:00')];
    expect(shown(live(story, '03-06 12:00'), 'heartbeat')).toEqual([
      'heartbeat/1/1 met 2026-03-04T02:00',
      'heartbeat/1/2 open 2026-03-08T02:00',
    ]);
  });
});

const corrected = (when: string, policy: string): News =>
  news(
    at(when),
    Clocks.reclassify({ cycle: 1, policy, urgency: 'ordinary', reclassifiedAt: at(when) }, rules),
  );

describe('A correction to a policy that asks for other reports', () => {
  test('is one miss, however many reports would have been owed by it before it came', () => {
    const events = live([...start, corrected('03-03 10:00', 'urgent')], '03-03 17:00');
    expect(shown(events, 'heartbeat')).toEqual([
      'heartbeat/1/1 breached 2026-03-02T08:00',
      'heartbeat/1/2 breached 2026-03-03T08:00',
      'heartbeat/1/3 open 2026-03-03T14:00',
    ]);
  });

  test('counts for the beats that had begun by the former one, in whatever order it is heard', () => {
    const story = [...start, corrected('03-02 11:00', 'urgent')];
    const expected = live(story, '03-03 08:00');
    const [beginning, ...others] = story;
    const heard = late(
      [...others.slice(0, 2), ...(beginning ? [beginning] : []), ...others.slice(2)],
      '03-03 08:00',
    );
    expect(shown(heard, 'heartbeat')).toEqual(shown(expected, 'heartbeat'));
    expect(shown(expected, 'heartbeat')).toEqual([
      'heartbeat/1/1 breached 2026-03-02T08:00',
      'heartbeat/1/2 breached 2026-03-02T14:00',
      'heartbeat/1/3 breached 2026-03-02T20:00',
      'heartbeat/1/4 open 2026-03-03T02:00',
    ]);
  });

  test('asks for them from the last report on, and judges nothing that was over before', () => {
    const bare = [began('03-02 09:00', 1, false, 'bare'), ...start.slice(1)];
    const story = [
      ...bare,
      ended('03-02 11:00', contactClock(1), 'contacted'),
      reported('03-02 12:00'),
      corrected('03-02 13:00', 'urgent'),
    ];
    const events = live(story, '03-02 16:00');
    expect(shown(events, 'heartbeat')).toEqual(['heartbeat/1/2 open 2026-03-02T10:00']);
    expect(shown(events, 'contact')).toEqual([]);
    expect(Object.values(thatCount(late([...story].reverse(), '03-02 16:00')))).not.toContain('breached');
  });

  test('asks nothing of a beat that was over before, however late one hears of the report that ended it', () => {
    const story = [
      began('03-02 09:00', 1, false, 'bare'),
      ...start.slice(1),
      corrected('03-02 18:00', 'urgent'),
      reported('03-02 17:00'),
    ];
    // By the other policy the first report would have been owed by 16:00.
    for (const heard of [live(story, '03-02 18:30'), late(story, '03-02 18:30')])
      expect(shown(heard, 'heartbeat')).toContain('heartbeat/1/2 open 2026-03-02T15:00');
  });
});

describe('A clock for which nobody had asked when it was over', () => {
  const bare = [began('03-02 09:00', 1, false, 'bare'), ...start.slice(1)];
  const contacted = (when: string) => ended(when, contactClock(1), 'contacted');
  const heardOf = (...heard: readonly News[]) =>
    verdicts(late([...bare, ...heard], '03-02 16:00'))['contact/1'];
  const due = '2026-03-03T01:00:00.000Z';

  test('was none: nobody was in time by it, or late', () => {
    const asked = corrected('03-02 13:00', 'whole');
    expect(heardOf(asked, contacted('03-02 11:00'))).toBe(`cancelled ${due}`);
    expect(heardOf(asked, contacted('03-02 13:00'))).toBe(`cancelled ${due}`);
    expect(heardOf(asked, contacted('03-02 14:00'))).toBe(`met ${due}`);
  });

  test('was one where it was asked for before that, too', () => {
    const twice = [corrected('03-02 10:30', 'whole'), corrected('03-02 13:00', 'urgent')];
    expect(heardOf(...twice, contacted('03-02 11:00'))).toBe(`met ${due}`);
  });

  test('stays what it came to, where the correction that asked for it turns out to have come earlier', () => {
    const asked = [corrected('03-02 13:00', 'whole'), contacted('03-02 11:00')];
    const again = corrected('03-02 12:00', 'whole');
    expect(heardOf(...asked, again)).toBe('cancelled ');
    const state = fold(Clocks.decider, late([...bare, ...asked, again], '03-02 16:00'));
    expect(Clocks.dueOf(state, 'contact/1')).toBeNull();
    expect(Clocks.nextEvaluation(state)).not.toBeNull();
  });
});

describe('Verification', () => {
  const refusedLate = [
    ...start,
    finished('03-06 09:00', 1),
    ...refused('03-08 09:00', 1, '03-06 09:00'),
    finished('03-08 12:00', 2),
    ended('03-08 13:00', verifyClock(1, 2), 'verified'),
  ];

  test('a finish that is refused after the deadline was none: the resident’s clock was missed', () => {
    const events = live(refusedLate, '03-09 00:00');
    expect(shown(events, 'complete')).toEqual(['complete/1 breached 2026-03-07T01:00']);
    expect(events.map(({ type }) => type).filter((type) => type === 'EndRevoked')).toHaveLength(1);
  });

  test('the wait counts against the verifier, by a clock of their own', () => {
    const events = live(refusedLate, '03-09 00:00');
    expect(shown(events, 'verify')).toEqual([
      'verify/1/1 breached 2026-03-06T13:00',
      'verify/1/2 met 2026-03-08T16:00',
    ]);
    expect(escalated(events)).toContain('verify/1/1 verifier');
  });

  test('a refusal in time is an answer of the verifier’s, as a confirmation is', () => {
    const story = [...start, finished('03-03 09:00', 1), ...refused('03-03 12:00', 1, '03-03 09:00')];
    expect(shown(live(story, '03-04 00:00'), 'verify')).toEqual(['verify/1/1 met 2026-03-03T13:00']);
  });

  test('refused in time, the work goes on until its deadline', () => {
    const story = [...start, finished('03-03 09:00', 1), ...refused('03-03 12:00', 1, '03-03 09:00')];
    const events = live(story, '03-04 00:00');
    expect(shown(events, 'complete')).toEqual(['complete/1 open 2026-03-07T01:00']);
    expect(shown(live([...story, finished('03-05 09:00', 2)], '03-09 00:00'), 'complete')).toEqual([
      'complete/1 met 2026-03-07T01:00',
    ]);
  });
});

describe('Helpers and call-back', () => {
  test('a helper who is released was neither late nor in time', () => {
    const called = (when: string, call: number) =>
      news(at(when), Clocks.call({ cycle: 1, call, calledAt: at(when) }, rules));
    const story = [
      ...start,
      called('03-02 11:00', 1),
      called('03-02 11:30', 2),
      ended('03-02 15:00', helpClock(1, 1), 'helped'),
      ended('03-02 16:00', helpClock(1, 2), 'released'),
    ];
    expect(shown(live(story, '03-04 00:00'), 'help')).toEqual([
      'help/1/1 met 2026-03-02T13:00',
      'help/1/2 cancelled 2026-03-02T13:30',
    ]);
  });

  test('whoever asked is called back in time', () => {
    const due = news(at('03-03 10:00'), Clocks.callBack({ cycle: 1, dueSince: at('03-03 10:00') }, rules));
    const story = [...start, due, ended('03-03 15:00', callBackClock(1), 'called-back')];
    expect(shown(live(story, '03-05 00:00'), 'call-back')).toEqual(['call-back/1 met 2026-03-04T02:00']);
  });
});

describe('The secretary answers', () => {
  test('what reached her and she does not acknowledge goes to the town leader', () => {
    const events = live(start, '03-07 16:00');
    expect(shown(events, 'acknowledge')).toEqual(['acknowledge/1/complete breached 2026-03-07T07:00']);
    expect(escalated(events)).toContain('acknowledge/1/complete town-leader');
  });

  test('her word meets it, and so does a decision about the order', () => {
    const word = (when: string): News =>
      news(
        at(when),
        Clocks.acknowledge(
          { by: 'wu', role: 'community-secretary', area: 'meixi/liuhe', decision: 'noted' },
          rules,
        ),
      );
    expect(shown(live([...start, word('03-07 10:00')], '03-08 00:00'), 'acknowledge')).toEqual([
      'acknowledge/1/complete met 2026-03-07T07:00',
    ]);
    expect(shown(live([...start, decided('03-07 10:00')], '03-08 00:00'), 'acknowledge')).toEqual([
      'acknowledge/1/complete met 2026-03-07T07:00',
    ]);
  });

  test('what a refused finish had hidden she answers for from when it was refused', () => {
    const story = [
      ...start,
      finished('03-06 09:00', 1),
      ...refused('03-09 09:00', 1, '03-06 09:00'),
      decided('03-09 12:00'),
    ];
    expect(shown(live(story, '03-10 00:00'), 'acknowledge/1/complete')).toEqual([
      'acknowledge/1/complete met 2026-03-09T07:00',
    ]);
  });

  test('her clock runs from the refusal on, without any other news', () => {
    const story = [...start, finished('03-06 09:00', 1), ...refused('03-09 09:00', 1, '03-06 09:00')];
    const state = fold(Clocks.decider, live(story, '03-09 09:00'));
    expect(state.clocks['acknowledge/1/complete']?.terms).toHaveLength(1);
  });

  test('what another clock had missed behind that finish she answers for from when it was missed', () => {
    const called = news(
      at('03-06 08:00'),
      Clocks.call({ cycle: 1, call: 1, calledAt: at('03-06 08:00') }, rules),
    );
    const story = [...start, called, finished('03-06 09:00', 1), ...refused('03-06 20:00', 1, '03-06 09:00')];
    expect(shown(live(story, '03-06 21:00'), 'acknowledge')).toEqual([
      'acknowledge/1/help-1 open 2026-03-06T16:00',
    ]);
  });

  test('only what a finish up to the due moment had hidden was seen later, and only that refusal showed it', () => {
    const hidden = (finish: string) =>
      shown(
        live([...start, finished(finish, 1), ...refused('03-09 09:00', 1, finish)], '03-09 10:00'),
        'acknowledge/1/complete',
      );
    expect(hidden('03-07 09:00')).toEqual(['acknowledge/1/complete open 2026-03-09T07:00']);
    expect(hidden('03-07 10:00')).toEqual(['acknowledge/1/complete breached 2026-03-07T07:00']);
  });

  test('her clock begins when the refusal comes, though it was heard by a process whose clock runs behind', () => {
    const story = [...start, finished('03-06 09:00', 1)];
    const [refusal] = refused('03-09 09:00', 1, '03-06 09:00');
    const known = live(story, '03-09 08:00');
    const ahead = refusal?.decide(fold(Clocks.decider, known), at('03-09 08:59')) ?? [];
    expect(shown([...known, ...ahead], 'acknowledge')).toEqual([]);
    const looked = (when: Instant) => [
      ...known,
      ...ahead,
      ...Clocks.evaluate(rules)(fold(Clocks.decider, [...known, ...ahead]), when),
    ];
    expect(shown(looked(at('03-09 09:00')), 'acknowledge')).toEqual([
      'acknowledge/1/complete open 2026-03-09T07:00',
    ]);
  });

  test('nothing was missed in its own millisecond, and so there is nothing to answer yet', () => {
    const known = live(start, '03-07 08:00');
    const looked = (when: Instant) =>
      shown([...known, ...Clocks.evaluate(rules)(fold(Clocks.decider, known), when)], 'acknowledge');
    expect(looked(at('03-07 09:00'))).toEqual([]);
    expect(looked(plus(at('03-07 09:00'), 1))).toEqual(['acknowledge/1/complete open 2026-03-07T07:00']);
  });

  test('a warning is nothing to answer, and what she did not answer is not told to her to be answered', () => {
    const called = news(
      at('03-02 11:00'),
      Clocks.call({ cycle: 1, call: 1, calledAt: at('03-02 11:00') }, rules),
    );
    const story = [began('03-02 09:00', 1, false, 'hers'), ...start.slice(1), called];
    expect(shown(live(story, '03-02 20:00'), 'acknowledge')).toEqual([]);
    expect(shown(live(story, '03-03 20:00'), 'acknowledge')).toEqual([
      'acknowledge/1/help-1 breached 2026-03-02T19:00',
    ]);
  });

  /** By the deadline of the demand she was asked, and from then on not any more. */
  const neverOwed = { verdict: 'cancelled', dueAt: at('03-07 15:00'), endedAt: at('03-07 09:00') };
  const settledOf = (events: readonly Clocks.Event[]) =>
    fold(Clocks.decider, events).clocks['acknowledge/1/complete']?.settled;

  test('what turns out to be due later is hers to answer no more, and is again when that is missed', () => {
    const known = live(start, '03-07 10:00');
    expect(shown(known, 'acknowledge')).toEqual(['acknowledge/1/complete open 2026-03-07T07:00']);
    const { decide } = corrected('03-05 09:00', 'extended');
    const after = [...known, ...decide(fold(Clocks.decider, known), at('03-07 11:00'))];
    expect(settledOf(after)).toEqual(neverOwed);
  });

  test('what turns out to have been done in time is hers to answer no more', () => {
    const known = live(start, '03-07 10:00');
    const { decide } = finished('03-06 09:00', 1);
    const after = [...known, ...decide(fold(Clocks.decider, known), at('03-07 11:00'))];
    expect(settledOf(after)).toEqual(neverOwed);
  });

  test('each cycle has what was missed in it', () => {
    const story = [
      ...start,
      finished('03-03 09:00', 1),
      ended('03-03 10:00', verifyClock(1, 1), 'verified'),
      began('03-04 09:00', 2),
      offered('03-04 09:01', 1, 2),
      taken('03-04 10:00', 1, 2),
    ];
    expect(shown(live(story, '03-09 10:00'), 'acknowledge')).toEqual([
      'acknowledge/2/complete open 2026-03-09T07:00',
    ]);
  });

  test('who was told of nothing has nothing to acknowledge', () => {
    const state = fold(Clocks.decider, live(start, '03-03 00:00'));
    const byWhom = { by: 'wu', role: 'community-secretary', area: 'meixi/liuhe', decision: 'noted' };
    expect(() => Clocks.acknowledge(byWhom, rules)(state, at('03-03 00:00'))).toThrow('Nothing of this case');
    const told = fold(Clocks.decider, live(start, '03-08 00:00'));
    const elsewhere = { ...byWhom, area: 'meixi/shanqian' };
    expect(() => Clocks.acknowledge(elsewhere, rules)(told, at('03-08 00:00'))).toThrow(
      'Nothing of this case',
    );
  });
});

describe('Done again', () => {
  test('the second cycle has half the time, and leaves nothing of the first open', () => {
    const story = [
      ...start,
      finished('03-03 09:00', 1),
      began('03-05 09:00', 2, true),
      offered('03-05 09:01', 1, 2),
      taken('03-05 09:30', 1, 2),
    ];
    const events = live(story, '03-05 12:00');
    expect(shown(events, 'complete')).toEqual([
      'complete/1 met 2026-03-07T01:00',
      'complete/2 open 2026-03-07T13:00',
    ]);
    expect(shown(events, 'verify')).toEqual(['verify/1/1 breached 2026-03-03T13:00']);
  });

  test('two reports that were one thing by mistake: each has its own deadline again', () => {
    const joined = news(
      at('03-03 09:00'),
      Clocks.join({ cycle: 1, dueAt: at('03-04 09:00'), joinedAt: at('03-03 09:00'), from: 'other' }, rules),
    );
    const unmerged = news(
      at('03-03 12:00'),
      Clocks.unmerge({ cycle: 1, unmergedAt: at('03-03 12:00'), from: 'other' }, rules),
    );
    expect(shown(live([...start, joined], '03-03 18:00'), 'complete')).toEqual([
      'complete/1 open 2026-03-04T01:00',
    ]);
    expect(shown(live([...start, joined, unmerged], '03-05 00:00'), 'complete')).toEqual([
      'complete/1 open 2026-03-07T01:00',
    ]);
    const merged = news(
      at('03-03 09:00'),
      Clocks.endCycle(1, { endedAt: at('03-03 09:00'), because: 'merged' }, rules),
    );
    const apart = news(at('03-03 12:00'), Clocks.unmerge({ cycle: 1, unmergedAt: at('03-03 12:00') }, rules));
    expect(shown(live([...start, merged], '03-05 00:00'), 'complete')).toEqual([
      'complete/1 cancelled 2026-03-07T01:00',
    ]);
    expect(shown(live([...start, merged, apart], '03-08 00:00'), 'complete')).toEqual([
      'complete/1 breached 2026-03-07T01:00',
    ]);
  });
});

test('a case that was unmerged is answered for by no other, whatever it had been merged into', () => {
  const into = { endedAt: at('03-03 09:00'), because: 'merged', into: 'survivor' } as const;
  const merged = news(at('03-03 09:00'), Clocks.endCycle(1, into, rules));
  const apart = news(at('03-03 12:00'), Clocks.unmerge({ cycle: 1, unmergedAt: at('03-03 12:00') }, rules));
  const of = (story: readonly News[]) => Clocks.answeredBy(fold(Clocks.decider, live(story, '03-03 13:00')));
  expect(of([...start, merged])).toMatchObject({ caseId: 'survivor' });
  expect(of([...start, merged, apart])).toBeNull();
});

test('a merger of before it was kept who was merged can be taken apart, too', () => {
  const when = { dueAt: at('03-04 09:00'), joinedAt: at('03-03 09:00') };
  const unnamed = news(when.joinedAt, Clocks.join({ cycle: 1, ...when }, rules));
  const named = news(at('03-03 10:00'), Clocks.join({ cycle: 1, ...when, from: 'other' }, rules));
  const unmerging = { cycle: 1, unmergedAt: at('03-03 12:00'), from: 'other' };
  const apart = news(at('03-03 12:00'), Clocks.unmerge(unmerging, rules));
  expect(shown(live([...start, unnamed, named, apart], '03-05 00:00'), 'complete')).toEqual([
    'complete/1 open 2026-03-07T01:00',
  ]);
});

test('acknowledged once it is acknowledged, until something else is escalated', () => {
  const byHer = { by: 'wu', role: 'community-secretary', area: 'meixi/liuhe', decision: 'noted' };
  const word = (when: string) => news(at(when), Clocks.acknowledge(byHer, rules));
  const words = (events: readonly Clocks.Event[]) =>
    events.filter(({ type }) => type === 'EscalationAcknowledged').length;
  expect(words(live([...start, word('03-07 10:00'), word('03-07 11:00')], '03-08 00:00'))).toBe(1);
});

test('the word of the town leader does not answer the clock of the secretary', () => {
  const leader = { by: 'town', role: 'town-leader', area: 'meixi', decision: 'noted' };
  const story = [...start, news(at('03-07 16:00'), Clocks.acknowledge(leader, rules))];
  expect(shown(live(story, '03-08 00:00'), 'acknowledge')).toEqual([
    'acknowledge/1/complete breached 2026-03-07T07:00',
  ]);
  const state = fold(Clocks.decider, live(story, '03-08 00:00'));
  expect(statusOf(state, state.clocks['acknowledge/1/complete'] ?? missing())?.end).toBeNull();
});

const missing = (): never => {
  throw new Error('there is no such clock');
};

/** A whole case: two missed beats, a refused finish, a helper, an escalation, her decision, a redo. */
const whole_: readonly News[] = [
  ...start,
  ended('03-02 16:00', contactClock(1), 'contacted'),
  reported('03-03 10:00'),
  news(at('03-03 11:00'), Clocks.call({ cycle: 1, call: 1, calledAt: at('03-03 11:00') }, rules)),
  ended('03-04 15:00', helpClock(1, 1), 'helped'),
  finished('03-06 09:00', 1),
  ...refused('03-07 12:00', 1, '03-06 09:00'),
  decided('03-07 20:00'),
  finished('03-10 12:00', 2),
  ended('03-10 13:00', verifyClock(1, 2), 'verified'),
  news(at('03-10 13:00'), Clocks.callBack({ cycle: 1, dueSince: at('03-10 13:00') }, rules)),
  ended('03-12 10:00', callBackClock(1), 'called-back'),
  began('03-12 10:01', 2, true),
  offered('03-12 10:02', 1, 2),
  taken('03-12 11:00', 1, 2),
  finished('03-13 09:00', 1, 2),
  ended('03-13 12:00', verifyClock(2, 1), 'verified'),
];

/** A clock that began where later news says it did not is there and counts for nothing. */
const thatCount = (events: readonly Clocks.Event[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(verdicts(events)).filter(
      ([clock, verdict]) => !/^(heartbeat|acknowledge)/.test(clock) || !verdict.startsWith('cancelled'),
    ),
  );

test('in every order of news the verdicts are the same, and the same people know', () => {
  const inTime = live(whole_, '03-20 00:00');
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...whole_], { minLength: whole_.length, maxLength: whole_.length }),
      (story) => {
        const heard = late(story, '03-20 00:00');
        expect(thatCount(heard)).toEqual(thatCount(inTime));
        expect(escalated(heard)).toEqual(escalated(inTime));
      },
    ),
    { numRuns: 200 },
  );
});

test('news that comes twice changes nothing', () => {
  expect(verdicts(live([...whole_, ...whole_], '03-20 00:00'))).toEqual(
    verdicts(live(whole_, '03-20 00:00')),
  );
});
