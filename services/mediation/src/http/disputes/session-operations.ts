/** What the routes promise that are about sessions. */
import { type Operation, pageOf, TownTime } from '@mulin/service';
import { z } from 'zod';
import { both, changing, summary, tag, words } from './common-operations.js';

export const planning = changing(
  words(
    both('Plan a session', '安排调解'),
    both(
      'When and where people meet, for the first time or at another time than was said. Neither the mediator nor the place is booked twice.',
      '确定调解的时间和地点，可改期；调解员和场所不得重复安排。',
    ),
  ),
  'consent-missing',
  'no-mediator-yet',
  'session-past',
  'session-backwards',
  'session-unknown',
  'session-not-planned',
  'doubly-booked',
  'place-unknown',
);
export const callingOff = changing(
  words(both('Call a session off', '取消调解'), both('It is not held.', '该次调解不再举行。')),
  'session-unknown',
  'session-not-planned',
);
export const holding = changing(
  words(
    both('Record a session', '记录调解'),
    both('Who was there, and what was said.', '记录到场人员和调解过程。'),
  ),
  'session-unknown',
  'session-not-planned',
  'session-not-begun',
);
export const proposing = changing(
  words(both('Propose a settlement', '提出调解方案'), both('Every party reads it.', '各方当事人均可查看。')),
  'consent-missing',
);

const CalendarEntry = z
  .strictObject({
    disputeId: z.uuid(),
    number: z.string(),
    session: z.int(),
    mediator: z.string(),
    place: z.string(),
    from: TownTime,
    until: TownTime,
    state: z.enum(['planned', 'called-off', 'held']),
  })
  .meta({ id: 'MediationSession' });

export const readingCalendar: Operation = {
  tag,
  ...words(
    both('Read the calendar of sessions', '调解日程'),
    both(
      'A mediator’s own, or of an area for those who lead it.',
      '调解员本人的日程，或辖区负责人查看辖区日程。',
    ),
  ),
  answer: pageOf(CalendarEntry),
  example: {
    items: [
      {
        disputeId: summary.disputeId,
        number: summary.number,
        session: 1,
        mediator: 'mediator@mu',
        place: 'home',
        from: '2026-03-09T09:00:00.000+08:00',
        until: '2026-03-09T11:00:00.000+08:00',
        state: 'planned',
      },
    ],
    next: null,
  },
  refusals: { 400: ['malformed-cursor'] },
};

const Home = z
  .strictObject({
    id: z.string(),
    name: z.strictObject({ zh: z.string(), en: z.string() }),
    area: z.string(),
  })
  .meta({ id: 'MediationHome' });

export const readingHomes: Operation = {
  tag,
  ...words(
    both('List where sessions are held', '调解场所'),
    both(
      'The homes that the town pack names, by the ids that sessions name them by.',
      '镇域配置中的调解场所，安排调解时以编号引用。',
    ),
  ),
  answer: z.strictObject({ items: z.array(Home) }),
  example: {
    items: [{ id: 'home', name: { zh: '牟邻之家', en: 'Mu neighbours’ home' }, area: 'mu/dongguan' }],
  },
};
