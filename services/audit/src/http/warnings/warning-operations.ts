/** What the routes promise by which people see what will be late, or comes again. */
import { type Operation, TownTime } from '@mulin/service';
import { z } from 'zod';
import { oversight } from '../case-operations.js';

const Warning = z
  .strictObject({
    what: z.enum(['repeated-by-place', 'repeated-by-person', 'rising', 'burst', 'likely-late']),
    area: z.string(),
    /** `null`: of several kinds. */
    menuItem: z.string().nullable(),
    /** How many cases it is about; of them, at most fifty are named. */
    count: z.int(),
    numbers: z.array(z.string()),
    /** Of a case that is likely to be late: how likely. */
    chance: z.number().nullable(),
    text: z.string(),
  })
  .meta({ id: 'EarlyWarning' });

export const warning: Operation = {
  tag: oversight,
  summary: { en: 'Warn early', zh: '预警' },
  description: {
    en: 'In one’s own area, at most twenty of each kind: what comes again at one place or by one person (three times in 30 days), what rises over a week beside the eight before it, what bursts within a day, and open cases, without those of an archive, that are likely to miss their deadline, by how often their like did.',
    zh: '本辖区内，每类最多二十条：同一地点或同一人重复反映（30 天内三次）、一周内明显增多、一天内集中出现，以及按同类案件历史判断可能超期的在办案件（不含历史档案）。',
  },
  answer: z.strictObject({ at: TownTime, items: z.array(Warning) }),
  example: {
    at: '2026-03-02T10:00:00.000+08:00',
    items: [
      {
        what: 'repeated-by-place',
        area: 'mu/dongguan/hetou/hetou-1/hetou-1-a',
        menuItem: 'sanitation',
        count: 4,
        numbers: ['mu-2026-000401', 'mu-2026-000417'],
        chance: null,
        text: 'Sanitation in Hetou 1-a: 4 cases in 30 days.',
      },
    ],
  },
  refusals: { 400: ['area-unknown'] },
};

const Topic = z
  .strictObject({
    menuItem: z.string(),
    menuItemName: z.string(),
    cases: z.int(),
    late: z.int(),
    /** Of how many the deadline is decided. */
    decided: z.int(),
    /** Of several about the same thing in one micro-grid. */
    repeated: z.int(),
    /** In the month before. */
    before: z.int(),
    areas: z.array(z.strictObject({ area: z.string(), areaName: z.string(), cases: z.int() })),
  })
  .meta({ id: 'MonthlyTopic' });

export const listingTopics: Operation = {
  tag: oversight,
  summary: { en: 'List topics of a month', zh: '每月一题' },
  description: {
    en: 'The kinds of demand of a month that are worth more than one answer each: how many, how many were late or came again, and where; the weightiest first.',
    zh: '当月值得专题解决的事项：件数、超期与重复件数及主要区域，按分量排列。',
  },
  answer: z.strictObject({ month: z.string(), items: z.array(Topic) }),
  example: {
    month: '2026-02',
    items: [
      {
        menuItem: 'sanitation',
        menuItemName: 'Sanitation',
        cases: 41,
        late: 6,
        decided: 38,
        repeated: 9,
        before: 25,
        areas: [{ area: 'mu/dongguan/hetou', areaName: 'Hetou', cases: 12 }],
      },
    ],
  },
  refusals: { 400: ['area-unknown', 'month-malformed'] },
};
