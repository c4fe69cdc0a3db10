/** What is said of a mail server that was asked. */
import type { LocalizedText } from '@mulin/kernel';
import type { MailCheck } from '../delivery/sending.js';

const texts: Readonly<Record<MailCheck, LocalizedText>> = {
  answers: { en: 'the mail server answers', zh: '邮件服务器有应答' },
  'mail-not-configured': {
    en: 'no mail server is named (MULIN_SMTP_URL): no e-mail is sent',
    zh: '未配置邮件服务器（MULIN_SMTP_URL），不发送电子邮件',
  },
  'mail-server-away': {
    en: 'the mail server does not answer: look at MULIN_SMTP_URL; messages wait meanwhile',
    zh: '邮件服务器没有应答：请检查 MULIN_SMTP_URL；在此期间邮件排队等候',
  },
  'mail-sign-in-refused': {
    en: 'the mail server does not let this town sign in: look at name and password in MULIN_SMTP_URL',
    zh: '邮件服务器拒绝登录：请检查 MULIN_SMTP_URL 中的用户名和密码',
  },
};

/** In one sentence. */
export const mailCheckText = (code: MailCheck): LocalizedText => texts[code];
