/** What the routes of leave promise. */
import { type Operation, type Tag, TownTime } from '@mulin/service';
import { z } from 'zod';

const leaveTag: Tag = {
  name: 'leave',
  description: {
    en: 'Who is away from their duties, and who has them meanwhile.',
    zh: '请假与替班：谁离岗、期间由谁承担职责。',
  },
};

const Name = z.strictObject({ zh: z.string(), en: z.string() }).meta({ id: 'Name' });
const Person = z.strictObject({ account: z.string(), name: Name.nullable() }).meta({ id: 'NamedAccount' });
const Leave = z
  .strictObject({
    id: z.uuid().nullable(),
    who: Person,
    from: TownTime,
    until: TownTime.nullable(),
    standIn: Person.nullable(),
    by: Person.nullable(),
    isAway: z.boolean(),
  })
  .meta({ id: 'Leave' });

const example: z.infer<typeof Leave> = {
  id: '95cf39fa-cdbe-862d-b0af-f9349c54dfd5',
  who: {
    account: 'grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a',
    name: { zh: '叶兴琴', en: 'Ye Xingqin' },
  },
  from: '2026-03-02T07:00:00.000+08:00',
  until: null,
  standIn: {
    account: 'grid-member@mu/dongguan/hetou/hetou-1/hetou-1-b',
    name: { zh: '姜丽平', en: 'Jiang Liping' },
  },
  by: { account: 'community-secretary@mu/dongguan', name: { zh: '董建国', en: 'Dong Jianguo' } },
  isAway: true,
};

export const listingLeave: Operation = {
  tag: leaveTag,
  summary: { en: 'Who is away, and will be', zh: '请假列表' },
  description: {
    en: "Leave that goes on or lies ahead, of those whose duties all lie in one's own area; the earliest first. `id` is `null` of leave that stands in the files of the pack. `until` is `null` until further notice.",
    zh: '正在进行和即将开始的请假，限职责全部在本人辖区内的人员，按开始时间排列。镇域配置文件中的请假 `id` 为 `null`；结束时间未定的 `until` 为 `null`。',
  },
  answer: z.strictObject({ items: z.array(Leave) }),
  example: { items: [example] },
};

export const listingPeople: Operation = {
  tag: leaveTag,
  summary: { en: 'People on the rosters', zh: '在册人员' },
  description: {
    en: "Everybody with a duty whose duties all lie in one's own area: whose leave one may record, and who may stand in.",
    zh: '职责全部在本人辖区内的在册人员，可为其登记请假，也可由其替班。',
  },
  answer: z.strictObject({
    items: z.array(
      z
        .strictObject({
          account: z.string(),
          name: Name.nullable(),
          duties: z.array(z.strictObject({ role: z.string(), place: z.string(), name: Name.nullable() })),
        })
        .meta({ id: 'PersonOnDuty' }),
    ),
  }),
  example: {
    items: [
      {
        ...example.who,
        duties: [
          { role: 'grid-member', place: 'hetou-1-a', name: { zh: '河头村第1网格甲', en: 'River Head 1a' } },
        ],
      },
    ],
  },
};

export const recordingLeave: Operation = {
  tag: leaveTag,
  summary: { en: 'Record that somebody is away', zh: '登记请假' },
  description: {
    en: 'From `from` (absent: now) until `until` (absent: until further notice) all duties of the account are those of `standIn`. What was only offered goes on within half a minute, what was taken when they are away for at least `awayHours` of the rosters. No reason is asked for or kept. Without a stand-in, `nobodyStandsIn` must say that it is meant so.',
    zh: '自 `from`（未填即为现在）至 `until`（未填为另行通知）由 `standIn` 承担该账号的全部职责。尚未接单的半分钟内转交，已接的单在离岗达到值班名册规定的 `awayHours` 时转交。不询问、不保存请假原因。无替班人的须用 `nobodyStandsIn` 注明。',
  },
  answer: Leave,
  example,
  refusals: {
    403: ['not-your-area'],
    409: [
      'ends-before-it-begins',
      'leave-over',
      'unknown-account',
      'leave-without-stand-in',
      'leave-twice',
      'stand-in-away',
    ],
  },
};

export const endingLeave: Operation = {
  tag: leaveTag,
  summary: { en: 'End a leave early', zh: '提前销假' },
  description: {
    en: 'Whoever was away has their duties again from now on; a leave that has not begun does not begin. What went on to others meanwhile stays with them. Leave of the files of the pack is changed there.',
    zh: '自现在起由本人恢复承担职责；尚未开始的请假则取消。期间已转交他人的单不退回。镇域配置文件中的请假须在文件中修改。',
  },
  answer: Leave,
  example: { ...example, until: '2026-03-03T08:00:00.000+08:00', isAway: false },
  refusals: { 403: ['not-your-area'], 404: ['no-such-leave'], 409: ['leave-over'] },
};
