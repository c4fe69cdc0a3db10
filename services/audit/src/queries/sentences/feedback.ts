import type { KnownType } from '../../views/recorded-events.js';
import { personOf } from './persons.js';
import { areaOf, only, type Sentences } from './saying.js';
import {
  callBackOf,
  conclusionOf,
  exemptionOf,
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

  'feedback.exemption-asked.v1': ({ data: { reason, by, cycle } }, { names }) => {
    const [person, why] = [personOf(names, by), exemptionOf(reason)];
    return {
      en: `Exemption of cycle ${cycle} from the rates asked for by ${person.en}: ${why.en}.`,
      zh: `${person.zh}申请将第 ${cycle} 轮办理从考核中剔除：${why.zh}。`,
    };
  },

  'feedback.exemption-decided.v1': ({ data: { granted, by, cycle } }, { names }) => {
    const person = personOf(names, by);
    return granted
      ? {
          en: `Exemption of cycle ${cycle} from the rates granted by ${person.en}.`,
          zh: `${person.zh}同意将第 ${cycle} 轮办理从考核中剔除。`,
        }
      : {
          en: `Exemption of cycle ${cycle} from the rates refused by ${person.en}.`,
          zh: `${person.zh}不同意将第 ${cycle} 轮办理从考核中剔除。`,
        };
  },

  'feedback.exemption-appealed.v1': ({ data: { by, cycle } }, { names }) => {
    const person = personOf(names, by);
    return {
      en: `Appeal by ${person.en} against that decision about cycle ${cycle}: the town leader decides.`,
      zh: `${person.zh}对第 ${cycle} 轮办理的剔除审批提出申诉，由镇领导复核。`,
    };
  },

  'feedback.exemption-settled.v1': ({ data: { granted, by, cycle } }, { names }) => {
    const person = personOf(names, by);
    return granted
      ? {
          en: `Appeal settled by ${person.en}: cycle ${cycle} is taken out of the rates.`,
          zh: `${person.zh}复核申诉：第 ${cycle} 轮办理不计入考核。`,
        }
      : {
          en: `Appeal settled by ${person.en}: cycle ${cycle} stays in the rates.`,
          zh: `${person.zh}复核申诉：第 ${cycle} 轮办理计入考核。`,
        };
  },

  'feedback.case-concluded.v1': ({ data: { outcome, because } }) => ({
    en: `Nothing is left to ask (${conclusionOf(because).en}): ${outcomeOf(outcome).en}.`,
    zh: `回访结束（${conclusionOf(because).zh}）：${outcomeOf(outcome).zh}。`,
  }),
};
