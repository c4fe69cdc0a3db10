/** What the routes of clocks promise: answers, examples, refusals, and words for whoever connects. */
import { secretaryDecisions } from '@mulin/contracts';
import type { Operation } from '@mulin/service';
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
