import type { KnownType } from '../../views/recorded-events.js';
import { personOf } from './persons.js';
import { areaOf, only, type Sentences } from './saying.js';
import {
  callBackOf,
  conclusionOf,
  ratingChannelOf,
  resolutionOf,
  responseOf,
  satisfactionOf,
} from './loop-words.js';
import { outcomeOf } from './words.js';

export const feedbackSentences: Sentences<Extract<KnownType, `feedback.${string}`>> = {
  'feedback.call-back-due.v1': () => ({
    en: 'Whoever asked is to be called back, by somebody who did not handle it.',
    zh: '待回访（由未参与办理的人员进行）。',
  }),

  'feedback.call-back-made.v1': ({ data: { attempt, caller, outcome, isLast } }, { names }) => {
    const person = personOf(names, caller);
    const last = only(isLast && outcome !== 'reached', ' Nobody calls again.', '不再回访。');
    return {
      en: `Call-back ${attempt} by ${person.en}: ${callBackOf(outcome).en}.${last.en}`,
      zh: `第 ${attempt} 次回访（${person.zh}）：${callBackOf(outcome).zh}。${last.zh}`,
    };
  },

  'feedback.case-rated.v1': ({ data: { channel, response, resolution, satisfaction } }) => ({
    en: `Rated ${ratingChannelOf(channel).en}: ${responseOf(response).en}, ${resolutionOf(resolution).en}, ${satisfactionOf(satisfaction).en}.`,
    zh: `居民评价（${ratingChannelOf(channel).zh}）：${responseOf(response).zh}，${resolutionOf(resolution).zh}，${satisfactionOf(satisfaction).zh}。`,
  }),

  'feedback.redo-demanded.v1': ({ data: { nextCycle } }) => ({
    en: `The resident is not content: it is to be done again, in cycle ${nextCycle}.`,
    zh: `居民不满意，退回重办（第 ${nextCycle} 轮）。`,
  }),

  'feedback.secretary-asked.v1': ({ data: { area } }, telling) => {
    const place = areaOf(telling, area);
    return {
      en: `The resident is still not content: the community secretary of ${place.en} decides.`,
      zh: `居民仍不满意，由社区书记（${place.zh}）决定。`,
    };
  },

  'feedback.case-concluded.v1': ({ data: { outcome, because } }) => ({
    en: `Nothing is left to ask (${conclusionOf(because).en}): ${outcomeOf(outcome).en}.`,
    zh: `回访结束（${conclusionOf(because).zh}）：${outcomeOf(outcome).zh}。`,
  }),
};
