import { Rejection, type SessionEnd } from '@mulin/kernel';

/** What whoever had a session is told of its end. */
export const sessionEnded: Readonly<Record<SessionEnd, () => Rejection>> = {
  'account-disabled': () =>
    new Rejection(
      'session-account-disabled',
      {
        en: 'Your account was disabled, and you are signed out. Ask whoever looks after the accounts of the town.',
        zh: '您的账号已停用，登录已失效。请联系系统管理员。',
      },
      'unsigned',
    ),
  'account-changed': () =>
    new Rejection(
      'session-account-changed',
      {
        en: 'Your role or area was changed, and you are signed out. Sign in again to go on with what is yours now.',
        zh: '您的角色或辖区已变更，登录已失效。请重新登录，按新的职责继续工作。',
      },
      'unsigned',
    ),
};
