/** The shapes of `policies.json` and `calendars.json`. */
import { units } from '@mulin/working-time';
import { z } from 'zod';
import { addressees, clockNames, urgencies } from '../words.js';
import { forms } from '../english.js';
import { saying, schemaLink } from './fields.js';

/** As many of its unit as any town would promise: more is a slip of the pen. */
const most = {
  'working-second': 1e8,
  'working-minute': 2e6,
  'working-hour': 30_000,
  hour: 90_000,
  day: 3_650,
};

const mostOf = (unit: (typeof units)[number]): number =>
  unit === 'working-day' || unit === 'calendar-day' ? most.day : most[unit];

const length = z.strictObject({
  unit: z
    .enum(units)
    .meta(
      saying('of working time, of days, or hours round the clock', '单位：工作时间、自然日或不间断的小时'),
    ),
  amount: z.number().meta(saying('how many of them', '数量')),
  end: z
    .enum(['close', 'same-time'])
    .optional()
    .meta(
      saying(
        'of days: at the close of the last one, or at the hour of the start',
        '按天计算时：末日下班时，或与开始时刻相同',
      ),
    ),
});
const Span = length.refine(
  ({ unit, amount }) => Math.abs(amount) <= mostOf(unit),
  'is longer than ten years',
);
/** How long something may take: more than nothing, and no more than ten years. */
export const Length = Span.refine(({ amount }) => amount > 0, 'must be more than nothing');

/** Of each unit, roughly: for what is far too short by any of them. */
const secondsIn: Readonly<Record<(typeof units)[number], number>> = {
  'working-second': 1,
  'working-minute': 60,
  'working-hour': 3_600,
  hour: 3_600,
  'working-day': 86_400,
  'calendar-day': 86_400,
};
/** Reports that follow each other faster than anybody could write them would keep the town busy with nothing else. */
const leastBeatSeconds = 60;
const isBeat = ({ unit, amount }: z.infer<typeof length>): boolean =>
  amount * secondsIn[unit] >= leastBeatSeconds;

const toOneOf = <Role extends string>(roles: readonly Role[]) =>
  z
    .union([z.array(z.enum(roles)).min(1), z.enum(roles).transform((role) => [role])])
    .meta(saying('who hears of it', '告知对象'));

/** A step of a ladder that reaches these roles. */
export const rungOf = <Role extends string>(roles: readonly Role[]) =>
  z.union([
    z.strictObject({
      to: toOneOf(roles),
      share: z
        .number()
        .nonnegative()
        .max(10)
        .meta(saying('of the length: 0.5 half-way, 1 when it is missed', '时限的比例：0.5 为过半，1 为超期')),
    }),
    z.strictObject({
      to: toOneOf(roles),
      after: Span.meta(saying('so long after it is missed; negative: before', '超期后多久；负数为到期前')),
    }),
  ]);
const Rung = rungOf(addressees);

const Clock = z
  .strictObject({
    name: z
      .enum(clockNames)
      .meta(
        saying(
          'what must be done: accept, take, contact, heartbeat (regular reports), help, verify, call-back, complete, arbitrate, acknowledge',
          '事项：受理、接单、联系、定期反馈、协办、核查、回访、办结、协调确定、签收',
        ),
      ),
    length: Length.meta(saying('how long it may take', '时长')),
    urgencies: z
      .partialRecord(z.enum(urgencies), Length)
      .optional()
      .meta(saying('another length for cases of these urgencies', '各紧急程度的不同时长')),
    ladder: z.array(Rung).optional().meta(saying('instead of the policy’s own', '代替规则自身的升级阶梯')),
  })
  .refine(
    ({ name, length: usual, urgencies: others = {} }) =>
      name !== 'heartbeat' || [usual, ...Object.values(others)].every(isBeat),
    { path: ['length'], message: 'must be a minute at least between two reports' },
  );

/** A policy as its file has it. */
export const PolicyShape = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, forms.word.en)
    .meta(saying('the name by which menu items name it', '编号，供服务菜单引用')),
  calendar: z.string().min(1).meta(saying('an id of calendars.json', '日历编号，见 calendars.json')),
  clocks: z.array(Clock).min(1).meta(saying('one of them is complete', '各项时限，须含办结（complete）')),
  ladder: z
    .array(Rung)
    .optional()
    .meta(
      saying(
        'who hears of a lateness, and when; absent: the usual one',
        '升级阶梯：何时告知谁；未填则用常用的',
      ),
    ),
  redo: z
    .strictObject({
      share: z
        .number()
        .positive()
        .max(1)
        .meta(saying('of the time to complete: 0.5 is half', '办结时长的比例：0.5 为一半')),
    })
    .optional()
    .meta(
      saying(
        'less time where it is done again because the resident is not content; absent: as much',
        '居民不满意重办时的办结时长；未填则不变',
      ),
    ),
});
/** `policies.json`. */
export const Policies = z.strictObject({
  policies: z.array(PolicyShape).min(1).meta(saying('how long the town gives itself', '各项时限规则')),
  $schema: schemaLink,
  /** Whose ladder a demand takes that somebody made so urgent; without a word, the policy that is called so. */
  urgencies: z
    .partialRecord(z.enum(urgencies), z.string().min(1))
    .optional()
    .meta(
      saying(
        'the policy whose ladder a demand takes that was made so urgent',
        '诉求升级为该紧急程度后采用的时限规则',
      ),
    ),
});
/** Whether a calendar is one is for `calendarProblems` of working-time to say. */
export const Calendars = z.strictObject({ calendars: z.array(z.unknown()).min(1), $schema: schemaLink });

const segments = z
  .array(z.tuple([z.string(), z.string()]))
  .meta(
    saying(
      'from opening to closing, such as ["08:30", "12:00"]; none: nobody works',
      '起止时间，如 ["08:30", "12:00"]；为空则不工作',
    ),
  );

/** `calendars.json` as an editor is told of it. */
export const CalendarsForEditors = z.strictObject({
  calendars: z
    .array(
      z.strictObject({
        id: z.string().min(1).meta(saying('the name by which policies count by it', '编号，供时限规则引用')),
        version: z.string().min(1).meta(saying('raised with every change', '版本，每次修改后递增')),
        zone: z.string().min(1).meta(saying('the zone of the town', '时区，与镇一致')),
        week: z
          .record(
            z.string().regex(/^(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?$/),
            segments,
          )
          .meta(
            saying(
              'hours of a day (mon … sun) or a span of days (mon-fri)',
              '每天（mon … sun）或一段日子（mon-fri）的工作时间',
            ),
          ),
        overrides: z
          .record(
            z.string().regex(/^\d{4}-\d\d-\d\d$/),
            z.union([
              segments,
              z.strictObject({ segments, reason: z.string().optional(), source: z.string().optional() }),
            ]),
          )
          .optional()
          .meta(saying('dates that differ from their weekday', '与平时不同的日期')),
        publicDays: z
          .enum(['cn'])
          .optional()
          .meta(saying('the country whose public days it takes', '采用其法定节假日的国家')),
        coveredFrom: z.iso
          .date()
          .optional()
          .meta(saying('first day whose holidays are known', '所知节假日的首日')),
        coveredUntil: z.iso
          .date()
          .nullable()
          .optional()
          .meta(saying('last day whose holidays are announced', '已公布节假日的末日')),
        source: z.string().optional().meta(saying('where its days come from', '日期来源')),
      }),
    )
    .min(1)
    .meta(saying('by which working time is counted', '计算工作时间的日历')),
  $schema: schemaLink,
});
