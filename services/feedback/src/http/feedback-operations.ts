/** What the routes of feedback promise: answers, examples, refusals, and words for whoever connects. */
import { callBackOutcomes, ratingChannels, resolutions, responses, satisfactions } from '@mulin/contracts';
import { type Operation, pageOf, type Tag, TownTime } from '@mulin/service';
import { z } from 'zod';
import { stages } from '../domain/standing.js';

const tag: Tag = {
  name: 'feedback',
  description: {
    en: 'Whether it was solved, by the word of whoever asked: call-backs, ratings, and the letter that closes a case.',
    zh: '以诉求人的评价判断是否解决：回访、评价与结案告知书。',
  },
};

const State = z.enum(stages).meta({ id: 'FeedbackState' });
const rating = {
  response: z.enum(responses),
  resolution: z.enum(resolutions),
  satisfaction: z.enum(satisfactions),
};

const Feedback = z
  .strictObject({
    caseId: z.uuid(),
    number: z.string(),
    cycle: z.int(),
    area: z.string(),
    state: State,
    since: TownTime,
    /** How often somebody called, and how the last call went. */
    attempts: z.int(),
    lastOutcome: z.enum(callBackOutcomes).nullable(),
    /** Before that nobody calls again; `null`: nobody has called. */
    nextCallFrom: TownTime.nullable(),
    /** `null`: no rating is waited for. */
    ratingUntil: TownTime.nullable(),
    rating: z.strictObject(rating).nullable(),
    /** Why nothing is left to ask. */
    because: z.string().nullable(),
  })
  .meta({ id: 'Feedback' });

const example: z.infer<typeof Feedback> = {
  caseId: '95cf39fa-cdbe-862d-b0af-f9349c54dfd5',
  number: 'mu-2026-000417',
  cycle: 1,
  area: 'mu/dongguan/hetou/hetou-1/hetou-1-a',
  state: 'due',
  since: '2026-03-05T10:00:00.000+08:00',
  attempts: 1,
  lastOutcome: 'no-answer',
  nextCallFrom: '2026-03-05T15:00:00.000+08:00',
  ratingUntil: '2026-03-12T10:00:00.000+08:00',
  rating: null,
  because: null,
};
const rated = {
  response: 'responded',
  resolution: 'solved',
  satisfaction: 'satisfied',
} as const;
const concluded = { ...example, state: 'concluded', ratingUntil: null, rating: rated, because: 'satisfied' };

const about = { tag, answer: Feedback, example };
const missing = ['case-unknown'];

export const listing: Operation = {
  tag,
  summary: { en: 'List whom to call back', zh: '待回访列表' },
  description: {
    en: 'Cases whose work somebody else has verified, oldest first, in the area of the one who asks; what they handled themselves is left out. With `state`: those that stand so.',
    zh: '核查通过、待回访的案件，按等待时间排列，限本人辖区；本人参与办理的不列出。可用 `state` 按状态筛选。',
  },
  answer: pageOf(Feedback),
  example: { items: [example], next: null },
  refusals: { 400: ['malformed-cursor'] },
};

export const calling: Operation = {
  ...about,
  summary: { en: 'Record a call-back', zh: '登记回访' },
  description: {
    en: 'Somebody who did not handle it has called whoever asked, or tried to, at another hour than before; what they said of it may come along. Not reached as often as the town tries: nothing is left to ask.',
    zh: '由未参与办理的人员在不同时段回访，可同时代填评价；达到次数仍未接通，回访即告结束。',
  },
  refusals: {
    403: ['handled-it-yourself', 'not-your-area'],
    404: missing,
    409: [
      'feedback-not-asked',
      'not-verified-yet',
      'feedback-over',
      'call-back-done',
      'too-soon',
      'device-time',
      'before-it-began',
      'rated-without-reaching',
      'asker-erased',
    ],
  },
};

export const givingRating: Operation = {
  ...about,
  summary: { en: 'Rate a case', zh: '评价' },
  description: {
    en: 'Whoever asked says whether it was solved; the desk takes it down after a call that reached them. Not content: it is done again, and at last the community secretary decides. Content: the case is concluded, with a letter.',
    zh: '诉求人评价是否解决，或由热线受理台在回访接通后代填。不满意的退回重办，多次不满意由社区书记决定；满意的予以结案并出具告知书。',
  },
  example: concluded,
  refusals: {
    403: ['not-your-case', 'handled-it-yourself', 'not-your-area'],
    404: missing,
    409: ['feedback-not-asked', 'not-verified-yet', 'rating-over', 'call-back-first', 'asker-erased'],
  },
};

