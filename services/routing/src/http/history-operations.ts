/** What the routes promise that show what became of an order: who had it when, and what was said of it. */
import { offerReasons, releaseReasons } from '@mulin/contracts';
import { type Operation, TownTime } from '@mulin/service';
import { z } from 'zod';
import { legEnds, unheldReasons } from '../domain/history/legs.js';
import { subjects } from '../domain/history/statements.js';
import { about, missing } from './operations.js';

const from = TownTime;
const to = TownTime.nullable();
/** Milliseconds. */
const ms = z.int().min(0);

const Leg = z
  .strictObject({
    leg: z.int(),
    holder: z.string(),
    unit: z.string().nullable(),
    microGrid: z.string(),
    because: z.enum(offerReasons).nullable(),
    from,
    takenAt: to,
    to,
    ended: z.enum(legEnds).nullable(),
    /** While a verifier had it who refused the finish. */
    paused: ms,
    worked: ms.nullable(),
  })
  .meta({ id: 'Leg' });

const HelperLeg = z
  .strictObject({
    call: z.int(),
    holder: z.string(),
    unit: z.string(),
    from,
    joinedAt: to,
    to,
    ended: z.enum(['finished', ...releaseReasons]).nullable(),
    worked: ms.nullable(),
  })
  .meta({ id: 'HelperLeg' });

const Cycle = z.strictObject({
  cycle: z.int(),
  from,
  to,
  legs: z.array(Leg),
  unheld: z.array(z.strictObject({ why: z.enum(unheldReasons), from, to })),
  helpers: z.array(HelperLeg),
});

const day = (time: string) => `2026-03-02T${time}:00.000+08:00`;
const member = 'grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a';

export const readingLegs: Operation = {
  tag: about.tag,
  summary: { en: 'Who had an order, and from when until when', zh: '承办环节与用时' },
  description: {
    en: 'Each leg of each cycle: its holder, from when until when (`null`: it goes on), how long it was paused while a verifier had it who refused, and how long it was worked by the calendar of the menu item, without pauses (both in milliseconds; `worked` is `null` where the town has no such calendar). The legs and the time nobody had it (`unheld`) are the whole of the cycle. Helpers have legs beside.',
    zh: '每一轮的各承办环节：承办人、起止时间（`null` 表示仍在进行）、核查未通过前的等待时长 `paused`，以及按该事项工作日历计算、扣除等待后的工作时长 `worked`（单位均为毫秒；未设日历时 `worked` 为 `null`）。各环节与无人承办的时段 `unheld` 合计即该轮全程。协办人员另列。',
  },
  answer: z
    .strictObject({ caseId: z.uuid(), number: z.string(), cycles: z.array(Cycle) })
    .meta({ id: 'Legs' }),
  example: {
    caseId: '95cf39fa-cdbe-862d-b0af-f9349c54dfd5',
    number: 'mu-2026-000417',
    cycles: [
      {
        cycle: 1,
        from: day('09:00'),
        to: null,
        legs: [
          {
            leg: 1,
            holder: member,
            unit: null,
            microGrid: 'hetou-1-a',
            because: 'registered',
            from: day('09:00'),
            takenAt: day('09:20'),
            to: day('11:00'),
            ended: 'finished',
            paused: 0,
            worked: 7_200_000,
          },
        ],
        unheld: [{ why: 'to-verify', from: day('11:00'), to: null }],
        helpers: [],
      },
    ],
  },
  refusals: { 403: ['not-your-order', 'not-your-area'], 404: missing, 409: ['archived-case'] },
};

export const readingReports: Operation = {
  tag: about.tag,
  summary: { en: 'Read what was reported of the work', zh: '查看办理情况说明' },
  description: {
    en: 'What its holders said of how it stands and of the finish, verifiers of what they found, and whoever called in helpers of what they are to do, oldest first, for those who may read the words of the order. `words` is `null` where none were said or they are erased; photos are shown by `/api/v1/cases/{caseId}/photos/{photoId}`. Each reading is on record with its purpose.',
    zh: '承办人反馈的进展与办理完毕说明、核查意见、请求协办事项，按时间先后列出，供有权查阅该单诉求内容的人员查看。未说明或已删除的 `words` 为 `null`；照片见 `/api/v1/cases/{caseId}/photos/{photoId}`。每次查看均按用途留痕。',
  },
  answer: z.strictObject({
    items: z.array(
      z
        .strictObject({
          about: z.enum(subjects),
          cycle: z.int(),
          by: z.string(),
          at: TownTime,
          words: z.string().nullable(),
          photoIds: z.array(z.uuid()),
        })
        .meta({ id: 'Report' }),
    ),
  }),
  example: {
    items: [
      {
        about: 'progress',
        cycle: 1,
        by: member,
        at: day('10:00'),
        words: 'The cleaners are told.',
        photoIds: [],
      },
    ],
  },
  refusals: {
    403: ['not-your-order', 'not-your-area', 'no-grant'],
    404: missing,
    409: ['archived-case'],
  },
};
