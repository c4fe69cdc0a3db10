/** What the routes of clocks promise: answers, examples, refusals, and words for whoever connects. */
import { secretaryDecisions, urgencies } from '@mulin/contracts';
import { type Operation, TownTime } from '@mulin/service';
import { units } from '@mulin/working-time';
import { z } from 'zod';
import { reasons } from '../queries/explain-clocks.js';

const caseId = '95cf39fa-cdbe-862d-b0af-f9349c54dfd5';

export const acknowledging: Operation = {
  tag: {
    name: 'escalations',
    description: { en: 'What is late, and who was told.', zh: '超期事项及上报对象。' },
  },
  summary: { en: 'Acknowledge an escalation', zh: '签收超期上报' },
  description: {
    en: 'Whoever a lateness was escalated to says what they do about it, which ends the clock by which they had to answer. The case is named by its id or its number. A decision about the order (who answers, whom to call in) acknowledges by itself.',
    zh: '被上报人说明如何处理，其签收时限即告结束。案件以 ID 或编号指明。对单作出决定（确定承办人、吹哨调度）即视为已签收。',
  },
  answer: z
    .strictObject({ caseId: z.uuid(), decision: z.enum(secretaryDecisions) })
    .meta({ id: 'Acknowledged' }),
  example: { caseId, decision: 'called-in' },
  refusals: { 404: ['case-unknown'], 409: ['nothing-escalated'] },
};

const Interval = z
  .strictObject({
    from: TownTime,
    to: TownTime,
    counts: z.boolean(),
    why: z.enum(reasons),
    name: z.string().optional(),
    text: z.string(),
  })
  .meta({ id: 'CountedInterval' });

const ExplainedClock = z
  .strictObject({
    name: z.string(),
    startedAt: TownTime,
    due: TownTime,
    state: z.enum(['running', 'met', 'breached', 'cancelled']),
    because: z.enum(['started', 'merged', 'reclassified']),
    since: TownTime,
    unit: z.enum(units).nullable(),
    amount: z.number().nullable(),
    intervals: z.array(Interval),
  })
  .meta({ id: 'ExplainedClock' });

const at = (time: string) => `2026-03-0${time}:00+08:00`;

export const explainingClocks: Operation = {
  tag: {
    name: 'oversight',
    description: {
      en: 'What is late, what happened to a case, and who read what.',
      zh: '超期提醒、办理经过与查看记录。',
    },
  },
  summary: { en: 'How the deadlines of a case were counted', zh: '查看时限的计算过程' },
  description: {
    en: 'Every clock of the case as of now: since when it runs, by when it is due, and in between every stretch of time in order, whether it counts, and why (`why`, and `text` in the language of the reader; `name` is that of a holiday). In hours what counts is together `amount`; in days, as many intervals count. `because` and `since` say whether it is due by its first terms or by a correction or a merger since. A moment that was set and not counted has one interval `set-moment`, and neither `unit` nor `amount`. For whoever may read the timeline of the case.',
    zh: '列出案件截至目前的全部时限：起算时间、到期时间，以及其间按先后排列的每一时段是否计入及原因（`why` 为代码，`text` 为说明，`name` 为节假日名称）。按小时计的，计入时段合计等于 `amount`；按日计的，计入的时段数等于 `amount`。`because` 与 `since` 说明到期时间是按最初时限，还是按此后的更正或并案确定。直接给定到期时间的，只有一个 `set-moment` 时段，`unit` 与 `amount` 为 `null`。可查看案件经过的人员均可查看。',
  },
  answer: z
    .strictObject({ caseId: z.uuid(), number: z.string(), asOf: TownTime, clocks: z.array(ExplainedClock) })
    .meta({ id: 'ClocksExplained' }),
  example: {
    caseId,
    number: 'mu-2026-000417',
    asOf: at('2T11:40'),
    clocks: [
      {
        name: 'complete/1',
        startedAt: at('2T11:30'),
        due: at('2T14:30'),
        state: 'running',
        because: 'started',
        since: at('2T11:30'),
        unit: 'working-hour',
        amount: 1,
        intervals: [
          {
            from: at('2T11:30'),
            to: at('2T12:00'),
            counts: true,
            why: 'working-hours',
            text: 'Working hours: they count.',
          },
          {
            from: at('2T12:00'),
            to: at('2T14:00'),
            counts: false,
            why: 'outside-hours',
            text: 'Outside working hours: not counted.',
          },
          {
            from: at('2T14:00'),
            to: at('2T14:30'),
            counts: true,
            why: 'working-hours',
            text: 'Working hours: they count.',
          },
        ],
      },
    ],
  },
  refusals: { 403: ['not-your-area'], 404: ['case-unknown'] },
};

export const promising: Operation = {
  tag: {
    name: 'menu',
    description: { en: 'What can be asked of this town.', zh: '本镇可办理的服务事项。' },
  },
  summary: { en: 'What is promised before one asks', zh: '提交前可知的办理时限' },
  description: {
    en: 'By when the town accepts a demand of this menu item, gets in touch and is done with it, were it registered at `at` (default: now): the same rules as the clocks of a case, by the policy and the calendar in force then. Clocks that the policy of the item has not are left out. Without `urgency` it is that of the item; what a resident says of it is a wish and moves no deadline. `isProvisional`: the calendar is not announced as far as that.',
    zh: '如在 `at`（默认为当前时间）登记该事项的诉求，本镇受理、联系和办结的截止时间；规则与案件时限相同，按当时生效的时限规则和日历计算。规则中没有的时限不列出。未填 `urgency` 时按事项本身的紧急程度；居民所填的紧急程度仅为意愿，不影响时限。`isProvisional` 表示日历尚未公布至该日期。',
  },
  answer: z
    .strictObject({
      menuItem: z.string(),
      urgency: z.enum(urgencies).meta({ id: 'Urgency' }),
      at: TownTime,
      promised: z.array(
        z
          .strictObject({
            clock: z.enum(['accept', 'contact', 'complete']),
            name: z.strictObject({ zh: z.string(), en: z.string() }).meta({ id: 'Name' }),
            dueAt: TownTime,
            isProvisional: z.boolean(),
          })
          .meta({ id: 'PromisedTime' }),
      ),
    })
    .meta({ id: 'PromisedTimes' }),
  example: {
    menuItem: 'sanitation',
    urgency: 'ordinary',
    at: '2026-03-02T09:00:00.000+08:00',
    promised: [
      {
        clock: 'complete',
        name: { en: 'completion', zh: '办结' },
        dueAt: '2026-03-05T17:30:00.000+08:00',
        isProvisional: false,
      },
    ],
  },
  refusals: { 404: ['no-such-menu-item'] },
};
