/** Why somebody is told no when they ask something of an order. */
import { Rejection } from '@mulin/kernel';

export const archivedCase = () =>
  new Rejection('archived-case', {
    en: 'This case is history from an archive; nobody is asked to answer it.',
    zh: '该案件为历史档案，无需办理。',
  });

export const noSuchOrder = () =>
  new Rejection('no-such-order', { en: 'There is no such order.', zh: '没有该单。' }, 'unknown');

export const notYours = () =>
  new Rejection(
    'not-your-order',
    { en: 'This order is not in your hands.', zh: '该单不在您手中。' },
    'forbidden',
  );

export const notYourArea = () =>
  new Rejection(
    'not-your-area',
    { en: 'This lies outside your area.', zh: '此事不在您的辖区内。' },
    'forbidden',
  );

export const withArbiter = () =>
  new Rejection('with-arbiter', {
    en: 'This order waits for the decision of the community secretary.',
    zh: '该单正等待社区书记协调确定。',
  });

export const decidedForGood = () =>
  new Rejection('decided-for-good', {
    en: 'The community secretary has decided who answers; it cannot be returned again.',
    zh: '社区书记已协调确定承办人，不能再退单。',
  });

export const alreadyFinished = () =>
  new Rejection('order-finished', { en: 'This order is finished already.', zh: '该单已办理完毕，待核查。' });

export const alreadyTheirs = () =>
  new Rejection('already-theirs', {
    en: 'The order is in their hands already; name somebody else.',
    zh: '该单已由此人承办，请指定其他人员。',
  });

export const isOver = () =>
  new Rejection('order-over', {
    en: 'This case is over; nothing is left to do.',
    zh: '该案件已终结，无需办理。',
  });

export const notTaken = () => new Rejection('not-taken', { en: 'Take the order first.', zh: '请先接单。' });

export const notBeforeArbiter = () =>
  new Rejection('not-before-arbiter', {
    en: 'This order waits for nobody to decide, and nobody has told you that it is late: its holder answers for it.',
    zh: '该单无需您协调确定，也未向您升级；由现承办人办理。',
  });
