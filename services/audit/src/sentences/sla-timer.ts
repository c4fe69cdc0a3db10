import type { KnownType } from '../views/heard.js';
import type { Sentences } from './saying.js';
import { cancelOf, clockOf, roleOf } from './words.js';

export const slaTimerSentences: Sentences<Extract<KnownType, `sla-timer.${string}`>> = {
  'sla-timer.clock-started.v1': ({ data: { clock, dueAt, provisional } }, shown) => ({
    en: `The clock for ${clockOf(clock).en} runs until ${shown(dueAt)}${provisional ? ', provisionally' : ''}.`,
    zh: `${clockOf(clock).zh}时限开始计时,截至 ${shown(dueAt)}${provisional ? '(暂定)' : ''}。`,
  }),

  'sla-timer.verdict-given.v1': ({ data: { clock, verdict, dueAt, endedAt } }, shown) => {
    const end = endedAt === null ? null : shown(endedAt);
    if (verdict === 'met')
      return {
        en: `The deadline for ${clockOf(clock).en} was kept${end === null ? '' : ` at ${end}`}; it was due ${shown(dueAt)}.`,
        zh: `${clockOf(clock).zh}按时${end === null ? '' : `,完成于 ${end}`};时限为 ${shown(dueAt)}。`,
      };
    return {
      en: `The deadline for ${clockOf(clock).en} was missed; it was due ${shown(dueAt)}${end === null ? '' : `, and answered at ${end}`}.`,
      zh: `${clockOf(clock).zh}超时;时限为 ${shown(dueAt)}${end === null ? '' : `,完成于 ${end}`}。`,
    };
  },

  'sla-timer.breach-revoked.v1': ({ data: { clock, dueAt, endedAt } }, shown) =>
    endedAt === null
      ? {
          en: `The deadline for ${clockOf(clock).en} was moved to ${shown(dueAt)}: it is not missed any more.`,
          zh: `${clockOf(clock).zh}时限调整为 ${shown(dueAt)},原超时撤销。`,
        }
      : {
          en: `The deadline for ${clockOf(clock).en} was kept after all: the answer of ${shown(endedAt)} was heard late.`,
          zh: `${clockOf(clock).zh}实际按时:完成于 ${shown(endedAt)},消息迟到,超时撤销。`,
        },

  'sla-timer.clock-cancelled.v1': ({ data: { clock, because } }) => ({
    en: `The clock for ${clockOf(clock).en} is over without a verdict, because ${cancelOf(because).en}.`,
    zh: `${clockOf(clock).zh}时限终止,不作评判:${cancelOf(because).zh}。`,
  }),

  'sla-timer.case-warned.v1': ({ data: { clock, to, dueAt } }, shown) => ({
    en: `A warning went to ${roleOf(to).en}: ${clockOf(clock).en} is due ${shown(dueAt)}.`,
    zh: `已提醒${roleOf(to).zh}:${clockOf(clock).zh}时限为 ${shown(dueAt)}。`,
  }),

  'sla-timer.case-escalated.v1': ({ data: { clock, to, dueAt, answered } }, shown) => ({
    en: `The lateness went up to ${roleOf(to).en}: ${clockOf(clock).en} was due ${shown(dueAt)}${answered ? ', and was answered late' : ''}.`,
    zh: `超时上报至${roleOf(to).zh}:${clockOf(clock).zh}时限为 ${shown(dueAt)}${answered ? ',已迟办' : ''}。`,
  }),

  'sla-timer.escalation-revoked.v1': ({ data: { clock, to, endedAt } }, shown) => ({
    en: `${capital(roleOf(to).en)} was told that there was no lateness: ${
      endedAt === null
        ? `the deadline for ${clockOf(clock).en} was moved`
        : `${clockOf(clock).en} was answered at ${shown(endedAt)}`
    }.`,
    zh: `已告知${roleOf(to).zh}并未超时:${clockOf(clock).zh}${endedAt === null ? '时限已调整' : `完成于 ${shown(endedAt)}`}。`,
  }),
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