export const deciding: Operation = {
  ...about,
  summary: { en: 'Decide what becomes of a case', zh: '书记决定' },
  description: {
    en: 'Whoever asked is still not content though it was done again: the community secretary closes the case, or has it done once more.',
    zh: '重办后仍不满意的，由社区书记决定结案或再次重办。',
  },
  example: { ...concluded, because: 'secretary-decided' },
  refusals: {
    403: ['handled-it-yourself', 'not-your-area'],
    404: missing,
    409: ['feedback-not-asked', 'nothing-to-decide'],
  },
};

const RatingListed = z
  .strictObject({
    caseId: z.uuid(),
    number: z.string(),
    cycle: z.int(),
    area: z.string(),
    channel: z.enum(ratingChannels),
    ...rating,
    /** They wrote something beside it, which lies in the vault. */
    hasWords: z.boolean(),
    ratedAt: TownTime,
  })
  .meta({ id: 'RatingListed' });

export const listingRatings: Operation = {
  tag,
  summary: { en: 'List ratings', zh: '评价列表' },
  description: {
    en: 'The last rating of each cycle, newest first: of one case, of an area, of a span of time. A resident names a case of their own.',
    zh: '每轮办理的最后一次评价，由新到旧；可按案件、辖区、时间筛选。居民须指定本人的案件。',
  },
  answer: pageOf(RatingListed),
  example: {
    items: [
      {
        caseId: example.caseId,
        number: example.number,
        cycle: 1,
        area: example.area,
        channel: 'portal',
        ...rated,
        hasWords: false,
        ratedAt: '2026-03-06T19:12:00.000+08:00',
      },
    ],
    next: null,
  },
  refusals: { 400: ['malformed-cursor'], 403: ['not-your-case', 'not-your-area'], 404: missing },
};

export const readingLetter: Operation = {
  tag,
  summary: { en: 'Read the closing letter', zh: '查看结案告知书' },
  description: {
    en: 'What was asked, who answered when, and what was said of it, in both languages; for whoever asked, the desk, and those who lead. Each reading is on record.',
    zh: '结案告知书（中英文）：诉求事项、承办人职务、办理时间与评价情况；供诉求人、热线受理台与负责人查看，每次查看均留痕。',
  },
  answer: z
    .strictObject({
      number: z.string(),
      cycle: z.int(),
      letter: z.strictObject({ en: z.string(), zh: z.string() }),
    })
    .meta({ id: 'ClosingLetter' }),
  example: {
    number: example.number,
    cycle: 1,
    letter: {
      en: 'Your demand of 2 March 2026 (Sanitation, mu-2026-000417). […] The case is closed.',
      zh: '您于2026年3月2日反映的诉求（环境卫生，编号 mu-2026-000417）答复如下。[…]现予结案。',
    },
  },
  refusals: { 403: ['not-your-case', 'not-your-area', 'no-grant'], 404: [...missing, 'no-letter'] },
};

export const readingWords: Operation = {
  tag,
  summary: { en: 'Read what was said beside a rating', zh: '查看评价文字' },
  description: {
    en: 'All that was written beside the ratings of the case, cycle by cycle, and the last of it as `words`; `null`: there is none, or it is erased. Each reading is on record with its purpose.',
    zh: '该案件历次评价的文字，按办理轮次排列；`words` 为最近一次，未填写或已删除的为 `null`。每次查看均按用途留痕。',
  },
  answer: z
    .strictObject({
      words: z.string().nullable(),
      all: z.array(z.strictObject({ cycle: z.int(), ratedAt: TownTime, words: z.string() })),
    })
    .meta({ id: 'RatingWords' }),
  example: {
    words: 'The lamp went out again the next evening.',
    all: [
      { cycle: 1, ratedAt: '2026-03-06T19:12:00.000+08:00', words: 'It is still dark.' },
      {
        cycle: 2,
        ratedAt: '2026-03-10T08:30:00.000+08:00',
        words: 'The lamp went out again the next evening.',
      },
    ],
  },
  refusals: { 403: ['not-your-case', 'not-your-area', 'no-grant'], 404: missing },
};
