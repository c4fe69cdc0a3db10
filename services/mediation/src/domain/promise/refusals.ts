/** Why somebody is told no about a promise. */
import { Rejection } from '@mulin/kernel';

const conflict = (code: string, en: string, zh: string) => new Rejection(code, { en, zh });

export const unknownPromise = (name: string) =>
  new Rejection(
    'promise-unknown',
    { en: `No promise ${name} is known.`, zh: `没有编号为 ${name} 的承诺。` },
    'unknown',
  );
export const notYourPromise = () =>
  new Rejection(
    'not-your-promise',
    {
      en: 'This promise is for whoever keeps it and those who lead the area.',
      zh: '该承诺仅对责任人和辖区负责人开放。',
    },
    'forbidden',
  );

export const noOwner = () =>
  conflict('promise-without-owner', 'Say who keeps this promise.', '请写明承诺的责任人。');
export const unknownOwner = (account: string) =>
  conflict(
    'owner-unknown',
    `${account} is no account of anybody who works for the town.`,
    `${account} 不是本镇工作人员的账号。`,
  );
export const noDue = () =>
  conflict('promise-without-due', 'Say by when it is kept.', '请写明承诺兑现的期限。');
export const duePast = () =>
  conflict('promise-due-past', 'It is due before it is made.', '兑现期限早于当前时间。');
export const publicTextPersonal = () =>
  conflict(
    'public-text-personal',
    'Everybody reads this wording: it looks as if it held a phone or an identity number.',
    '公开表述不得含有电话号码或证件号码。',
  );
export const promiseOver = () =>
  conflict(
    'promise-over',
    'This promise was kept, or declared not to be kept, already.',
    '该承诺已兑现，或已声明不能兑现。',
  );
export const ownerKnown = () =>
  conflict('owner-has-it', 'This promise is theirs already.', '该承诺已由此人负责。');
