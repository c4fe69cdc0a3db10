/** Why somebody is told no when they ask for or decide about an exemption from the rates. */
import { Rejection } from '@mulin/kernel';

export const nothingRated = () =>
  new Rejection(
    'nothing-rated',
    { en: 'There is no such cycle of this case in the rates.', zh: '该案件没有这一轮办理的考核数据。' },
    'unknown',
  );

export const noExemption = () =>
  new Rejection(
    'exemption-unknown',
    { en: 'Nobody has asked for an exemption in this cycle.', zh: '本轮办理尚未申请剔除。' },
    'unknown',
  );

export const notRatedUnit = () =>
  new Rejection(
    'not-rated-unit',
    {
      en: 'An exemption is asked for by the unit that is rated, or by whoever leads it.',
      zh: '剔除须由被考核单位或其上级申请。',
    },
    'forbidden',
  );

export const ofRatedUnit = () =>
  new Rejection(
    'of-rated-unit',
    {
      en: 'You belong to the unit that is rated; somebody outside of it must decide about the exemption.',
      zh: '您属于被考核单位，剔除申请应由该单位以外的人员审批。',
    },
    'forbidden',
  );

export const exemptionAsked = () =>
  new Rejection('exemption-asked', {
    en: 'An exemption was asked for by your unit in this cycle already.',
    zh: '您的单位在本轮办理中已申请过剔除。',
  });

export const exemptionWaits = () =>
  new Rejection('exemption-waits', {
    en: 'The exemption of another unit waits for a decision in this cycle; ask again once it was decided.',
    zh: '其他单位就本轮办理提出的剔除申请尚待审批，请在审批后再申请。',
  });

export const exemptionDecided = () =>
  new Rejection('exemption-decided', {
    en: 'This exemption was decided already; it can be appealed against once.',
    zh: '该剔除申请已审批，可申诉一次。',
  });

export const nothingToAppeal = () =>
  new Rejection('nothing-to-appeal', {
    en: 'There is no decision here that went against you.',
    zh: '没有对您不利的审批决定可供申诉。',
  });

export const exemptionAppealed = () =>
  new Rejection('exemption-appealed', {
    en: 'This decision was appealed against already; an appeal is possible once.',
    zh: '该审批决定已申诉过，只能申诉一次。',
  });

export const yourOwnDecision = () =>
  new Rejection(
    'your-own-decision',
    { en: 'You made this decision; somebody else must appeal.', zh: '该决定由您作出，应由他人申诉。' },
    'forbidden',
  );

export const nothingToSettle = () =>
  new Rejection('nothing-to-settle', {
    en: 'No appeal waits here for the town leader.',
    zh: '没有待镇领导复核的申诉。',
  });
