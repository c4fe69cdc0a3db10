/** What the routes of notices promise: how one is told, and what was sent. */
import { type Operation, pageOf, type Tag, TownTime } from '@mulin/service';
import { z } from 'zod';
import { kinds } from '../domain/delivery/delivery.js';
import { tasks } from '../domain/item.js';
import { channels, languages } from '../domain/recipient/recipient.js';
import { windowDays } from '../domain/recipient/window.js';
import { deliveryStates } from '../views/deliveries.js';

const notices: Tag = {
  name: 'notices',
  description: {
    en: 'How each person is told of what waits: when, in which language and where, and what was sent.',
    zh: '每个人接收通知的时段、语言和方式，以及发送记录。',
  },
};

const preferenceFields = {
  account: z.string(),
  language: z.enum(languages),
  days: z.array(z.enum(windowDays)),
  from: z.string(),
  to: z.string(),
  digestAt: z.array(z.string()),
  email: z.string().nullable(),
  webhook: z.strictObject({ url: z.string(), isDisabled: z.boolean() }).nullable(),
};

const Preferences = z.strictObject(preferenceFields).meta({ id: 'NoticePreferences' });
const Stated = z
  .strictObject({ ...preferenceFields, secret: z.string().nullable() })
  .meta({ id: 'StatedNoticePreferences' });

const preferences: z.infer<typeof Preferences> = {
  account: 'li',
  language: 'zh',
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  from: '08:00',
  to: '18:00',
  digestAt: ['08:30', '14:00'],
  email: 'li@town.example',
  webhook: { url: 'https://receiver.example/mulin', isDisabled: false },
};

export const readingPreferences: Operation = {
  tag: notices,
  summary: { en: 'Read how you are told', zh: '查看本人通知设置' },
  description: {
    en: 'Hours and days of notices by the clocks of the town, language and addresses of whoever asks. `to` is an hour of the next day where it is not later than `from`. A webhook `isDisabled` once its receiver has answered 410; it is switched on again by stating it anew.',
    zh: '返回本人接收通知的日期、时段（按本镇时间）、语言和地址。`to` 不晚于 `from` 时表示次日。接收方返回 410 后推送停用（`isDisabled`），重新提交即可恢复。',
  },
  answer: Preferences,
  example: preferences,
};

export const statingPreferences: Operation = {
  tag: notices,
  summary: { en: 'State how you want to be told', zh: '修改本人通知设置' },
  description: {
    en: 'All of it, each time; `email` and `webhook` are `null` where nothing is to be sent. `days` are weekdays, or `working`: the days on which the first calendar of the town works, without its holidays and with its make-up days. What can wait is sent while the hours are open, or at the hours of `digestAt` in one message; what comes outside waits for their beginning. Missed deadlines and emergencies are sent at once, whatever the hours. Deadlines themselves never move. A new webhook has a `secret` (`whsec_…`) by which its receiver verifies what comes: it is shown in this answer alone; `newSecret` makes another one. `If-Match` takes the `ETag` of what was read.',
    zh: '每次须提交全部设置；不需要邮件或推送时，`email`、`webhook` 为 `null`。`days` 填星期，或填 `working` 表示工作日（以本镇第一个日历为准，节假日除外，含调休上班日）。可等候的事项在接收时段内发送，或在 `digestAt` 所列时刻合并发送；时段以外产生的，在下一时段开始时合并发送。超期和紧急事项不受时段限制，即时发送。办理时限不受影响。新设推送时返回验签密钥 `secret`（`whsec_…`），仅显示这一次；`newSecret` 可更换密钥。`If-Match` 填读取时得到的 `ETag`。',
  },
  answer: Stated,
  example: { ...preferences, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=' },
  refusals: {
    409: [
      'mail-not-configured',
      'digest-outside-hours',
      'webhook-not-https',
      'webhook-private',
      'webhook-host-unknown',
    ],
  },
};

const Delivery = z
  .strictObject({
    id: z.uuid(),
    account: z.string(),
    channel: z.enum(channels),
    kind: z.enum(kinds),
    to: z.string().nullable(),
    count: z.int(),
    items: z.array(
      z.strictObject({
        number: z.string().nullable(),
        caseId: z.uuid(),
        what: z.enum(tasks),
        whatName: z.string(),
      }),
    ),
    at: TownTime,
    state: z.enum(deliveryStates),
    attempts: z.int(),
    lastAt: TownTime.nullable(),
    nextAt: TownTime.nullable(),
    because: z.string().nullable(),
    becauseName: z.string().nullable(),
    status: z.int().nullable(),
  })
  .meta({ id: 'Delivery' });

const delivery: z.infer<typeof Delivery> = {
  id: '3f0c2a51-77d0-8b1e-9a4e-0a51f0c0ffee',
  account: 'li',
  channel: 'email',
  kind: 'urgent',
  to: 'l…@town.example',
  count: 1,
  items: [
    {
      number: 'mu-2026-000417',
      caseId: '7a6b1c9e-2f64-4a0e-9e64-0a51f0c0ffee',
      what: 'escalation',
      whatName: 'A deadline was missed',
    },
  ],
  at: '2026-03-02T17:00:00.019+08:00',
  state: 'waiting',
  attempts: 1,
  lastAt: '2026-03-02T17:00:00.140+08:00',
  nextAt: '2026-03-02T17:00:30.140+08:00',
  because: 'mail-server-away',
  becauseName: 'the mail server does not answer',
  status: null,
};

export const listingDeliveries: Operation = {
  tag: notices,
  summary: { en: 'List what was sent', zh: '通知发送记录' },
  description: {
    en: 'Each message to one account by one channel, newest first: what it told (`items`; `count` says how many where there are more), where it went (masked), attempts, and what became of it. `waiting`: it is tried at `nextAt`; `failed`: it is tried no more; `not-needed`: all that was new in it had been read, done or handed on before it was sent. Everybody sees their own; operators and auditors of the whole town see all, and may name an `account`.',
    zh: '按时间倒序列出每条通知：内容（`items`，较多时以 `count` 为准）、发往何处（已脱敏）、尝试次数和结果。`waiting` 表示将于 `nextAt` 再次发送，`failed` 表示不再发送，`not-needed` 表示发送前相关事项均已阅、已办或已转交，无需发送。本人可查看自己的记录；全镇的管理员和审计员可查看全部，并可用 `account` 指定账号。',
  },
  answer: pageOf(Delivery),
  example: { items: [delivery], next: null },
  refusals: { 400: ['malformed-cursor'], 404: ['account-unknown'] },
};

const MailServer = z
  .strictObject({ ok: z.boolean(), code: z.string(), text: z.string() })
  .meta({ id: 'MailServer' });

export const checkingMail: Operation = {
  tag: notices,
  summary: { en: 'Ask whether the mail server answers', zh: '检查邮件服务器' },
  description: {
    en: 'Connects to the mail server of the town and signs in; nothing is sent. Without one (`mail-not-configured`) there is nothing to mend, so `ok` is true. A mail server that is away makes no town unready: messages wait.',
    zh: '连接本镇的邮件服务器并登录，不发送任何邮件。未配置邮件服务器时（`mail-not-configured`）`ok` 仍为 true。邮件服务器不可用不影响系统就绪，邮件会排队等候。',
  },
  answer: MailServer,
  example: { ok: true, code: 'answers', text: 'the mail server answers' },
};
