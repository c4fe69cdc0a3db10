/** What the routes of cases promise: answers, examples, refusals, and words for whoever connects. */
import { channels, nets, urgencies } from '@mulin/contracts';
import { type Operation, type Tag, TownTime } from '@mulin/service';
import { z } from 'zod';

export const casesTag: Tag = {
  name: 'cases',
  description: {
    en: 'What residents ask of the town: registering it, finding it, ending it.',
    zh: '居民诉求：登记、查找与办结。',
  },
};

export const Urgency = z.enum(urgencies).meta({ id: 'Urgency' });
export const Net = z.enum(nets).meta({ id: 'Net' });

/** Where a case stands, by the names that every list uses. */
export const CaseState = z
  .enum([
    'registered',
    'offered',
    'taken',
    'with-arbiter',
    'finished',
    'verified',
    'closed',
    'declined',
    'withdrawn',
    'merged',
  ])
  .meta({ id: 'CaseState' });

const CaseAnswer = z
  .strictObject({
    caseId: z.uuid(),
    number: z.string(),
    state: CaseState,
    cycle: z.int(),
    menuItem: z.string(),
    net: Net,
    urgency: Urgency,
    wishedUrgency: Urgency.nullable(),
    channel: z.enum(channels),
    reportedAt: TownTime,
    reportedBy: z.enum(['town', 'caller', 'source']),
    registeredAt: TownTime,
  })
  .meta({ id: 'Case' });

/** `queryCode`: by which the resident comes to their own case; said here and nowhere else. */
export const RegisteredAnswer = z
  .strictObject({ ...CaseAnswer.shape, queryCode: z.string().optional() })
  .meta({ id: 'RegisteredCase' });

export const example: z.infer<typeof CaseAnswer> = {
  caseId: '95cf39fa-cdbe-862d-b0af-f9349c54dfd5',
  number: 'mu-2026-000417',
  state: 'registered',
  cycle: 1,
  menuItem: 'sanitation',
  net: 'life',
  urgency: 'ordinary',
  wishedUrgency: null,
  channel: 'hotline-12345',
  reportedAt: '2026-03-02T09:00:00.000+08:00',
  reportedBy: 'town',
  registeredAt: '2026-03-02T09:00:00.000+08:00',
};

const WordsAnswer = z
  .strictObject({
    words: z.string().nullable(),
    place: z
      .strictObject({
        lat: z.number().optional(),
        lon: z.number().optional(),
        address: z.string().optional(),
      })
      .nullable(),
    contact: z.strictObject({ phone: z.string().optional(), name: z.string().optional() }).nullable(),
  })
  .meta({ id: 'Words' });

export const about = { tag: casesTag, answer: CaseAnswer, example };
export const unknown = ['case-not-found', 'case-unknown'];

export const registering: Operation = {
  ...about,
  answer: RegisteredAnswer,
  example: { ...example, queryCode: '7K3M-9QXT-WA' },
  summary: { en: 'Register a demand', zh: '登记诉求' },
  description: {
    en: 'Makes a case of what somebody asks. What is personal goes to the vault. Sent again with the same Idempotency-Key it is the same case. `queryCode` is for the resident: with it and the number they come to their own case (`POST /api/v1/case-access`); no other answer says it, and who may be asked to handle the case is not told it.',
    zh: '将诉求登记为案件，个人信息存入保险库。以相同的 Idempotency-Key 重复提交，得到同一案件。`queryCode` 为查询码，请告知诉求人：凭编号和查询码可访问本人案件（`POST /api/v1/case-access`），其他接口不再返回，可能承办该案件的人员登记时不返回。',
  },
  refusals: {
    400: ['phone-not-readable', 'report-time-not-yours'],
    409: ['no-such-menu-item', 'reported-in-future', 'reported-too-long-ago'],
  },
};

export const readingCase: Operation = {
  ...about,
  summary: { en: 'Read a case', zh: '查看案件' },
  description: {
    en: 'Where a case stands, by its id or its number. The whole history is at `/api/v1/timelines/{numberOrId}`.',
    zh: '按案件 ID 或编号查看当前状态；完整经过见 `/api/v1/timelines/{numberOrId}`。',
  },
  example: { ...example, state: 'taken' },
  refusals: { 403: ['not-your-case', 'case-is-over'], 404: unknown },
};

export const readingWords: Operation = {
  tag: casesTag,
  summary: { en: 'Read what a resident said', zh: '查看诉求原文' },
  description: {
    en: 'What was said, where it is and how to reach whoever asked; `null` for what was not given or is erased. Each reading is on record with its purpose.',
    zh: '诉求原文、地点与联系方式；未提供或已删除的为 `null`。每次查看均按用途留痕。',
  },
  answer: WordsAnswer,
  example: {
    words: 'The bin by the east gate has not been emptied for a week.',
    place: { lat: 36.373, lon: 119.744 },
    contact: null,
  },
  refusals: { 403: ['not-your-case', 'case-is-over', 'no-grant'], 404: unknown },
};

export const declining: Operation = {
  ...about,
  summary: { en: 'Decline a case', zh: '不予受理' },
  description: {
    en: 'Ends a case that the town cannot answer, with the reason and the place that can. Refused once somebody has taken it.',
    zh: '对不属本镇办理的案件说明原因并指明受理单位；已有人接单的不可再退。',
  },
  example: { ...example, state: 'declined' },
  refusals: {
    403: ['not-your-case'],
    404: unknown,
    409: ['already-taken', 'archived-case', 'answers-for-others'],
  },
};

export const reclassifying: Operation = {
  ...about,
  summary: { en: 'Correct a case', zh: '更正案件' },
  description: {
    en: 'Corrects menu item, urgency, place or who asked, with a reason; the order and the deadlines follow.',
    zh: '更正服务事项、紧急程度、地点或诉求人，须说明原因；派单与时限随之调整。',
  },
  refusals: {
    400: ['phone-not-readable'],
    403: ['not-your-case'],
    404: unknown,
    409: ['no-such-menu-item', 'in-hand', 'already-finished', 'archived-case'],
  },
};

export const withdrawing: Operation = {
  ...about,
  summary: { en: 'Withdraw a case', zh: '撤回诉求' },
  description: {
    en: "Ends a case by the resident's own word: theirs, or what they said to the desk.",
    zh: '按诉求人本人意愿终结案件，可由本人操作或由工作人员代为办理。',
  },
  example: { ...example, state: 'withdrawn' },
  refusals: {
    403: ['not-your-case'],
    404: unknown,
    409: ['archived-case', 'already-finished', 'answers-for-others'],
  },
};

export const closing: Operation = {
  ...about,
  summary: { en: 'Close a case', zh: '办结案件' },
  description: {
    en: 'Ends a case with its outcome. Whoever handled it may not. Where the town asks for feedback, that closes what is done or explained. For `duplicate`, `duplicateOf` names the case that answers for this one, too.',
    zh: '按结果终结案件，承办人本人不得办结。设有回访评价的，已办结、已解释的案件由回访评价结果自动办结。结果为 `duplicate` 时，`duplicateOf` 为并入的案件。',
  },
  example: { ...example, state: 'closed' },
  refusals: {
    400: ['duplicate-of-missing', 'duplicate-of-not-asked'],
    403: ['not-your-case', 'own-work'],
    404: unknown,
    409: [
      'not-finished',
      'in-hand',
      'not-by-closing',
      'closes-on-feedback',
      'archived-case',
      'answers-for-others',
      'duplicate-of-archived',
      'duplicate-of-itself',
      'duplicate-of-closed',
      'duplicate-of-duplicate',
      'duplicate-under-way',
    ],
  },
};
