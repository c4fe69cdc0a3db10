/** The shape of `rosters.json`. */
import { z } from 'zod';
import { helperRoles, leaderRoles, standings } from '../words.js';
import { forms } from '../english.js';
import { Name, Path, saying, schemaLink, Slug } from './fields.js';
import { Moment } from './town.js';

/** As identity knows it; where nobody names one, the account of a role in an area is `<role>@<area>`. */
const Account = z.string().regex(/^[^\s\p{C}]{1,400}$/u, forms.account.en);
const account = Account.meta(saying('as identity knows it; usually role@area', '登录账号，通常为 职务@区域'));
/** `name`: how people call whoever has the account. */
const term = {
  name: Name.optional().meta(saying('how people call whoever has it', '人员名称')),
  from: Moment.optional().meta(
    saying('from then on, with offset; absent: for ever before', '开始时间，带时区；未填则一直有效'),
  ),
  until: Moment.optional().meta(
    saying('until then (exclusive); absent: for ever', '结束时间，不含；未填则长期有效'),
  ),
};

const word = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, forms.word.en);

const mostDays = 3_660;
const Turn = z
  .strictObject({
    first: Moment.meta(saying('when the first turn begins, with offset', '首轮开始时间，带时区')),
    days: z
      .int()
      .min(1)
      .max(mostDays)
      .meta(saying('of 24 hours, that a turn lasts', '每轮天数，每天 24 小时')),
    every: z
      .int()
      .min(1)
      .max(mostDays)
      .meta(saying('days from the beginning of one turn to that of the next', '相邻两轮开始时间相隔的天数')),
  })
  .refine(({ days, every }) => days <= every, 'lasts longer than until the next one');
export type Turn = z.infer<typeof Turn>;

/** When within a term somebody works; absent: round the clock. */
const hours = {
  shift: word.optional().meta(saying('an id of shifts; absent: round the clock', '班次编号；未填则全天')),
  turn: Turn.optional().meta(
    saying('whoever takes turns with others: from first on, again and again', '轮值：自首轮起循环'),
  ),
};

const Member = z
  .strictObject({
    account,
    microGrids: z
      .array(Slug)
      .min(1)
      .optional()
      .meta(saying('ids of grids.geojson', '微网格编号，见 grids.geojson')),
    area: Path.optional().meta(
      saying(
        'instead of microGrids: on duty for all of this area, asked after its own grid members',
        '代替微网格：在整个区域值班，排在各微网格的网格员之后',
      ),
    ),
    ...hours,
    ...term,
  })
  .refine(
    ({ microGrids, area }) => (microGrids === undefined) !== (area === undefined),
    'has either microGrids or area',
  );

const Leader = z.strictObject({
  account,
  role: z.enum(leaderRoles).meta(saying('what they lead', '职务')),
  area: Path.meta(saying('the grid, village, community or town they lead', '负责的网格、村、社区或镇')),
  ...term,
});

const Office = z.strictObject({
  id: word.meta(saying('never changed later', '启用后不再更改')),
  name: Name.meta(saying('of the office', '科室名称')),
  members: z
    .array(z.strictObject({ account, ...hours, ...term }))
    .min(1)
    .meta(saying('who works there; who stands first is asked first', '工作人员，排在前面的先派单')),
});

const Helper = z.strictObject({
  account,
  role: z.enum(helperRoles).meta(saying('what they do', '职务')),
  standing: z.enum(standings).optional().meta(saying('as what a helper helps', '协办人员的身份')),
  area: Path.meta(saying('where', '服务区域')),
  ...term,
});

const Leave = z.strictObject({
  account: Account.meta(saying('who is away', '请假人账号')),
  from: Moment.meta(saying('from then on, with offset', '开始时间，带时区')),
  until: Moment.meta(saying('until then (exclusive)', '结束时间，不含')),
  standIn: Account.optional().meta(
    saying('who has all their duties meanwhile', '替班人账号，期间承担其全部职责'),
  ),
});

const Shift = z.strictObject({
  id: word.meta(saying('the name by which duties name it', '编号，供值班人员引用')),
  calendar: z.string().min(1).meta(saying('an id of calendars.json', '日历编号，见 calendars.json')),
  when: z
    .enum(['open', 'closed'])
    .default('open')
    .meta(saying('in the hours of the calendar, or in all others', '日历的工作时间内，或其余时间')),
});

/** `rosters.json`. */
export const RosterFile = z.strictObject({
  shifts: z.array(Shift).default([]).meta(saying('hours in which people work', '班次')),
  members: z
    .array(Member)
    .meta(saying('grid members; who stands first is asked first', '网格员，排在前面的先派单')),
  leaders: z.array(Leader).meta(saying('who leads which area', '各级负责人')),
  offices: z.array(Office).default([]).meta(saying('offices of the town', '镇办科室和站所')),
  helpers: z
    .array(Helper)
    .default([])
    .meta(saying('mediators, verifiers and whoever can be called in', '调解员、核查员和协办人员')),
  awayHours: z
    .int()
    .min(1)
    .max(720)
    .default(24)
    .meta(
      saying(
        'for how many hours from now somebody must be away by the rosters for what they have taken to go on to others: a night or a day off is shorter, a leave is not',
        '已接的单在承办人按排班至少连续离岗多少小时时转交他人：夜间和休息日不转，请假则转',
      ),
    ),
  leave: z.array(Leave).default([]).meta(saying('who is away, and who stands in', '请假与替班')),
  $schema: schemaLink,
});
export type RosterFile = z.infer<typeof RosterFile>;

/** What the schemas say in English, in Chinese. */
export const inChinese = {
  'has either microGrids or area': '微网格与区域须填且只填一项',
  'lasts longer than until the next one': '每轮天数超过轮值周期',
};
