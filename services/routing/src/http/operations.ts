/** What the routes of orders promise: answers, examples, refusals, and words for whoever connects. */
import { nets, urgencies } from '@mulin/contracts';
import { type Operation, pageOf, type Tag, TownTime } from '@mulin/service';
import { z } from 'zod';

const ordersTag: Tag = {
  name: 'orders',
  description: { en: 'Who answers a demand, and how far they are.', zh: '派单：由谁办理及办理进度。' },
};
const demand = {
  caseId: z.uuid(),
  number: z.string(),
  cycle: z.int(),
  menuItem: z.string(),
  net: z.enum(nets).meta({ id: 'Net' }),
  urgency: z.enum(urgencies).meta({ id: 'Urgency' }),
  state: z
    .enum(['offered', 'taken', 'with-arbiter', 'finished', 'verified', 'over'])
    .meta({ id: 'OrderState' }),
  area: z.string(),
  microGrid: z.string().nullable(),
  member: z.string().nullable(),
  leg: z.int(),
  final: z.boolean(),
  forArbiter: z.boolean(),
  because: z.string().nullable(),
};

const Helper = z
  .strictObject({
    call: z.int(),
    unit: z.string(),
    member: z.string(),
    state: z.enum(['called', 'joined', 'finished', 'released']).meta({ id: 'HelperState' }),
  })
  .meta({ id: 'Helper' });
const Order = z
  .strictObject({
    ...demand,
    /** Who was called in, in the present cycle. */
    helpers: z.array(Helper),
    result: z.enum(['solved', 'explained']).nullable(),
    /** What must come with a finish; whoever asked is heard when it is verified and called back. */
    finishNeeds: z.strictObject({ photo: z.boolean(), words: z.boolean() }),
    /** Each turn of this cycle that passed without the order being taken, and whose it was. */
    notTaken: z.array(z.strictObject({ member: z.string(), leg: z.int() })),
  })
  .meta({ id: 'Order' });
const OrderListed = z
  .strictObject({
    ...demand,
    dutyArea: z.string().nullable(),
    unit: z.string().nullable(),
    alsoAsked: z.array(z.string()),
    lacksClock: z.boolean(),
    /** Who was called in and is waited for. */
    helpers: z.array(Helper.pick({ call: true, member: true }).meta({ id: 'HelperListed' })),
    since: TownTime,
  })
  .meta({ id: 'OrderListed' });

const known = {
  caseId: '95cf39fa-cdbe-862d-b0af-f9349c54dfd5',
  number: 'mu-2026-000417',
  cycle: 1,
  menuItem: 'sanitation',
  net: 'life',
  urgency: 'ordinary',
  state: 'offered',
  area: 'mu/dongguan/hetou/hetou-1/hetou-1-a',
  microGrid: 'hetou-1-a',
  member: 'grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a',
  leg: 1,
  final: false,
  forArbiter: false,
  because: null,
} as const;
export const example: z.infer<typeof Order> = {
  ...known,
  helpers: [],
  result: null,
  finishNeeds: { photo: false, words: false },
  notTaken: [],
};

/** What the routes answer that change an order. */
export const about = { tag: ordersTag, answer: Order, example };
export const missing = ['no-such-order', 'case-unknown'];
/** Refusals of the time that a device says. */
export const timing = ['device-time', 'before-it-began'];
export const ended = ['order-finished', 'order-over', 'archived-case'];

export const listing: Operation = {
  tag: ordersTag,
  summary: { en: 'List orders', zh: '派单列表' },
  description: {
    en: 'What is offered to the one who asks or taken by them; for a secretary what waits for a decision; for whoever leads, their own area. With `state`: those of one state.',
    zh: '派给本人或本人已接的单；书记可见待协调的单；负责人可见本辖区的单。可用 `state` 按状态筛选。',
  },
  answer: pageOf(OrderListed),
  example: {
    items: [
      {
        ...known,
        dutyArea: 'mu/dongguan/hetou/hetou-1',
        unit: null,
        alsoAsked: [],
        lacksClock: false,
        helpers: [],
        since: '2026-03-02T09:00:00.000+08:00',
      },
    ],
    next: null,
  },
  refusals: { 400: ['malformed-cursor'] },
};

export const reading: Operation = {
  ...about,
  summary: { en: 'Read an order', zh: '查看派单' },
  description: {
    en: 'Where the order of a case stands and in whose hands it is, by the id or the number of the case. `finishNeeds`: what must come with a finish. `notTaken`: whose turn passed in this cycle without their taking it in time.',
    zh: '按案件 ID 或编号查看派单状态与承办人。`finishNeeds` 为报告办理完毕时须附的材料，`notTaken` 为本轮未按时接单的人员。',
  },
  refusals: { 403: ['not-your-order', 'not-your-area'], 404: missing, 409: ['archived-case'] },
};

const Place = z.strictObject({
  lat: z.number().optional(),
  lon: z.number().optional(),
  address: z.string().optional(),
});

export const readingWords: Operation = {
  tag: ordersTag,
  summary: { en: 'Read what a resident said, for an order', zh: '为办理查看诉求原文' },
  description: {
    en: 'What was said, where it is and how to reach whoever asked; `null` for what was not given or is erased. Each reading is on record with its purpose.',
    zh: '诉求原文、地点与联系方式；未提供或已删除的为 `null`。每次查看均按用途留痕。',
  },
  answer: z
    .strictObject({
      words: z.string().nullable(),
      place: Place.nullable(),
      contact: z.strictObject({ phone: z.string().optional(), name: z.string().optional() }).nullable(),
    })
    .meta({ id: 'Words' }),
  example: {
    words: 'The bin by the east gate is full.',
    place: { lat: 36.373, lon: 119.744 },
    contact: null,
  },
  refusals: {
    403: ['not-your-order', 'not-your-area', 'order-over', 'no-grant'],
    404: missing,
    409: ['archived-case'],
  },
};

export const returning: Operation = {
  ...about,
  summary: { en: 'Give an order back', zh: '退单' },
  description: {
    en: 'With a reason. The first time somebody else is asked; the second time the arbiter decides; what they decided cannot be given back.',
    zh: '须说明原因。首次退单改派他人，再次退单由协调人确定，协调确定后不可再退。',
  },
  example: { ...example, leg: 2 },
  refusals: { 403: ['not-your-order'], 404: missing, 409: [...ended, 'with-arbiter', 'decided-for-good'] },
};

export const arbitrating: Operation = {
  ...about,
  summary: { en: 'Decide who answers', zh: '协调确定承办人' },
  description: {
    en: 'The arbiter decides who answers; whoever was told of a lateness gives it to somebody else. Without `unit`, the micro-grid’s own; with it, an office, or whoever leads an area there. Without `member`: whoever is on duty there.',
    zh: '由协调人确定承办人，或由收到超期提醒的负责人改派。未指定 `unit` 时由该微网格承办，指定时由该科室或区域负责人承办；未指定 `member` 时为当前在岗人员。',
  },
  example: { ...example, final: true },
  refusals: {
    403: ['not-your-order', 'not-your-area'],
    404: [...missing, 'no-such-micro-grid', 'no-such-unit'],
    409: [
      ...ended,
      'not-on-duty',
      'nobody-in-unit',
      'already-theirs',
      'not-before-arbiter',
      'decided-for-good',
    ],
  },
};
