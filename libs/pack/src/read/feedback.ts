/** What feedback and intake read of a town pack: `feedback.json`, which a pack may leave out. */
import { z } from 'zod';
import { type PackProblem, readBy, refuseMistakes } from '../problem.js';
import { saying, schemaLink } from './fields.js';

const file = 'feedback.json';

/** More of it is a slip of the pen: nobody is called twenty times, or asked for a year. */
const most = { attempts: 10, hours: 168, days: 365, redos: 9 };

const count = (max: number, en: string, zh: string) => z.int().min(1).max(max).meta(saying(en, zh));

/** What the three rates weigh is percent. */
const whole = 100;

/** Mistakes that no field shows by itself: their Chinese, by their English. */
const ofWeights = {
  sum: { en: 'must add up to 100', zh: '三项之和须为 100' },
  first: {
    en: 'the first version has no "from", and each later one has',
    zh: '首版不填起始日期，其后各版须填',
  },
  order: {
    en: 'versions are numbered from 1, and each begins later than the one before',
    zh: '版本须自 1 起编号，且起始日期依次递增',
  },
} as const;
const inChinese: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(ofWeights).map(({ en, zh }) => [en, zh]),
);

const percent = (en: string, zh: string) => z.int().min(0).max(whole).meta(saying(en, zh));

const Weights = z
  .strictObject({
    version: z.int().min(1).meta(saying('its number, which answers and reports name', '版本号，结果中注明')),
    from: z.iso
      .date()
      .optional()
      .meta(saying('the day from whose beginning it is in force; the first has none', '生效日期，首版不填')),
    response: percent('what response weighs, in percent', '响应率权重（%）'),
    resolution: percent('what resolution weighs, in percent', '解决率权重（%）'),
    satisfaction: percent('what satisfaction weighs, in percent', '满意率权重（%）'),
  })
  .refine(
    ({ response, resolution, satisfaction }) => response + resolution + satisfaction === whole,
    ofWeights.sum.en,
  );

const Rates = z
  .strictObject({
    weights: z
      .array(Weights)
      .min(1)
      .refine((all) => all.every(({ from }, nth) => (from === undefined) === (nth === 0)), ofWeights.first.en)
      .refine(
        (all) =>
          all.every(
            ({ version, from = '' }, nth) =>
              version === nth + 1 && (nth === 0 || from > (all[nth - 1]?.from ?? '')),
          ),
        ofWeights.order.en,
      )
      .meta(saying('the versions of the weights, the first one first', '权重的各个版本，按先后排列')),
  })
  .meta(saying('how the three rates make one score', '“三率”综合得分'));

/** `feedback.json`. */
export const FeedbackFile = z.strictObject({
  callBack: z
    .strictObject({
      attempts: count(
        most.attempts,
        'how often whoever asked is called before it counts that nobody was reached',
        '最多回访次数，均未接通即视为未能联系上',
      ),
      hoursBetween: z
        .int()
        .min(0)
        .max(most.hours)
        .meta(
          saying('hours between two attempts, so that they are at different hours', '两次回访的间隔小时数'),
        ),
    })
    .meta(
      saying('calls to whoever asked, by somebody who did not handle it', '回访，由未参与办理的人员进行'),
    ),
  rating: z
    .strictObject({
      days: count(most.days, 'how many days whoever asked has for a rating', '评价期限（天）'),
    })
    .meta(saying('what whoever asked says of it', '居民评价')),
  redo: z
    .strictObject({
      atMost: z
        .int()
        .min(0)
        .max(most.redos)
        .meta(
          saying(
            'how often it is done again because they are not content; then the community secretary decides',
            '因不满意最多重办次数，超过后由社区书记决定',
          ),
        ),
    })
    .meta(saying('doing it again', '重办')),
  reopen: z
    .strictObject({
      days: z
        .int()
        .min(0)
        .max(most.days)
        .meta(
          saying('how many days after closing the resident may reopen it', '结案后居民可申请重新办理的天数'),
        ),
    })
    .meta(saying('reopening a closed case', '结案后重新办理')),
  rates: Rates.optional(),
  $schema: schemaLink,
});

/**
 * How the town asks for feedback. `callBack.hoursBetween`: hours; `rating.days`, `reopen.days`: of 24 hours each, after
 * the question and after the closing; `redo.atMost`: how often it is done again before the secretary decides.
 */
export type FeedbackRules = Readonly<{
  callBack: Readonly<{ attempts: number; hoursBetween: number }>;
  rating: Readonly<{ days: number }>;
  redo: Readonly<{ atMost: number }>;
  reopen: Readonly<{ days: number }>;
  /** What the three rates weigh in the score of a unit, in percent; absent: as the town did not say. */
  rates?: Readonly<{ weights: readonly RateWeights[] }>;
}>;

/** One version of the weights. `from`: the day (`2026-07-01`) from whose beginning in the town it is in force. */
type RateWeights = Readonly<{
  version: number;
  from?: string;
  response: number;
  resolution: number;
  satisfaction: number;
}>;

type Read = Readonly<{ rules: FeedbackRules | null; problems: readonly PackProblem[] }>;

const readFeedback = (json: unknown): Read => {
  if (json === null) return { rules: null, problems: [] };
  const { value, problems } = readBy(FeedbackFile, json, { file, inChinese });
  if (value === null) return { rules: null, problems };
  const { $schema: _, rates, ...rules } = value;
  if (rates === undefined) return { rules, problems };
  const weights = rates.weights.map(({ from, ...it }) => (from === undefined ? it : { ...it, from }));
  return { rules: { ...rules, rates: { weights } }, problems };
};

/** Every mistake of the file, each with its place; none: the file is good, or there is none (`null`). */
export const problemsOfFeedback = (json: unknown): readonly PackProblem[] => readFeedback(json).problems;

/**
 * How the town asks for feedback; `null`: it does not, and the desk closes cases.
 *
 * @param json the content of `feedback.json`; `null`: the pack has no such file.
 * @throws `Rejection` `pack-invalid`, with every mistake named.
 */
export const parseFeedback = (json: unknown): FeedbackRules | null => {
  const { rules, problems } = readFeedback(json);
  refuseMistakes(problems);
  return rules;
};
