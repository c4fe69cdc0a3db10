/** What the routes of the town's operator and its pages promise: answers, examples, refusals, and words. */
import { roles } from '@mulin/kernel';
import { type Operation, pageOf, type Tag, TownTime } from '@mulin/service';
import { z } from 'zod';

export const operating: Tag = {
  name: 'operating',
  description: { en: 'What whoever runs the town does.', zh: '本镇系统的运行管理。' },
};
const Role = z.enum(roles).meta({ id: 'Role' });

export const issuing: Operation = {
  tag: operating,
  summary: { en: 'Issue a token', zh: '签发令牌' },
  description: {
    en: 'A signed token for an account of this role and area, which is made if there is none. Roles that answer for a part of the town must name their area.',
    zh: '为该角色与辖区的账号签发令牌，账号不存在时自动建立。负责部分区域的角色必须指定辖区。',
  },
  answer: z.strictObject({ token: z.string(), expiresAt: TownTime }).meta({ id: 'Token' }),
  example: {
    token: 'eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl',
    expiresAt: '2026-03-02T10:00:00.000+08:00',
  },
  refusals: {
    400: ['area-unknown', 'area-missing', 'minutes-out-of-range'],
    409: ['area-not-of-role', 'account-disabled', 'account-is-another'],
  },
};

export const disabling: Operation = {
  tag: operating,
  summary: { en: 'Disable an account', zh: '停用账号' },
  description: {
    en: 'Its tokens and sessions open nothing from now on, and no orders are offered to it. Nobody disables their own account.',
    zh: '该账号的令牌和会话立即失效，不再派单。不能停用自己的账号。',
  },
  answer: z.strictObject({ disabled: z.literal(true) }),
  example: { disabled: true },
  refusals: { 404: ['account-unknown'], 409: ['own-account', 'account-disabled-already'] },
};

export const enabling: Operation = {
  tag: operating,
  summary: { en: 'Enable an account', zh: '启用账号' },
  description: {
    en: 'Its tokens open again what they opened, and orders are offered to it again.',
    zh: '该账号的令牌恢复有效，并恢复派单。',
  },
  answer: z.strictObject({ disabled: z.literal(false) }),
  example: { disabled: false },
  refusals: { 404: ['account-unknown'], 409: ['account-not-disabled'] },
};

export const listingAccounts: Operation = {
  tag: operating,
  summary: { en: 'List accounts', zh: '账号列表' },
  description: {
    en: 'Every account by its id, with role and area, and whether it is disabled.',
    zh: '按账号列出角色、辖区及是否停用。',
  },
  answer: pageOf(
    z
      .strictObject({
        account: z.string(),
        role: Role,
        area: z.string(),
        disabled: z.boolean(),
        name: z.string().optional(),
      })
      .meta({ id: 'Account' }),
  ),
  example: {
    items: [{ account: 'hotline-clerk@mu', role: 'hotline-clerk', area: 'mu', disabled: false }],
    next: null,
  },
};

export const listingSetAside: Operation = {
  tag: operating,
  summary: { en: 'List dead letters', zh: '未处理消息列表' },
  description: {
    en: 'Messages that could not be handled, without what they say: that is looked up where they came from.',
    zh: '无法处理的消息，不含消息内容；内容请在来源处查看。',
  },
  answer: pageOf(
    z
      .strictObject({
        id: z.string(),
        group: z.string(),
        topic: z.string(),
        partition: z.int(),
        offset: z.int(),
        subject: z.string(),
        reason: z.string(),
        at: TownTime,
      })
      .meta({ id: 'DeadLetter' }),
  ),
  example: {
    items: [
      {
        id: 'routing/intake/3/17',
        group: 'routing',
        topic: 'intake',
        partition: 3,
        offset: 17,
        subject: '95cf39fa-cdbe-862d-b0af-f9349c54dfd5',
        reason: 'unknown-version',
        at: '2026-03-02T09:00:00.000+08:00',
      },
    ],
    next: null,
  },
};

export const retrying: Operation = {
  tag: operating,
  summary: { en: 'Try a dead letter again', zh: '重新处理消息' },
  description: {
    en: 'Offers the message to its group again; it leaves the list when it is handled.',
    zh: '将消息重新交给其处理方，处理成功后从列表中移除。',
  },
  answer: z.strictObject({ receipt: z.enum(['handled', 'ignored', 'set-aside', 'paused']) }),
  example: { receipt: 'handled' },
  refusals: { 404: ['set-aside-unknown'] },
};

export const dropping: Operation = {
  tag: operating,
  summary: { en: 'Drop a dead letter', zh: '丢弃消息' },
  description: {
    en: 'Takes the message from the list for ever, unhandled.',
    zh: '将消息从列表中永久移除，不再处理。',
  },
  answer: z.strictObject({ dropped: z.literal(true) }),
  example: { dropped: true },
  refusals: { 404: ['set-aside-unknown'] },
};

export const rebuilding: Operation = {
  tag: operating,
  summary: { en: 'Rebuild views', zh: '重建列表' },
  description: {
    en: 'Makes one view anew from its log, or all of them, while readers see the old rows.',
    zh: '根据日志重建一个或全部列表，重建期间仍显示原有内容。',
  },
  answer: z.strictObject({
    views: z.array(
      z
        .strictObject({ name: z.string(), facts: z.int(), rows: z.int(), seconds: z.number() })
        .meta({ id: 'RebuiltView' }),
    ),
  }),
  example: { views: [{ name: 'cases', facts: 4_711, rows: 417, seconds: 1.2 }] },
  refusals: { 404: ['view-unknown'], 409: ['view-being-rebuilt'] },
};

const DemoProgress = z
  .strictObject({
    state: z.enum(['not-begun', 'filling', 'filled', 'failed']),
    share: z.number().min(0).max(1),
    refused: z.strictObject({ code: z.string(), en: z.string(), zh: z.string() }).nullable(),
    filled: z.strictObject({ cases: z.int(), open: z.int(), late: z.int(), escalated: z.int() }).nullable(),
  })
  .meta({ id: 'DemoProgress' });

export const fillingDemo: Operation = {
  tag: operating,
  summary: { en: 'Fill an empty town', zh: '生成演示数据' },
  description: {
    en: 'Begins to fill a town that holds no case with a made-up month; how far it is says the same address.',
    zh: '为没有案件的镇生成一个月的演示数据；进度可在同一地址查看。',
  },
  answer: DemoProgress,
  example: { state: 'filling', share: 0, refused: null, filled: null },
  refusals: { 409: ['town-being-filled', 'town-holds-cases', 'logs-not-owned', 'demo-not-in-kurrentdb'] },
};

export const lookingAfterDemo: Operation = {
  tag: operating,
  summary: { en: 'How far the filling is', zh: '演示数据生成进度' },
  description: {
    en: 'The share that is done, from 0 to 1, and what was made of it.',
    zh: '已完成的比例（0 到 1）及生成结果。',
  },
  answer: DemoProgress,
  example: {
    state: 'filled',
    share: 1,
    refused: null,
    filled: { cases: 300, open: 60, late: 30, escalated: 12 },
  },
};
