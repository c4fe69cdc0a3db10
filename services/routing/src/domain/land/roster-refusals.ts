/** Why somebody is told no when they change who is on duty. */
import { Rejection } from '@mulin/kernel';

export const rosterNotChanged = () =>
  new Rejection('roster-not-changed', {
    en: 'Nobody has changed this roster: it is as the town pack has it.',
    zh: '该值班名册未作调整，与镇域配置一致。',
  });

export const noSuchPlace = () =>
  new Rejection(
    'no-such-place',
    { en: 'This town has no such micro-grid, area or office.', zh: '本镇没有该微网格、区域或科室。' },
    'unknown',
  );

export const roleNotOfPlace = () =>
  new Rejection('role-not-of-place', {
    en: 'Nobody does that here. Choose a role that serves at this level.',
    zh: '该地没有此项职务，请选择相应层级的职务。',
  });

export const noAccountForDuty = (account: string) =>
  new Rejection('no-account-for-duty', {
    en: `There is no account ${account} that may sign in. Make one first.`,
    zh: `没有可登录的账号 ${account}，请先添加账号。`,
  });

export const accountOfAnotherRole = () =>
  new Rejection('account-of-another-role', {
    en: 'An account that is new on this roster has another role, so whoever has it could not do the work. Change the role of the account first.',
    zh: '新加入名册的账号角色不符，无法承担该职责。请先更改账号角色。',
  });

export const accountOfAnotherArea = () =>
  new Rejection('account-of-another-area', {
    en: 'An account that is new on this roster works in another area, so whoever has it could not do the work here. Change the area of the account first.',
    zh: '新加入名册的账号不在本辖区，无法承担该地的职责。请先更改账号辖区。',
  });

export const standingOfHelpersOnly = () =>
  new Rejection('standing-of-helpers-only', {
    en: 'Only a helper is a party member, a volunteer or an applicant on a roster.',
    zh: '只有协办人员才登记党员、志愿者、申请人等身份。',
  });

export const noSuchShift = () =>
  new Rejection('no-such-shift', { en: 'This town has no such shift.', zh: '本镇没有该班次。' });

export const dutyEndsBeforeItBegins = () =>
  new Rejection('duty-ends-before-it-begins', {
    en: 'A duty must end after it begins, and after now.',
    zh: '值班结束时间应晚于开始时间，且晚于当前时间。',
  });

export const dutyTwice = () =>
  new Rejection('duty-twice', {
    en: 'Somebody stands here twice for the same hours. Keep one of the two.',
    zh: '同一人员在同一时段重复出现，请保留一条。',
  });

export const nobodyOnRoster = () =>
  new Rejection('nobody-on-roster', {
    en: 'Nobody would be on duty here now. Name somebody, or say that it is meant so: demands then go on to whoever watches over the area, and where nobody does, the community secretary says who.',
    zh: '该地现在将无人值班。请指定人员；确需如此的请注明，届时派给上级区域的值班人员，没有的由社区书记指定。',
  });
