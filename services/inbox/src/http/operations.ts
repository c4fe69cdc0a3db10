/** What the routes of the inbox promise: answers, examples, refusals, and words. */
import { type Operation, pageOf, type Tag, TownTime } from '@mulin/service';
import { z } from 'zod';
import { kinds, matters, tasks } from '../domain/item.js';

const inbox: Tag = {
  name: 'inbox',
  description: {
    en: 'What waits for each person, why, and until when.',
    zh: '每个人的待办事项、原因和时限。',
  },
};

const caseId = '7a6b1c9e-2f64-4a0e-9e64-0a51f0c0ffee';
const id = `${caseId}.take-1-1`;

const InboxItem = z
  .strictObject({
    id: z.string(),
    number: z.string().nullable(),
    caseId: z.uuid(),
    of: z.enum(matters),
    kind: z.enum(kinds),
    what: z.enum(tasks),
    whatName: z.string(),
    why: z.string(),
    whyName: z.string(),
    since: TownTime,
    until: TownTime.nullable(),
    area: z.string().nullable(),
    isUrgent: z.boolean(),
    read: z.boolean(),
  })
  .meta({ id: 'InboxItem' });

const shown: z.infer<typeof InboxItem> = {
  id,
  number: 'mu-2026-000417',
  caseId,
  of: 'case',
  kind: 'decide',
  what: 'take',
  whatName: 'Take the order',
  why: 'registered',
  whyName: 'a new demand',
  since: '2026-03-02T09:00:00.000+08:00',
  until: '2026-03-02T13:00:00.000+08:00',
  area: 'mu/dongguan/hetou/hetou-1/hetou-1-a',
  isUrgent: false,
  read: false,
};

export const listingInbox: Operation = {
  tag: inbox,
  summary: { en: 'List what waits for you', zh: '我的待办' },
  description: {
    en: 'What waits for whoever asks, for their account or for their role where they answer, by when it is due; what has no deadline comes last. Leaders, auditors and operators see that of another account (`account`) in their area. What was done, or is somebody else’s by now, is not in it. `kind`: `decide` stays until it is done, `inform` until it was put away.',
    zh: '列出待本人（按账号，或按岗位及其辖区）处理的事项，时限最早的在前，无时限的在后。负责人、审计员和管理员可用 `account` 查看本辖区内其他账号的待办。已办结或已转给他人的不再列出。`kind` 为 `decide` 的须办结后消失，为 `inform` 的可自行移出。`of` 说明属于案件、纠纷还是承诺；属于纠纷或承诺的，`caseId` 为其本身的 ID。',
  },
  answer: pageOf(InboxItem),
  example: { items: [shown], next: null },
  refusals: { 400: ['malformed-cursor'], 403: ['not-your-area'], 404: ['account-unknown'] },
};

export const streamingInbox: Operation = {
  tag: inbox,
  summary: { en: 'Follow what waits for you', zh: '实时待办' },
  description: {
    en: 'Server-sent events: `item` (it waits from now on, or has changed), `gone` (it waits no more), `read`; first `ready`. Each has the id to go on from (`Last-Event-ID`); `reset` says that too much has happened since, and the list has to be read again. It ends when the account is disabled or signed out. At most 5 of one account.',
    zh: '以服务器推送事件实时告知：`item`（新增或变化）、`gone`（已消失）、`read`（已读），首先为 `ready`。每个事件带有编号，重连时用 `Last-Event-ID` 续传；收到 `reset` 表示间隔过久，应重新读取列表。账号停用或退出登录后即结束。同一账号最多同时打开 5 个。',
  },
  media: 'text/event-stream',
  answer: z.string(),
  example: `id: 41\nevent: item\ndata: {"id":"${id}","what":"take"}\n\n`,
  refusals: { 409: ['too-many-streams'] },
};

const Marked = z.strictObject({ id: z.string() }).meta({ id: 'InboxMark' });

export const readingItem: Operation = {
  tag: inbox,
  summary: { en: 'Mark as read', zh: '标为已读' },
  description: {
    en: 'Whoever it waits for has read it; for themselves alone. Once more changes nothing.',
    zh: '将本人的待办事项标为已读，不影响他人；重复操作无影响。',
  },
  answer: Marked,
  example: { id },
  refusals: { 404: ['item-unknown'] },
};

export const puttingAway: Operation = {
  tag: inbox,
  summary: { en: 'Put away', zh: '移出待办' },
  description: {
    en: 'Whoever it waits for puts it away, for themselves alone. What has to be decided (`kind` is `decide`) stays until it is done.',
    zh: '将告知类事项移出本人待办，不影响他人；须处理的事项（`kind` 为 `decide`）处理完毕前不能移出。',
  },
  answer: Marked,
  example: { id },
  refusals: { 404: ['item-unknown'], 409: ['item-not-decided'] },
};
