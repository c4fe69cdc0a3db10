/** What the routes of the rates promise: answers, examples, refusals, and words for whoever connects. */
import { type Operation, pageOf, type Tag, TownTime } from '@mulin/service';
import { z } from 'zod';
import { measures } from '../domain/rates/shares.js';
import { dimensions } from '../queries/rates/rates-by.js';

export const tag: Tag = {
  name: 'rates',
  description: {
    en: 'Response, resolution, satisfaction and whether it was on time, raw and after exemptions side by side, each with how many it is of.',
    zh: '响应率、解决率、满意率与按时率：原始值与剔除后的值并列，均注明基数。',
  },
};

const Rate = z.number().min(0).max(1).nullable();
const Share = z.strictObject({ of: z.int(), yes: z.int() });
const Interval = z.tuple([z.number(), z.number()]).nullable();

const each = <Value extends z.ZodType>(value: Value) => ({
  response: value,
  resolution: value,
  satisfaction: value,
  onTime: value,
});
const figures = {
  /** So many cycles of cases. */
  n: z.int(),
  ...each(Rate),
  /** What each rate is made of: `yes` of `of`. */
  counts: z.strictObject(each(Share)),
  /** The three weighed; `null`: of one of them nothing can be said. */
  score: Rate,
};

const Weights = z.strictObject({
  version: z.int(),
  from: TownTime.nullable(),
  response: z.int(),
  resolution: z.int(),
  satisfaction: z.int(),
});

const Rates = z
  .strictObject({
    by: z.enum(dimensions),
    from: TownTime.nullable(),
    to: TownTime.nullable(),
    /** In force at the end of the period. */
    weights: Weights,
    rates: z.array(
      z.strictObject({
        area: z.string(),
        /** Which area, office, menu item, channel or net. */
        of: z.string(),
        name: z.strictObject({ en: z.string(), zh: z.string() }).nullable(),
        /** Among others of its kind, by the score after exemptions; `null`: fewer than 30 in one of the three. */
        rank: z.int().nullable(),
        ...figures,
        adjusted: z.strictObject(figures),
        /** Wilson's score interval of each rate, at 95 %. */
        interval: z.strictObject({ ...each(Interval), adjusted: z.strictObject(each(Interval)) }),
      }),
    ),
  })
  .meta({ id: 'Rates' });

const exampleFigures = {
  n: 42,
  response: 0.95,
  resolution: 0.8,
  satisfaction: 0.9,
  onTime: 0.925,
  counts: {
    response: { of: 40, yes: 38 },
    resolution: { of: 30, yes: 24 },
    satisfaction: { of: 30, yes: 27 },
    onTime: { of: 160, yes: 148 },
  },
  score: 0.88,
};
const exampleInterval: z.infer<z.ZodObject<ReturnType<typeof each<typeof Interval>>>> = {
  response: [0.8350387, 0.986181],
  resolution: [0.6269484, 0.9049484],
  satisfaction: [0.7437899, 0.965404],
  onTime: [0.873681, 0.956612],
};

export const listingRates: Operation = {
  tag,
  summary: { en: 'Read the rates of a period', zh: '查询“三率”' },
  description: {
    en: 'By area (each with all that lies in it), office, menu item, channel or net, of cycles that ended from `from` on and before `to` (days of the town, or moments); what goes on and is late counts since it was late first. A deadline counts for whoever had the case when it was met or missed, the word of whoever asked for whoever had it last. Rates are shares between 0 and 1, `null` where there is nothing to tell. Whoever answers for a part of the town sees that part, and a member of an office what their offices had, without ranks.',
    zh: '按辖区（逐级汇总）、科室、事项、渠道或网查询某一时段的“三率”与按时率。以该轮办结时间计入时段，未办结而已超期的自首次超期起计入。各时限计入按时完成或超期之时承办案件的单位，诉求人的评价计入最后承办的单位。数值为 0 至 1，无数据时为 `null`。负责部分辖区者只能查看本辖区，科室人员只能查看本科室承办的案件，不列名次。',
  },
  answer: Rates,
  example: {
    by: 'area',
    from: '2026-10-01T00:00:00.000+08:00',
    to: '2026-11-01T00:00:00.000+08:00',
    weights: { version: 1, from: null, response: 30, resolution: 35, satisfaction: 35 },
    rates: [
      {
        area: 'mu/dongguan',
        of: 'mu/dongguan',
        name: { en: 'East Gate', zh: '东关社区' },
        rank: 1,
        ...exampleFigures,
        adjusted: exampleFigures,
        interval: { ...exampleInterval, adjusted: exampleInterval },
      },
    ],
  },
  refusals: { 400: ['area-unknown', 'period-backwards', 'no-such-moment'], 403: ['not-your-area'] },
};

