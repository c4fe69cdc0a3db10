/** Why a message could not be sent: codes, and what they are called. */
import type { LocalizedText } from '@mulin/kernel';

const failures = {
  'mail-not-configured': { en: 'this town has no mail server', zh: '本镇未配置邮件服务器' },
  'mail-server-away': { en: 'the mail server does not answer', zh: '邮件服务器没有应答' },
  'mail-sign-in-refused': {
    en: 'the mail server does not let this town sign in',
    zh: '邮件服务器拒绝本镇登录',
  },
  'mail-refused': { en: 'the mail server did not take the message', zh: '邮件服务器未接收该邮件' },
  'address-refused': { en: 'the mail server knows no such address', zh: '邮件服务器称该地址不存在' },
  'receiver-away': { en: 'the receiver does not answer', zh: '接收方没有应答' },
  'receiver-refused': { en: 'the receiver did not take it', zh: '接收方未接收' },
  'receiver-not-trusted': { en: 'the certificate of the receiver is not valid', zh: '接收方的证书无效' },
  'receiver-gone': { en: 'the receiver takes nothing any more (410)', zh: '接收方已停用（410）' },
  'private-address': {
    en: 'the receiver lies at a private address',
    zh: '接收方位于内部网络地址',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** Why an attempt failed. */
export type Failure = keyof typeof failures;

const endings = {
  'channel-off': { en: 'this way of sending was switched off', zh: '该通知方式已关闭' },
  'account-disabled': { en: 'the account is disabled', zh: '账号已停用' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** Why nothing is tried any more: by what the last attempt failed, or that there is nobody to send it to. */
export type GivenUp = Failure | keyof typeof endings;

/** Why a message was not sent, though nothing failed: what it told was read, done or handed on before. */
export const nothingWaits = 'nothing-waits';

const reasons = {
  [nothingWaits]: {
    en: 'no longer needed: what it told was read, done or handed on before it was sent',
    zh: '已无需发送：发送前相关事项已阅、已办或已转交',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** Why it stands as it does in the ledger. */
export type Because = GivenUp | keyof typeof reasons;

const words: Readonly<Record<string, LocalizedText>> = {
  ...failures,
  ...endings,
  ...reasons,
};

/** What a failure is called; by its code where a newer program has a new one. */
export const failureText = (code: string): LocalizedText =>
  (Object.hasOwn(words, code) ? words[code] : undefined) ?? { en: code, zh: code };
