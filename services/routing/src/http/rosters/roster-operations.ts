/** What the routes of rosters promise. */
import { type Operation, type Tag, TownTime } from '@mulin/service';
import { z } from 'zod';
import { placeKinds } from '../../queries/rosters/roster-places.js';

const rosterTag: Tag = {
  name: 'rosters',
  description: {
    en: 'Who is on duty where, and named for it in the running town.',
    zh: '值班名册：各地由谁值班，可在运行中调整。',
  },
};

const Name = z.strictObject({ zh: z.string(), en: z.string() }).meta({ id: 'Name' });
const Person = z.strictObject({ account: z.string(), name: Name.nullable() }).meta({ id: 'NamedAccount' });
const Duty = z
  .strictObject({
    account: z.string(),
    name: Name.nullable(),
    role: z.string(),
    standing: z.enum(['party-member', 'volunteer', 'applicant']).nullable(),
    from: TownTime.nullable(),
    until: TownTime.nullable(),
    shift: z.string().nullable(),
    turn: z.strictObject({ first: TownTime, days: z.int(), every: z.int() }).nullable(),
  })
  .meta({ id: 'RosterDuty' });
const Roster = z
  .strictObject({
    place: z.string(),
    kind: z.enum(placeKinds),
    name: Name,
    area: z.string(),
    roles: z.array(z.string()),
    duties: z.array(Duty),
    changedBy: Person.nullable(),
  })
  .meta({ id: 'Roster' });

const example: z.infer<typeof Roster> = {
  place: 'hetou-1-a',
  kind: 'micro-grid',
  name: { zh: '河头村第1网格甲', en: 'River Head 1a' },
  area: 'mu/dongguan/hetou/hetou-1/hetou-1-a',
  roles: ['grid-member'],
  duties: [
    {
      account: 'grid-member@mu/dongguan/hetou/hetou-1/hetou-1-b',
      name: { zh: '姜丽平', en: 'Jiang Liping' },
      role: 'grid-member',
      standing: null,
      from: null,
      until: null,
      shift: 'day',
      turn: null,
    },
  ],
  changedBy: { account: 'operator@mu', name: null },
};

export const listingRosters: Operation = {
  tag: rosterTag,
  summary: { en: 'Rosters', zh: '值班名册' },
  description: {
    en: "Every office, area and micro-grid in one's own area, with everybody who is on duty there now or later when nobody is away; who stands first is asked first. `changedBy` is `null` where it is as the pack has it. `shift` and `turn` are `null` of whoever works round the clock. `shifts` are the hours that the pack names: those of a calendar (`open`), or all others (`closed`).",
    zh: '本人辖区内的全部科室、区域和微网格，及其现在和以后的值班人员（不计请假）；排在前面的先派单。与镇域配置一致时 `changedBy` 为 `null`。全天值班的 `shift` 和 `turn` 为 `null`。`shifts` 为镇域配置中的班次：`open` 为日历的工作时间，`closed` 为其余时间。',
  },
  answer: z.strictObject({
    items: z.array(Roster),
    shifts: z.array(z.strictObject({ id: z.string(), when: z.enum(['open', 'closed']) })),
  }),
  example: {
    items: [example],
    shifts: [
      { id: 'day', when: 'open' },
      { id: 'night-and-holiday', when: 'closed' },
    ],
  },
};

export const readingRoster: Operation = {
  tag: rosterTag,
  summary: { en: 'The roster of a place', zh: '查看一地的值班名册' },
  description: {
    en: 'By the id of a micro-grid, the path of an area, or `office:` and the id of an office. Its `ETag` is for changing it.',
    zh: '以微网格编号、区域路径或科室编号（前加 `office` 和冒号）查询；调整时使用其 `ETag`。',
  },
  answer: Roster,
  example,
  refusals: { 403: ['not-your-area'], 404: ['no-such-place'] },
};

export const changingRoster: Operation = {
  tag: rosterTag,
  summary: { en: 'Change a roster', zh: '调整值班名册' },
  description: {
    en: 'Everybody who is on duty there from now on, in the order in which they are asked; whoever is not named is on duty there no more. What was offered to them and not taken goes on within half a minute, what they have taken when they are on duty nowhere else for at least `awayHours` of the rosters. Leave counts as it does for the pack. A roster that was changed stands, also where a new pack says something else of that place, until somebody goes back to the pack. Whoever is new there has an account of that role, and one that reaches the place where the role is bound to an area. That nobody is on duty there now must be meant so (`isEmptyMeant`).',
    zh: '给出自现在起该地的全部值班人员，按派单先后排列；未列出的不再在该地值班。已派未接的单半分钟内转派；已接的单在其连续离岗达到名册规定的 `awayHours` 时转交。请假照常生效。调整后的名册一直有效，换用新的镇域配置也不受影响，直至恢复为镇域配置的内容。新加入的人员须有相应角色的账号，角色限于辖区的，账号辖区须包含该地。现在无人值班的须用 `isEmptyMeant` 注明。',
  },
  answer: Roster,
  example,
  refusals: {
    403: ['not-your-area'],
    404: ['no-such-place'],
    409: [
      'nobody-on-roster',
      'role-not-of-place',
      'no-such-shift',
      'no-account-for-duty',
      'account-of-another-role',
      'account-of-another-area',
      'standing-of-helpers-only',
      'duty-ends-before-it-begins',
      'duty-twice',
    ],
  },
};

export const goingBackToPack: Operation = {
  tag: rosterTag,
  summary: { en: 'Go back to the roster of the pack', zh: '恢复为镇域配置的名册' },
  description: {
    en: 'What the pack that the town runs with says of the place holds again from now on.',
    zh: '自现在起恢复为当前镇域配置中该地的值班安排。',
  },
  answer: Roster,
  example: { ...example, changedBy: null },
  refusals: { 403: ['not-your-area'], 404: ['no-such-place'], 409: ['roster-not-changed'] },
};