const RatedCase = z
  .strictObject({
    caseId: z.uuid(),
    number: z.string(),
    cycle: z.int(),
    area: z.string().nullable(),
    office: z.string().nullable(),
    item: z.string().nullable(),
    channel: z.string().nullable(),
    net: z.string().nullable(),
    /** `null`: it goes on, and was late. */
    endedAt: TownTime.nullable(),
    isExempt: z.boolean(),
    ...each(Share),
  })
  .meta({ id: 'RatedCase' });

export const listingRatedCases: Operation = {
  tag,
  summary: { en: 'List the cases behind a figure', zh: '查询数值所依据的案件' },
  description: {
    en: `The cycles that count in a period, newest first, with what each adds to every rate; only those that count for a \`measure\` (${measures.join(', ')}), and with \`missed=true\` only those that lower it.`,
    zh: `列出计入某一时段的案件（按轮次），由新到旧，并给出其对各率的贡献；可用 \`measure\`（${measures.map((it) => `\`${it}\``).join('、')}）只看计入某一率的案件，\`missed=true\` 只看未达标的案件。`,
  },
  answer: pageOf(RatedCase),
  example: {
    items: [
      {
        caseId: '95cf39fa-cdbe-862d-b0af-f9349c54dfd5',
        number: 'mu-2026-000417',
        cycle: 1,
        area: 'mu/dongguan/hetou/hetou-1/hetou-1-a',
        office: null,
        item: 'sanitation',
        channel: 'portal',
        net: 'life',
        endedAt: '2026-10-06T10:00:00.000+08:00',
        isExempt: false,
        response: { of: 1, yes: 1 },
        resolution: { of: 1, yes: 0 },
        satisfaction: { of: 1, yes: 0 },
        onTime: { of: 5, yes: 4 },
      },
    ],
    next: null,
  },
  refusals: {
    400: ['area-unknown', 'period-backwards', 'no-such-moment', 'malformed-cursor'],
    403: ['not-your-area'],
  },
};

export const reporting: Operation = {
  tag,
  summary: { en: 'Write the report of a month', zh: '导出“三率”月报' },
  description: {
    en: 'Every area with its rates raw and adjusted, the score and by which weights, as CSV in UTF-8 with a byte order mark, in the language of the reader. What a spreadsheet would take for a formula begins with an apostrophe.',
    zh: '各级辖区的“三率”（原始值与剔除后）、综合得分与权重版本，导出为带字节序标记的 `UTF-8` 编码 `CSV` 文件，语言随读者。可能被当作公式的单元格以单引号开头。',
  },
  answer: z.string(),
  example: '\ufeffRates of 2026-10\r\nunit,level,path,…\r\n',
  media: 'text/csv',
  refusals: { 400: ['area-unknown', 'no-such-moment'], 403: ['not-your-area'] },
};

export const printing: Operation = {
  tag,
  summary: { en: 'Print the report of a month', zh: '打印“三率”月报' },
  description: {
    en: 'The figures of the CSV as a PDF on A4, in the language of the reader: raw, and after exemptions with score and rank, each with how many it is of. Below 30 cases in one of the three there is an interval instead of a rank.',
    zh: '以 `PDF`（`A4`）给出与 `CSV` 相同的数值，语言随读者：原始值，以及剔除后的值、综合得分与名次，均注明基数。任一率基数不足 30 件的，以置信区间代替名次。',
  },
  answer: z.string().meta({ format: 'binary' }),
  example: '%PDF-1.7',
  media: 'application/pdf',
  refusals: { 400: ['area-unknown', 'no-such-moment'], 403: ['not-your-area'] },
};
