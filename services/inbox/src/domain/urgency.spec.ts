/** What nobody's notice is put off of: an emergency, from whoever says that it is one, and a missed deadline. */
import { describe, expect, test } from '@jest/globals';
import { fold } from '@mulin/kernel';
import { after, area, caseId, now, number, teller, waiting } from './a-matter.testing.js';
import type { ObservedEvent } from './observed-events.js';
import * as Matter from './matter.js';

const registered = (urgency?: string) =>
  ({ is: 'registered', number, cycle: 1, ...(urgency === undefined ? {} : { urgency }) }) as const;
const offered = (urgency: string, cycle = 1) =>
  ({
    is: 'offered',
    number,
    cycle,
    leg: 1,
    member: 'li',
    area,
    urgency,
    because: 'registered',
    asked: ['li'],
  }) as const;
const left = { is: 'left-to-arbiter', number, cycle: 1, because: 'nobody', area, turn: 1 } as const;
const corrected = (urgency: string) => ({ is: 'reclassified', cycle: 1, urgency }) as const;
const told = (level: 'warning' | 'escalation') =>
  ({
    is: 'told',
    clock: 'complete/1',
    cycle: 1,
    number,
    to: 'grid-leader',
    area,
    level,
    dueAt: '2026-03-05T09:00:00.000Z',
  }) as const;

const urgencies = (...heard: readonly ObservedEvent[]) =>
  waiting(heard).map(({ what, isUrgent }) => `${what}${isUrgent ? '!' : ''}`);

describe('Urgent is', () => {
  test('an emergency that nobody could be asked for: the secretary’s notice of it is not put off', () => {
    const { intake, routing } = teller();
    expect(urgencies(intake(registered('emergency')), routing(left))).toEqual(['decide!']);
    expect(urgencies(intake(registered('ordinary')), routing(left))).toEqual(['decide']);
    expect(urgencies(routing(left))).toEqual(['decide']);
  });

  test('what is corrected to an emergency, and no more what turns out to be none', () => {
    const { intake, routing } = teller();
    const heard = [intake(registered('ordinary')), routing(offered('ordinary'))];
    expect(urgencies(...heard)).toEqual(['take']);
    const emergency = [...heard, intake(corrected('emergency'))];
    expect(urgencies(...emergency)).toEqual(['take!']);
    expect(urgencies(...emergency, intake(corrected('ordinary')))).toEqual(['take']);
  });

  test('what was offered as an emergency, where the inbox is older than the news of its registration', () => {
    const { intake, routing } = teller();
    expect(urgencies(intake(registered()), routing(offered('emergency')))).toEqual(['take!']);
    expect(urgencies(intake(registered()), routing(offered('ordinary')))).toEqual(['take']);
  });

  test('a missed deadline, and the warning of one in an emergency alone', () => {
    const { intake, routing, timer } = teller();
    const of = (urgency: string, level: 'warning' | 'escalation') =>
      urgencies(intake(registered(urgency)), routing(offered(urgency)), timer(told(level)));
    expect(of('ordinary', 'warning')).toEqual(['take', 'warning']);
    expect(of('ordinary', 'escalation')).toEqual(['take', 'escalation!']);
    expect(of('emergency', 'warning')).toEqual(['take!', 'warning!']);
  });

  test('each cycle by its own urgency', () => {
    const { intake, routing } = teller();
    const first = [
      intake(registered('emergency')),
      routing(offered('emergency')),
      intake({ is: 'ended', cycle: 1 }),
    ];
    const reopened = intake({ is: 'reopened', number, cycle: 2, urgency: 'ordinary' });
    expect(urgencies(...first, reopened, routing(offered('ordinary', 2)))).toEqual(['take']);
    const reopenedBefore = intake({ is: 'reopened', number, cycle: 2 });
    const left2 = routing({ ...left, cycle: 2 });
    expect(urgencies(...first, reopenedBefore, left2)).toEqual(['decide']);
  });

  test('nothing that is over: a correction that is heard late begins it anew for nobody', () => {
    const { intake, routing } = teller();
    const over = [
      intake(registered('ordinary')),
      routing(offered('ordinary')),
      intake({ is: 'ended', cycle: 1 }),
    ];
    expect(urgencies(...over, intake(corrected('emergency')))).toEqual([]);
  });

  test('new to whoever has read it, once it has become so', () => {
    const { intake, routing } = teller();
    const heard = [intake(registered('ordinary')), routing(offered('ordinary'))];
    const reader = { account: 'li', isFor: () => true };
    const [id] = waiting(heard).map((it) => it.id);
    const read = Matter.read(id ?? '', reader);
    const seen = fold(Matter.decider, read(after(heard), now), after(heard));
    expect(read(seen, now)).toEqual([]);
    const emergency = after([intake(corrected('emergency'))], seen);
    expect(read(emergency, now)).toEqual([
      { type: 'ItemRead', data: { id: `${caseId}.take-1-1`, account: 'li', at: now } },
    ]);
    const readAgain = fold(Matter.decider, read(emergency, now), emergency);
    expect(read(after([intake(corrected('ordinary'))], readAgain), now)).toEqual([]);
  });
});
