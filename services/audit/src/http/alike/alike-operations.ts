/** What looking for likely doubles promises. */
import { type Operation, pageOf, TownTime } from '@mulin/service';
import { z } from 'zod';
import { reasons } from '../../queries/alike.js';
import { at, caseId, cases, CaseState } from '../case-operations.js';

export const findingAlike: Operation = {
  tag: cases,
  summary: { en: 'Find likely doubles', zh: '查找可能重复的案件' },
  description: {
    en: 'For whoever is about to register something: open cases of the same menu item, none of them history of an archive, that were reported within `days` (default: 14) and lie in the micro-grid `grid`, or within 150 m of `lat` and `lon` where both are about a public place; the nearest first, ten at most, of those that the reader may find. `because` says why each may be the same. Without a place none is.',
    zh: '供登记前核对：同一事项、`days` 天内（默认14天）登记且仍在办理的案件（不含历史档案），位于微网格 `grid`，或双方均为公共场所且距 `lat`、`lon` 不超过150米；由近及远，至多十件，仅限查询人可查看的案件。`because` 说明可能重复的原因。未给出位置时不返回案件。',
  },
  answer: pageOf(
    z
      .strictObject({
        caseId: z.uuid(),
        number: z.string().nullable(),
        state: CaseState,
        microGrid: z.string().nullable(),
        microGridName: z.string().nullable(),
        reportedAt: TownTime.nullable(),
        metres: z.int().min(0).nullable(),
        because: z.array(z.enum(reasons)),
      })
      .meta({ id: 'CaseAlike' }),
  ),
  example: {
    items: [
      {
        caseId,
        number: 'mu-2026-000417',
        state: 'taken',
        microGrid: 'hetou-1-a',
        microGridName: 'River Head 1-A',
        reportedAt: at,
        metres: 40,
        because: ['same-micro-grid', 'close-by'],
      },
    ],
    next: null,
  },
  refusals: { 404: ['no-such-micro-grid', 'no-such-menu-item'] },
};
