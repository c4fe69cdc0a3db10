import type { KnownType } from '../../views/recorded-events.js';
import type { LocalizedText } from '@mulin/kernel';
import { only, type Sentences } from './saying.js';
import { personOf } from './persons.js';
import { decisionOf } from './loop-words.js';
import { cancelOf, clockOf, missingOf, roleOf } from './words.js';

/** For whom somebody hears, because nobody has that role there. */
const inPlaceOf = (roles: readonly string[]): LocalizedText =>
  only(
    roles.length > 0,
    ` in place of ${roles.map((role) => roleOf(role).en).join(' and ')}`,
    `（代${roles.map((role) => roleOf(role).zh).join('、')}）`,
  );

type OfCases = Exclude<Extract<KnownType, `sla-timer.${string}`>, `sla-timer.commitment-${string}`>;

export const slaTimerSentences: Sentences<OfCases> = {
  'sla-timer.clock-started.v1': ({ data: { clock, dueAt, provisional, reportedBy } }, { shown }) => {
    const word = only(
      reportedBy === 'caller',
      ', counted from the time that was noted',
      '，自登记人所填时间起算',
    );
    return {
      en: `The clock for ${clockOf(clock).en} runs until ${shown(dueAt)}${provisional ? ', provisionally' : ''}${word.en}.`,
      zh: `${clockOf(clock).zh}时限开始计时，截至 ${shown(dueAt)}${provisional ? '（暂定）' : ''}${word.zh}。`,
    };
  },

  'sla-timer.clock-changed.v1': ({ data: { clock, dueAt, formerDueAt, provisional } }, { shown }) => ({
    en: `The deadline for ${clockOf(clock).en} is ${shown(dueAt)} now${provisional ? ', provisionally' : ''}; before it was ${shown(formerDueAt)}.`,
    zh: `${clockOf(clock).zh}时限改为 ${shown(dueAt)}${provisional ? '（暂定）' : ''}，原为 ${shown(formerDueAt)}。`,
  }),

  'sla-timer.clock-missing.v1': ({ data: { clock, because } }) => ({
    en: `No deadline for ${clockOf(clock).en} could be computed, because ${missingOf(because).en}; the community secretary has the case.`,
    zh: `无法计算${clockOf(clock).zh}时限：${missingOf(because).zh}；已交社区书记。`,
  }),

  'sla-timer.verdict-given.v1': ({ data: { clock, verdict, dueAt, endedAt } }, { shown }) => {
    const end = endedAt === null ? null : shown(endedAt);
    if (verdict === 'met')
      return {
        en: `The deadline for ${clockOf(clock).en} was kept${end === null ? '' : ` at ${end}`}; it was due ${shown(dueAt)}.`,
        zh: `${clockOf(clock).zh}按期${end === null ? '' : `，完成于 ${end}`}；时限为 ${shown(dueAt)}。`,
      };
    return {
      en: `The deadline for ${clockOf(clock).en} was missed; it was due ${shown(dueAt)}${end === null ? '' : `, and answered at ${end}`}.`,
      zh: `${clockOf(clock).zh}超期；时限为 ${shown(dueAt)}${end === null ? '' : `，完成于 ${end}`}。`,
    };
  },

  'sla-timer.breach-revoked.v1': ({ data: { clock, dueAt, endedAt } }, { shown }) =>
    endedAt === null
      ? {
          en: `The deadline for ${clockOf(clock).en} was moved to ${shown(dueAt)}: it is not missed any more.`,
          zh: `${clockOf(clock).zh}时限调整为 ${shown(dueAt)}，原超期记录撤销。`,
        }
      : {
          en: `The deadline for ${clockOf(clock).en} was kept after all: the answer of ${shown(endedAt)} was heard late.`,
          zh: `${clockOf(clock).zh}实际按期：完成于 ${shown(endedAt)}，消息迟到，超期记录撤销。`,
        },

  'sla-timer.end-revoked.v1': ({ data: { clock, dueAt, endedAt } }, { shown }) => ({
    en: `The clock for ${clockOf(clock).en} goes on as if it had not stopped at ${shown(endedAt)}; it is due ${shown(dueAt)}.`,
    zh: `${clockOf(clock).zh}时限继续计时，${shown(endedAt)} 的停止不作数；截至 ${shown(dueAt)}。`,
  }),

  'sla-timer.escalation-acknowledged.v1': ({ data: { by, decision } }, { names }) => {
    const person = personOf(names, by);
    return {
      en: `Acknowledged by ${person.en}: ${decisionOf(decision).en}.`,
      zh: `${person.zh}已签收：${decisionOf(decision).zh}。`,
    };
  },

  'sla-timer.clock-cancelled.v1': ({ data: { clock, because } }) => ({
    en: `The clock for ${clockOf(clock).en} is over without a verdict, because ${cancelOf(because).en}.`,
    zh: `${clockOf(clock).zh}时限终止，不作评判：${cancelOf(because).zh}。`,
  }),

  'sla-timer.clock-cancelled.v2': ({ data: { clock, because } }) => ({
    en: `The clock for ${clockOf(clock).en} ended and was neither kept nor missed: ${cancelOf(because).en}.`,
    zh: `${clockOf(clock).zh}时限终止，不计按期或超期：${cancelOf(because).zh}。`,
  }),

  'sla-timer.case-warned.v1': ({ data: { clock, to, dueAt } }, { shown }) => ({
    en: `A warning went to ${roleOf(to).en}: ${clockOf(clock).en} is due ${shown(dueAt)}.`,
    zh: `已提醒${roleOf(to).zh}：${clockOf(clock).zh}时限为 ${shown(dueAt)}。`,
  }),

  'sla-timer.case-escalated.v1': ({ data: { clock, to, dueAt, answered } }, { shown }) => ({
    en: `The lateness went up to ${roleOf(to).en}: ${clockOf(clock).en} was due ${shown(dueAt)}${answered ? ', and was answered late' : ''}.`,
    zh: `超期升级至${roleOf(to).zh}：${clockOf(clock).zh}时限为 ${shown(dueAt)}${answered ? '，已超期办理' : ''}。`,
  }),

  'sla-timer.case-warned.v2': ({ data: { clock, to, insteadOf, dueAt } }, { shown }) => {
    const instead = inPlaceOf(insteadOf);
    return {
      en: `${capital(roleOf(to).en)} was reminded${instead.en}: ${clockOf(clock).en} is due ${shown(dueAt)}.`,
      zh: `已提醒${roleOf(to).zh}${instead.zh}：${clockOf(clock).zh}时限为 ${shown(dueAt)}。`,
    };
  },

  'sla-timer.case-escalated.v2': (
    { data: { clock, to, insteadOf, dueAt, owedAt, lateSeconds, answered } },
    { shown },
  ) => {
    const instead = inPlaceOf(insteadOf);
    const late = only(
      lateSeconds >= 60,
      `; it should have been told ${shown(owedAt)}`,
      `（应于 ${shown(owedAt)} 告知）`,
    );
    return {
      en: `The lateness went to ${roleOf(to).en}${instead.en}: ${clockOf(clock).en} was due ${shown(dueAt)}${answered ? ', and came late' : ''}${late.en}.`,
      zh: `超期升级至${roleOf(to).zh}${instead.zh}：${clockOf(clock).zh}时限为 ${shown(dueAt)}${answered ? '，已超期办理' : ''}${late.zh}。`,
    };
  },

  'sla-timer.escalation-revoked.v2': ({ data: { clock, to, because } }) => {
    const why = revokedBecause(because, clockOf(clock));
    return {
      en: `${capital(roleOf(to).en)} was told that ${why.en}.`,
      zh: `已告知${roleOf(to).zh}${why.zh}。`,
    };
  },

  'sla-timer.escalation-revoked.v1': ({ data: { clock, to, endedAt } }, { shown }) => ({
    en: `${capital(roleOf(to).en)} was told that there was no lateness: ${
      endedAt === null
        ? `the deadline for ${clockOf(clock).en} was moved`
        : `${clockOf(clock).en} was answered at ${shown(endedAt)}`
    }.`,
    zh: `已告知${roleOf(to).zh}并未超期：${clockOf(clock).zh}${endedAt === null ? '时限已调整' : `完成于 ${shown(endedAt)}`}。`,
  }),
};

/** What was told was none, or is somebody else's now. */
const revokedBecause = (because: string, clock: LocalizedText): LocalizedText => {
  switch (because) {
    case 'in-time':
      return { en: `there was no lateness: ${clock.en} came in time`, zh: `并未超期：${clock.zh}实际按期` };
    case 'moved':
      return {
        en: `there is no lateness any more: the deadline for ${clock.en} was moved`,
        zh: `已不超期：${clock.zh}时限已调整`,
      };
    case 'undecided':
      return {
        en: `nobody can say whether it was late: ${clock.en} came on the day it was due, at no known hour`,
        zh: `无法判断是否超期：${clock.zh}于到期当日完成，时刻不明`,
      };
    default:
      return {
        en: `this lateness is not theirs any more: the case goes by other rules, and others were told`,
        zh: `不再由其处理：案件已按其他规则升级至他人`,
      };
  }
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
