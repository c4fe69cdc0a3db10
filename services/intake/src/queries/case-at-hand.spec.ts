import { expect, test } from '@jest/globals';
import { commandHandler, instant, newCorrelation, plus, second } from '@mulin/kernel';
import { memoryEventStore } from '@mulin/event-store';
import * as Handling from '../domain/handling.js';
import { afterHandling } from './case-at-hand.js';

const noon = instant('2026-03-02T04:00:00Z');
const context = newCorrelation({ id: 'request-1', town: 'mu', actor: 'clerk-1' });

test('who decides on a case has seen how far it is handled, also where routing has a clock that is ahead', async () => {
  const now = () => noon;
  const handling = commandHandler(memoryEventStore({ now }), Handling.decider, now);
  expect(await afterHandling({ handling }, { context }, 'lamp')).toEqual(context);

  const ahead = plus(noon, 3 * second);
  const news = { ...context, causationId: 'news-1', causedAt: ahead };
  await handling('lamp', Handling.noteHelp({ cycle: 1, call: 1, member: 'li', isOver: false }), news);
  expect(await afterHandling({ handling }, { context }, 'lamp')).toEqual({ ...context, causedAt: ahead });
});
