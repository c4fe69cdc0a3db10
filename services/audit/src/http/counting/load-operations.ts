/** What counting cases by place and by day promises. */
import type { Operation } from '@mulin/service';
import { z } from 'zod';
import { ways } from '../../queries/load.js';
import { oversight } from '../case-operations.js';

const Count = z.int().min(0);

export const loading: Operation = {
  tag: oversight,
  summary: { en: 'Load and lateness by place and by day', zh: '按区域和日期统计案件数量与超期' },
  description: {
    en: 'Counts of the cases that the reader may find, in an `area` (default: the whole town). `by=area`: the areas next below it, `grid`: micro-grids, `net`: nets; of each how many are `open` now (the town owes an answer: history of an archive is not among them), of these `late` (a deadline was missed) and `escalated` (somebody above was told and has not answered), and how many were `closed` in the period. `/api/v1/cases` with `open=true`, `late` and `escalated` finds the same cases. `id` is `null` where nobody knows the place yet. `by=day`: of each day of the town on which anything happened how many were `opened`, `closed`, and missed their first deadline (`late`), history included, as it was then. The period is days of the town, both included, 400 at most; default: the last thirty.',
    zh: '统计查询人可查看的案件，可限定 `area`（默认为全镇）。`by=area` 按下一级区域、`grid` 按微网格、`net` 按网统计：当前在办数 `open`（本镇尚须答复的案件，不含历史档案）、其中超期数 `late` 和已升级未答复数 `escalated`，以及时段内办结数 `closed`；以 `open=true`、`late`、`escalated` 查询 `/api/v1/cases` 得到的案件与之一致；位置不明的 `id` 为 `null`。`by=day` 按日统计登记数 `opened`、办结数 `closed` 和首次超期数 `late`，含历史档案当时的情况，无变化的日期不列出。时段为本镇日期，含首尾，最长400天，默认为最近三十天。',
  },
  answer: z
    .strictObject({
      area: z.string(),
      by: z.enum(ways),
      from: z.iso.date(),
      to: z.iso.date(),
      places: z.array(
        z
          .strictObject({
            id: z.string().nullable(),
            name: z.string().nullable(),
            open: Count,
            late: Count,
            escalated: Count,
            closed: Count,
          })
          .meta({ id: 'LoadOfPlace' }),
      ),
      days: z.array(
        z
          .strictObject({ day: z.iso.date(), opened: Count, closed: Count, late: Count })
          .meta({ id: 'LoadOfDay' }),
      ),
    })
    .meta({ id: 'Load' }),
  example: {
    area: 'mu',
    by: 'area',
    from: '2026-02-01',
    to: '2026-03-02',
    places: [{ id: 'mu/dongguan', name: 'Dongguan', open: 12, late: 3, escalated: 1, closed: 40 }],
    days: [],
  },
  refusals: { 400: ['area-unknown', 'period-too-long'] },
};
