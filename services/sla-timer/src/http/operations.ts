/** What the routes of clocks promise: answers, examples, refusals, and words for whoever connects. */
import { secretaryDecisions, urgencies } from '@mulin/contracts';
import { type Operation, TownTime } from '@mulin/service';
import { z } from 'zod';

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
