/** What the route promises by which a resident comes to their own case. */
import { type Operation, TownTime } from '@mulin/service';
import { z } from 'zod';
import { casesTag } from './case-operations.js';

export const openingCase: Operation = {
  tag: casesTag,
  summary: { en: 'Come to one’s own case', zh: '凭查询码访问案件' },
  description: {
    en: 'A token for this case alone, good for an hour, by its number and the code that the registration answered with. After ten wrong codes nothing is tried for this number for a while.',
    zh: '凭案件编号和登记时返回的查询码获取令牌，仅限本案件，一小时内有效。连续十次错误后，该编号须等待一段时间再试。',
  },
  answer: z.strictObject({
    token: z.string(),
    expiresAt: TownTime,
    caseId: z.uuid(),
    number: z.string(),
  }),
  example: {
    token: 'eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl',
    expiresAt: '2026-03-02T10:00:00.000+08:00',
    caseId: '95cf39fa-cdbe-862d-b0af-f9349c54dfd5',
    number: 'mu-2026-000001',
  },
  refusals: { 401: ['case-code-wrong'], 429: ['case-access-locked'] },
};
