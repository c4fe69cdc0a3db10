/** What the routes promise that are about promises. */
import { type Operation, pageOf, type Refusals, type Tag, TownTime } from '@mulin/service';
import { z } from 'zod';
import { standings } from '../../domain/promise/promise.js';
import { both, words } from '../disputes/common-operations.js';

const tag: Tag = {
  name: 'promises',
  description: {
    en: 'What the town promised on interview days: by whom and until when, and whether it was kept.',
    zh: '接访日作出的承诺：责任人、期限和兑现情况。',
  },
};

const State = z.enum(standings).meta({ id: 'PromiseState' });

const common = {
  number: z.string(),
  area: z.string(),
  /** `late`: kept after it was due. `broken`: not kept when it was due, or declared not to be kept. */
  state: State,
  madeAt: TownTime,
  dueAt: TownTime,
  keptAt: TownTime.nullable(),
};

export const Promised = z
  .strictObject({
    promiseId: z.uuid(),
    ...common,
    /** The account of whoever keeps it. */
    owner: z.string(),
    day: z.uuid(),
    caseNumber: z.string().nullable(),
    droppedAt: TownTime.nullable(),
  })
  .meta({ id: 'Promise' });

const PublicPromise = z
  .strictObject({
    ...common,
    /** As it was worded for everybody; `null`: it was not. */
    text: z.string().nullable(),
  })
  .meta({ id: 'PublicPromise' });

export const promiseExample: z.infer<typeof Promised> = {
  promiseId: 'c1d2e3f4-5a6b-8c7d-8e9f-0a1b2c3d4e05',
  number: 'mu-P-2026-000004',
  area: 'mu/dongguan',
  owner: 'member@mu',
  day: '3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01',
  caseNumber: null,
  state: 'open',
  madeAt: '2026-03-13T09:25:00.000+08:00',
  dueAt: '2026-03-27T17:30:00.000+08:00',
  keptAt: null,
  droppedAt: null,
};

export const listingPublic: Operation = {
  tag,
  ...words(
    both('List promises kept and broken', '承诺兑现公示'),
    both(
      'For everybody, without signing in: how each stands, and the words that were meant for everybody. Nobody is named. `totals` counts all that the same question finds, whatever their state.',
      '对所有人公开，无须登录：各项承诺的兑现情况和公开表述，不含任何人员信息。`totals` 为同一条件下各状态的数量。',
    ),
  ),
  answer: z
    .strictObject({
      ...pageOf(PublicPromise).shape,
      totals: z.strictObject({ open: z.int(), kept: z.int(), late: z.int(), broken: z.int() }),
    })
    .meta({ id: 'PublicPromises' }),
  example: {
    items: [
      {
        number: promiseExample.number,
        area: promiseExample.area,
        text: 'A lamp at the east gate.',
        state: 'open',
        madeAt: promiseExample.madeAt,
        dueAt: promiseExample.dueAt,
        keptAt: null,
      },
    ],
    next: null,
    totals: { open: 1, kept: 12, late: 2, broken: 1 },
  },
  refusals: { 400: ['malformed-cursor'] },
};

export const listing: Operation = {
  tag,
  ...words(
    both('List promises', '承诺列表'),
    both('Those of one’s area, or that one keeps oneself.', '本辖区或由本人负责的承诺。'),
  ),
  answer: pageOf(Promised),
  example: { items: [promiseExample], next: null },
  refusals: { 400: ['malformed-cursor'] },
};

const found: Refusals = { 403: ['not-your-promise'], 404: ['promise-unknown'] };

export const reading: Operation = {
  tag,
  ...words(
    both('Read a promise', '查看承诺'),
    both('Whose it is, when it is due, and how it stands.', '责任人、期限和兑现情况。'),
  ),
  answer: Promised,
  example: promiseExample,
  refusals: found,
};

export const readingWords: Operation = {
  tag,
  ...words(
    both('Read what was promised', '查看承诺内容'),
    both(
      'In words: what was promised, and what was done, or why it is not kept. Each reading is on record.',
      '承诺内容、办理结果或不能兑现的原因。每次查看均留痕。',
    ),
  ),
  answer: z
    .strictObject({
      text: z.string().nullable(),
      publicText: z.string().nullable(),
      done: z.string().nullable(),
      reason: z.string().nullable(),
    })
    .meta({ id: 'PromiseWords' }),
  example: { text: 'A lamp by the end of the month.', publicText: null, done: null, reason: null },
  refusals: found,
};

export const keeping: Operation = {
  tag,
  ...words(
    both('Keep a promise', '登记承诺兑现'),
    both(
      'By whoever has it, with what was done; also where it is late.',
      '由责任人登记办理结果，超期亦可登记。',
    ),
  ),
  answer: Promised,
  example: { ...promiseExample, state: 'kept', keptAt: '2026-03-25T11:00:00.000+08:00' },
  refusals: { ...found, 409: ['promise-over'] },
};

export const dropping: Operation = {
  tag,
  ...words(
    both('Declare that a promise is not kept', '声明承诺不能兑现'),
    both('With the reason. Everybody sees that it is broken.', '须说明原因；公示为未兑现。'),
  ),
  answer: Promised,
  example: { ...promiseExample, state: 'broken', droppedAt: '2026-03-25T11:00:00.000+08:00' },
  refusals: { ...found, 409: ['promise-over'] },
};

export const handingOver: Operation = {
  tag,
  ...words(both('Give a promise to somebody else', '变更承诺责任人'), both('Its date stays.', '期限不变。')),
  answer: Promised,
  example: { ...promiseExample, owner: 'other@mu' },
  refusals: { ...found, 409: ['promise-over', 'owner-has-it', 'owner-unknown'] },
};
