/** What feedback and intake read of a town pack: `feedback.json`, which a pack may leave out. */
import { z } from 'zod';
import { type PackProblem, readBy, refuseMistakes } from '../problem.js';
import { saying, schemaLink } from './fields.js';

const file = 'feedback.json';

/** More of it is a slip of the pen: nobody is called twenty times, or asked for a year. */
const most = { attempts: 10, hours: 168, days: 365, redos: 9 };

const count = (max: number, en: string, zh: string) => z.int().min(1).max(max).meta(saying(en, zh));

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
}>;

type Read = Readonly<{ rules: FeedbackRules | null; problems: readonly PackProblem[] }>;

const readFeedback = (json: unknown): Read => {
  if (json === null) return { rules: null, problems: [] };
  const { value, problems } = readBy(FeedbackFile, json, { file });
  if (value === null) return { rules: null, problems };
  const { $schema: _, ...rules } = value;
  return { rules, problems };
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
