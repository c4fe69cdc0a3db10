/** What the routes of exemptions promise: answers, examples, refusals, and words for whoever connects. */
import { exemptionReasons } from '@mulin/contracts';
import { type Operation, pageOf, TownTime } from '@mulin/service';
import { z } from 'zod';
import { exemptionStages } from '../domain/rates/rate-state.js';
import { tag } from './rate-operations.js';

const Account = z.string().nullable();
const At = TownTime.nullable();

const Exemption = z
  .strictObject({
    caseId: z.uuid(),
    number: z.string(),
    cycle: z.int(),
    area: z.string().nullable(),
    office: z.string().nullable(),
    reason: z.enum(exemptionReasons),
    state: z.enum(exemptionStages),
    /** As it stands; `null`: not decided. */
    granted: z.boolean().nullable(),
    askedBy: z.string(),
    askedAt: TownTime,
    decidedBy: Account,
    decidedAt: At,
    appealedBy: Account,
    appealedAt: At,
    settledBy: Account,
    settledAt: At,
  })
  .meta({ id: 'Exemption' });

const asked: z.infer<typeof Exemption> = {
  caseId: '95cf39fa-cdbe-862d-b0af-f9349c54dfd5',
  number: 'mu-2026-000417',
  cycle: 1,
  area: 'mu/dongguan/hetou/hetou-1/hetou-1-a',
  office: null,
  reason: 'force-majeure',
  state: 'asked',
  granted: null,
  askedBy: 'grid-leader@mu/dongguan/hetou/hetou-1',
  askedAt: '2026-03-12T10:00:00.000+08:00',
  decidedBy: null,
  decidedAt: null,
  appealedBy: null,
  appealedAt: null,
  settledBy: null,
  settledAt: null,
};
const refused: typeof asked = {
  ...asked,
  state: 'refused',
  granted: false,
  decidedBy: 'hotline-clerk@mu',
  decidedAt: '2026-03-13T10:00:00.000+08:00',
};
const appealed: typeof asked = {
  ...refused,
  state: 'appealed',
  appealedBy: asked.askedBy,
  appealedAt: '2026-03-14T10:00:00.000+08:00',
};

const about = { tag, answer: Exemption };
const missing = ['case-unknown', 'nothing-rated'];

export const asking: Operation = {
  ...about,
  summary: { en: 'Ask for an exemption', zh: '申请剔除' },
  description: {
    en: 'The unit that is rated by a case, or whoever leads it, asks that what of a cycle (the last one, if none is named) counts for it be taken out of the rates, once, with a reason and what speaks for it, which lies in the vault. Each unit for which some of the cycle counts may ask, one after the other; of several units of theirs it is asked for the one that had the case last. The raw rates stay as they are.',
    zh: '被考核单位或其上级申请将案件某一轮（未指明则为最近一轮）中计入本单位的部分从考核中剔除，每个单位每轮限一次，须注明理由和佐证说明（密文保存）。同一轮计入多个单位的，各单位可先后申请；本人所属有多个单位的，以最后承办的单位申请。原始数值不变。',
  },
  example: asked,
  refusals: { 403: ['not-rated-unit'], 404: missing, 409: ['exemption-asked', 'exemption-waits'] },
};

export const deciding: Operation = {
  ...about,
  summary: { en: 'Decide about an exemption', zh: '审批剔除' },
  description: {
    en: 'Somebody outside the rated unit who did not ask grants or refuses it.',
    zh: '由被考核单位以外、且非申请人的人员同意或不同意。',
  },
  example: refused,
  refusals: {
    403: ['of-rated-unit'],
    404: [...missing, 'exemption-unknown'],
    409: ['exemption-decided'],
  },
};

export const appealing: Operation = {
  ...about,
  summary: { en: 'Appeal against the decision', zh: '提出申诉' },
  description: {
    en: 'Once: the rated unit where it was refused, somebody outside of it where it was granted. The decision stands until the town leader has settled it.',
    zh: '限一次：不同意剔除的由被考核单位申诉，同意剔除的由其他单位申诉。镇领导复核前，原审批有效。',
  },
  example: appealed,
  refusals: {
    403: ['not-your-area', 'your-own-decision'],
    404: [...missing, 'exemption-unknown'],
    409: ['nothing-to-appeal', 'exemption-appealed'],
  },
};

export const settling: Operation = {
  ...about,
  summary: { en: 'Settle an appeal', zh: '复核申诉' },
  description: {
    en: 'A town leader who is not of the rated unit, and has not spoken in it before, decides for good.',
    zh: '由未参与该单位及此前审批的镇领导复核，其决定为最终决定。',
  },
  example: {
    ...appealed,
    state: 'settled',
    granted: true,
    settledBy: 'town-leader@mu',
    settledAt: '2026-03-16T10:00:00.000+08:00',
  },
  refusals: {
    403: ['not-your-area', 'of-rated-unit', 'your-own-decision'],
    404: [...missing, 'exemption-unknown'],
    409: ['nothing-to-settle'],
  },
};

export const readingEvidence: Operation = {
  tag,
  summary: { en: 'Read what speaks for an exemption', zh: '查阅剔除理由' },
  description: {
    en: 'What was said for it, and in an appeal; `null`: nothing, or it is erased. Each reading is on record.',
    zh: '剔除与申诉的佐证说明；没有或已删除的为 `null`。每次查阅均留痕。',
  },
  answer: z
    .strictObject({ evidence: z.string().nullable(), appeal: z.string().nullable() })
    .meta({ id: 'ExemptionWords' }),
  example: { evidence: 'The road was flooded from 2 to 6 March.', appeal: null },
  refusals: { 403: ['not-your-area', 'no-grant'], 404: ['case-unknown', 'exemption-unknown'] },
};

export const listing: Operation = {
  tag,
  summary: { en: 'List exemptions', zh: '剔除申请列表' },
  description: {
    en: 'Those that stand so; without `state` those that wait for a decision. Whoever answers for a part of the town sees that part, a secretary those of other communities, too, about which they decide, and a member of an office those of their offices.',
    zh: '按状态列出剔除申请，未指明状态时列出待审批的。负责部分辖区者只能查看本辖区；社区书记还可查看其审批的其他社区的申请，科室人员查看本科室的。',
  },
  answer: pageOf(Exemption),
  example: { items: [asked], next: null },
  refusals: { 400: ['malformed-cursor'] },
};
