/** Why somebody is told no when they ask something about the feedback of a case. */
import { Rejection } from '@mulin/kernel';

export const noFeedback = () =>
  new Rejection('feedback-not-asked', {
    en: 'This town asks for no call-backs and ratings; the desk closes its cases.',
    zh: '本镇未启用回访与评价，由热线受理台结案。',
  });

export const notYetDue = () =>
  new Rejection('not-verified-yet', {
    en: 'This case is still being handled; whoever asked is asked once the work has been verified.',
    zh: '该案件仍在办理，核查通过后再回访和评价。',
  });

export const handledIt = () =>
  new Rejection(
    'handled-it-yourself',
    {
      en: 'You handled this case; somebody who did not must call back, rate or decide.',
      zh: '您参与过该案件的办理，应由未参与办理的人员回访、评价或决定。',
    },
    'forbidden',
  );

export const tooSoon = () =>
  new Rejection('too-soon', {
    en: 'Somebody called a short while ago; please try at another hour.',
    zh: '刚刚已回访过，请换个时段再试。',
  });

export const callBackDone = () =>
  new Rejection('call-back-done', {
    en: 'Whoever asked was called already; nobody needs to call again.',
    zh: '回访已完成，无需再次回访。',
  });

export const ratedWithoutReaching = () =>
  new Rejection('rated-without-reaching', {
    en: 'A rating can only be taken down when they were reached.',
    zh: '只有接通后才能代填评价。',
  });

export const callBackFirst = () =>
  new Rejection('call-back-first', {
    en: 'Take the rating down after a call that reached whoever asked.',
    zh: '须先回访接通，再代填评价。',
  });

export const ratingOver = () =>
  new Rejection('rating-over', {
    en: 'The time for rating this is over; if it is not solved, ask for the case to be reopened.',
    zh: '评价已截止；如问题未解决，可申请重新办理。',
  });

export const feedbackOver = () =>
  new Rejection('feedback-over', {
    en: 'Nothing is left to ask in this case.',
    zh: '该案件的回访与评价已结束。',
  });

export const nothingToDecide = () =>
  new Rejection('nothing-to-decide', {
    en: 'This case waits for no decision of the community secretary.',
    zh: '该案件没有待社区书记决定的事项。',
  });

export const deviceTime = () =>
  new Rejection('device-time', {
    en: 'The time of the call must lie within the last 72 hours, and no more than 5 minutes ahead.',
    zh: '回访时间应在过去 72 小时之内，且不得晚于当前时间 5 分钟以上。',
  });

export const beforeItBegan = () =>
  new Rejection('before-it-began', {
    en: 'This lies before the work was verified; please correct the time.',
    zh: '时间早于核查通过的时间，请更正。',
  });

export const noLetter = () =>
  new Rejection(
    'no-letter',
    { en: 'There is no closing letter for this case.', zh: '该案件没有结案告知书。' },
    'unknown',
  );

export const askerErased = () =>
  new Rejection('asker-erased', {
    en: 'Whoever asked was erased from the records; please rate without words.',
    zh: '诉求人的个人信息已删除，请不填文字，只作评价。',
  });
