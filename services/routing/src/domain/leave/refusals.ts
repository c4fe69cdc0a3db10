/** Why somebody is told no when they record that somebody is away. */
import { Rejection } from '@mulin/kernel';

export const endsBeforeItBegins = () =>
  new Rejection('ends-before-it-begins', {
    en: 'The leave must end after it begins.',
    zh: '请假结束时间应晚于开始时间。',
  });

export const leaveIsOver = () =>
  new Rejection('leave-over', {
    en: 'This leave is over already.',
    zh: '该次请假已结束。',
  });

export const unknownAccount = () =>
  new Rejection('unknown-account', {
    en: 'This account stands on no roster.',
    zh: '该账号不在任何名册中。',
  });

export const leaveWithoutStandIn = () =>
  new Rejection('leave-without-stand-in', {
    en: 'Nobody stands in. Name somebody, or say that nobody does: orders then go to whoever else is on duty there.',
    zh: '请假期间无人替班。请指定替班人；确无替班人的请注明，届时派给当地其他在岗人员。',
  });

export const leaveTwice = () =>
  new Rejection('leave-twice', {
    en: 'It overlaps with another leave of theirs. End that one first.',
    zh: '与本人另一次请假重叠，请先结束原请假。',
  });

export const standInAway = () =>
  new Rejection('stand-in-away', {
    en: 'Whoever should stand in is away then, too. Name somebody else.',
    zh: '替班人同一时间也在请假，请指定其他人员。',
  });

export const noSuchLeave = () =>
  new Rejection('no-such-leave', { en: 'No such leave was recorded.', zh: '没有该次请假记录。' }, 'unknown');
