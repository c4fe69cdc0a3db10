/** Why somebody may not read a case. */
import { Rejection } from '@mulin/kernel';

export const notYours = () =>
  new Rejection(
    'not-your-case',
    {
      en: 'This case does not concern you: nobody has told you of a deadline of it.',
      zh: '该案件未向您提醒或升级，您无权查看。',
    },
    'forbidden',
  );

export const isOverNow = () =>
  new Rejection(
    'case-is-over',
    {
      en: 'This case is over: nothing of it waits for you any more, and its history is in the timeline.',
      zh: '该案件已终结，不再需要您处理；办理经过请查看时间线。',
    },
    'forbidden',
  );
