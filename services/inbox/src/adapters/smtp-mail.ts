/** E-mail by SMTP, through nodemailer. */
import { second } from '@mulin/kernel';
import { createTransport } from 'nodemailer';
import type { DeliverySettings } from '../dependencies.js';
import type { Outcome } from '../domain/delivery/delivery.js';
import type { Failure } from '../domain/delivery/failures.js';
import type { Letter, Mail, MailCheck } from '../domain/delivery/sending.js';

/** A server that answers is faster by far; one that hangs must not hold up the other messages. */
const limits = {
  connectionTimeout: 10 * second,
  greetingTimeout: 10 * second,
  socketTimeout: 30 * second,
  dnsTimeout: 10 * second,
};

/** What nodemailer says of a failure; its text may hold addresses, and is told to nobody. */
type SmtpError = Readonly<{ code?: string; command?: string; responseCode?: number; response?: string }>;

const signInCodes: ReadonlySet<string> = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2']);
/** Replies to a recipient by which a server says that there is no such mailbox (RFC 5321, 4.2.3). */
const noMailbox: ReadonlySet<number> = new Set([550, 551, 553]);

/** A policy (5.7.x of RFC 3463) forbids the sender, and is not about the mailbox. */
const isPolicy = (response: string): boolean => /\b5\.7\.\d/.test(response);

const isNoMailbox = ({ command, responseCode, response }: Required<Omit<SmtpError, 'code'>>): boolean =>
  command.startsWith('RCPT') && noMailbox.has(responseCode) && !isPolicy(response);

const failed = (
  because: Failure,
  { isFinal = false, ...status }: Readonly<{ isFinal?: boolean; status?: number }> = {},
): Outcome => ({ is: 'failed', because, isFinal, ...status });

const outcomeOf = (error: SmtpError): Outcome => {
  const { code = '', command = '', responseCode, response = '' } = error;
  if (signInCodes.has(code)) return failed('mail-sign-in-refused');
  if (responseCode === undefined) return failed('mail-server-away');
  const status = { status: responseCode };
  return isNoMailbox({ command, responseCode, response })
    ? failed('address-refused', { ...status, isFinal: true })
    : failed('mail-refused', status);
};

const asError = (error: unknown): SmtpError => (error instanceof Error ? (error as SmtpError) : {}); // a driver's error

const none: Mail = {
  isConfigured: false,
  send: async () => failed('mail-not-configured'),
  check: async () => 'mail-not-configured',
};

/** The domain of an address, such as `Mulin <mulin@town.example>`, for the ids of messages. */
const domainOf = (from: string): string => /@([^\s>]+)/.exec(from)?.[1] ?? 'mulin.invalid';

const headers = {
  // No out-of-office note answers it (RFC 3834).
  'auto-submitted': 'auto-generated',
  'x-auto-response-suppress': 'All',
};

/** The mail of a town; without settings, none. Each message is a connection of its own. */
export const smtpMail = (settings: DeliverySettings['mail']): Mail => {
  if (settings === undefined) return none;
  const { url, from } = settings;
  const transport = createTransport({ url, ...limits, disableFileAccess: true, disableUrlAccess: true });

  const send = async (to: string, { id, subject, text, language }: Letter): Promise<Outcome> => {
    try {
      await transport.sendMail({
        from,
        // As one address, whatever stands in it.
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${id}@${domainOf(from)}>`,
        headers: { ...headers, 'content-language': language },
      });
      return { is: 'sent' };
    } catch (error) {
      return outcomeOf(asError(error));
    }
  };

  const check = async (): Promise<MailCheck> => {
    try {
      await transport.verify();
      return 'answers';
    } catch (error) {
      return signInCodes.has(asError(error).code ?? '') ? 'mail-sign-in-refused' : 'mail-server-away';
    }
  };

  return { isConfigured: true, send, check };
};
