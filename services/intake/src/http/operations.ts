/** What the other routes of intake promise: the menu, imports, erasures, and how a resident comes in and to their own case. */
import { type Operation, pageOf, type Tag, TownTime } from '@mulin/service';
import { z } from 'zod';
import { erasureReasons } from '../domain/person.js';
import { casesTag, Net, Urgency } from './case-operations.js';

const menuTag: Tag = {
  name: 'menu',
  description: { en: 'What can be asked of this town.', zh: '本镇可办理的服务事项。' },
};
const importsTag: Tag = {
  name: 'imports',
  description: { en: 'Cases from files of other systems.', zh: '从其他系统的文件导入案件。' },
};

const Name = z.strictObject({ zh: z.string(), en: z.string() }).meta({ id: 'Name' });

const MenuItem = z
  .strictObject({
    id: z.string(),
    name: Name,
    group: z.strictObject({ id: z.string(), name: Name }).optional(),
    net: Net,
    urgency: Urgency,
    policy: z.string(),
    public: z.boolean(),
  })
  .meta({ id: 'MenuItem' });

export const readingMenu: Operation = {
  tag: menuTag,
  summary: { en: 'The menu of the town', zh: '服务菜单' },
  description: {
    en: 'Everything that can be asked of this town, in one page; for everybody to see.',
    zh: '本镇全部服务事项，一次返回，任何人均可查看。',
  },
  answer: pageOf(MenuItem),
  example: {
    items: [
      {
        id: 'sanitation',
        name: { zh: '环境卫生', en: 'Sanitation' },
        net: 'life',
        urgency: 'ordinary',
        policy: 'ordinary',
        public: true,
      },
    ],
    next: null,
  },
};

const RowOutcome = z
  .union([
    z.strictObject({
      caseId: z.uuid(),
      outcome: z.enum(['registered', 'known']),
      closed: z.literal(true).optional(),
    }),
    z.strictObject({
      caseId: z.uuid().nullable(),
      outcome: z.literal('rejected'),
      code: z.string(),
      reason: z.string(),
      line: z.int().positive(),
      field: z.string().optional(),
      value: z.string().nullable().optional(),
    }),
  ])
  .meta({ id: 'RowOutcome' });

export const importing: Operation = {
  tag: importsTag,
  summary: { en: 'Import rows of a file', zh: '导入文件中的行' },
  description: {
    en: 'Files up to 1,000 rows. A row is the same case however often it comes. Each row is answered by itself, in the order in which they were sent: a row that is rejected, or has not the form of one, stops none of the others. A rejection says which of the rows sent it is (`line`, from 1), which `field` is to blame and what stands there (`value`, masked where it may be somebody’s).',
    zh: '一次至多导入 1000 行。同一行重复提交仍为同一案件。各行按提交顺序分别应答，某行被拒绝或格式有误，不影响其他行。被拒绝的行注明在所提交各行中的序号（`line`，自 1 起）、有误的字段（`field`）及其内容（`value`，可能涉及个人信息的已遮盖）。',
  },
  answer: z.strictObject({ rows: z.array(RowOutcome) }),
  example: { rows: [{ caseId: '95cf39fa-cdbe-862d-b0af-f9349c54dfd5', outcome: 'registered' }] },
};

const erased = {
  caseId: '95cf39fa-cdbe-862d-b0af-f9349c54dfd5',
  number: 'mu-2026-000417',
  reason: 'asked-for',
  erasedAt: '2026-03-02T09:00:00.000+08:00',
} as const;

const Erasing = {
  caseId: z.uuid(),
  number: z.string(),
  reason: z.enum(erasureReasons),
  erasedAt: TownTime,
};

export const erasing: Operation = {
  tag: casesTag,
  summary: { en: 'Erase the person who asked', zh: '删除诉求人信息' },
  description: {
    en: 'Erases for ever what the person who asked in this case said in all of their cases, and when they booked interviews at the desk, by their account or by the code of this case. What was sent in another visit, or booked by the code of another case, is of somebody else as far as the town knows, also with the same phone: erase it by the number of that case. `erased: false`: they had been erased before, at `erasedAt` and for `reason`.',
    zh: '永久删除该案件诉求人在其全部案件中的个人信息，以及其在受理台、以本人账号或凭该案件查询码预约接访时填写的信息。另一次免登录访问提交的诉求、凭其他案件查询码所作的预约，即使电话相同也无法认定为同一人，请按其案件编号另行删除。`erased` 为 `false` 表示此前已删除，时间与原因见 `erasedAt` 和 `reason`。',
  },
  answer: z.strictObject({ ...Erasing, erased: z.boolean() }).meta({ id: 'PersonErased' }),
  example: { ...erased, erased: true },
  refusals: { 404: ['case-not-found', 'case-unknown'] },
};

export const listingErasures: Operation = {
  tag: casesTag,
  summary: { en: 'List erasures', zh: '删除记录' },
  description: {
    en: 'Who erased, when, why and by which case: the newest first. Whom is not in it.',
    zh: '删除的操作人、时间、原因与案件，最近的在前；不含被删除人的信息。',
  },
  answer: pageOf(z.strictObject({ ...Erasing, id: z.string(), by: z.string() }).meta({ id: 'Erasure' })),
  example: { items: [{ ...erased, id: '5f3a', by: 'operator@mu' }], next: null },
  refusals: { 400: ['malformed-cursor'] },
};

export const openingCase: Operation = {
  tag: casesTag,
  summary: { en: 'Come to one’s own case', zh: '凭查询码访问案件' },
  description: {
    en: 'A token for this case alone, good for an hour, by its number and the code that the registration answered with. After ten wrong codes nothing is tried for this number for a while.',
    zh: '凭案件编号和登记时返回的查询码获取令牌，仅限本案件，一小时内有效。连续十次错误后，该编号须等待一段时间再试。',
  },
  answer: z.strictObject({
    token: z.string(),
    expiresAt: TownTime,
    caseId: z.uuid(),
    number: z.string(),
  }),
  example: {
    token: 'eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl',
    expiresAt: '2026-03-02T10:00:00.000+08:00',
    caseId: '95cf39fa-cdbe-862d-b0af-f9349c54dfd5',
    number: 'mu-2026-000001',
  },
  refusals: { 401: ['case-code-wrong'], 429: ['case-access-locked'] },
};

export const visiting: Operation = {
  tag: casesTag,
  summary: { en: 'Ask without an account', zh: '免登录反映诉求' },
  description: {
    en: 'For everybody, without signing in: a token, good for an hour, to register demands (`POST /api/v1/cases`) and to send photos of them, and nothing else. What is asked twice in one visit with one key is one case. Each visit is somebody else, unless it names itself: `visit` is a random UUID that only the visitor knows, and a token taken with the same one, also when the former is over, is of the same visitor. Keep it until the case has its number. Counted by address, apart from signing in.',
    zh: '任何人无须登录即可获取令牌，一小时内有效，仅可登记诉求（`POST /api/v1/cases`）及提交其照片。同一次访问以同一幂等键重复提交仍为同一案件。每次访问视为不同的人；如填写 `visit`（仅访问者自己知道的随机标识），以相同标识再次获取的令牌（包括原令牌过期之后）属于同一人。取得案件编号前请保留。按来源地址单独计次，与登录分开。',
  },
  answer: z.strictObject({ token: z.string(), expiresAt: TownTime }),
  example: {
    token: 'eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl',
    expiresAt: '2026-03-02T10:00:00.000+08:00',
  },
};
