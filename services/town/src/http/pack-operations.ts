/** What the route that shows the pack of a running town promises. */
import { roles } from '@mulin/kernel';
import { addressees, clockNames, packParts, urgencies } from '@mulin/pack';
import { type Operation, TownTime } from '@mulin/service';
import { units } from '@mulin/working-time';
import { z } from 'zod';
import { operating } from './operations.js';

const Name = z.strictObject({ zh: z.string(), en: z.string() }).meta({ id: 'Name' });
const Length = z
  .strictObject({ unit: z.enum(units), amount: z.number(), end: z.enum(['close', 'same-time']).optional() })
  .meta({ id: 'PackLength' });
const to = z.array(z.enum(addressees));
const Rung = z
  .union([z.strictObject({ share: z.number(), to }), z.strictObject({ after: Length, to })])
  .meta({ id: 'PackRung' });
const Moment = TownTime.nullable();

const Policy = z
  .strictObject({
    id: z.string(),
    calendar: z.string(),
    redo: z.number().nullable(),
    clocks: z.array(
      z.strictObject({
        name: z.enum(clockNames),
        length: Length,
        urgencies: z.partialRecord(z.enum(urgencies), Length),
        ladder: z.array(Rung),
      }),
    ),
  })
  .meta({ id: 'PackPolicy' });

const Duty = z
  .strictObject({
    place: z.string(),
    placeName: Name.nullable(),
    account: z.string(),
    role: z.enum(roles),
    name: Name.nullable(),
    from: Moment,
    until: Moment,
    shift: z.string().nullable(),
    turn: z.strictObject({ first: TownTime, days: z.int(), every: z.int() }).nullable(),
  })
  .meta({ id: 'PackDuty' });

const Rule = z.strictObject({ id: z.string(), name: Name, value: Name }).meta({ id: 'PackRule' });
const Thing = z
  .strictObject({ part: z.enum(packParts), id: z.string(), name: Name, says: z.array(Rule) })
  .meta({ id: 'PackThing' });

export const showingPack: Operation = {
  tag: operating,
  summary: { en: 'The pack that the town runs with', zh: '当前使用的镇域配置' },
  description: {
    en: 'What of it people compare with another one: by which policy each kind of demand is timed, how long what may take and who hears of it, the offices, and who is on duty where, as the files say it. `rules` has whatever else stands in the files (calendars, feedback, mediation and so on), in words of both languages: `id` names a thing within its `part`, and what is said of it within the thing. `fingerprint` is the SHA-256 of its files: two packs that differ in anything have another one.',
    zh: '供与另一份配置比较的内容：各服务事项适用的时限规则、各项时限和升级对象、承办单位，以及各处值班人员，均以配置文件为准。`rules` 为文件中的其余内容（日历、评价、调解等），以中英文表述：`id` 为该对象在 `part` 中的编号，以及各项内容在该对象中的编号。`fingerprint` 为全部文件的 `SHA-256` 值，内容有任何不同，该值即不同。',
  },
  answer: z
    .strictObject({
      fingerprint: z.string(),
      items: z.array(z.strictObject({ id: z.string(), name: Name, policy: z.string() })),
      policies: z.array(Policy),
      offices: z.array(z.strictObject({ id: z.string(), name: Name })),
      duties: z.array(Duty),
      rules: z.array(Thing),
    })
    .meta({ id: 'PackOutline' }),
  example: {
    fingerprint: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    items: [{ id: 'sanitation', name: { zh: '环境卫生', en: 'Sanitation' }, policy: 'ordinary' }],
    policies: [
      {
        id: 'ordinary',
        calendar: 'town',
        redo: null,
        clocks: [
          {
            name: 'complete',
            length: { unit: 'working-day', amount: 5 },
            urgencies: { urgent: { unit: 'working-day', amount: 2 } },
            ladder: [{ share: 1, to: ['village-committee'] }],
          },
        ],
      },
    ],
    offices: [{ id: 'water', name: { zh: '水利站', en: 'Water station' } }],
    duties: [
      {
        place: 'hetou-1-a',
        placeName: { zh: '河头1甲', en: 'River Head 1-A' },
        account: 'grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a',
        role: 'grid-member',
        name: { zh: '叶兴琴', en: 'Ye Xingqin' },
        from: null,
        until: null,
        shift: null,
        turn: null,
      },
    ],
    rules: [
      {
        part: 'feedback',
        id: '',
        name: { zh: '', en: '' },
        says: [
          {
            id: 'rating/days',
            name: { zh: '评价期限（天）', en: 'how many days whoever asked has for a rating' },
            value: { zh: '7', en: '7' },
          },
        ],
      },
    ],
  },
};
