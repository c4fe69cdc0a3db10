/** A real mail server and a real receiver of webhooks, to be told what they shall answer. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A message as it came in: its headers unfolded, its body decoded. */
type Received = Readonly<{
  to: readonly string[];
  headers: ReadonlyMap<string, string>;
  text: string;
}>;

/** Bytes as text of one character each. */
const ofQuoted = (text: string): string =>
  text.replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
const ofBase64 = (text: string): string => Buffer.from(text, 'base64').toString('latin1');
const utf8 = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');

const bodyText = (encoding: string, body: string): string => {
  if (encoding === 'base64') return utf8(ofBase64(body));
  return encoding === 'quoted-printable' ? utf8(ofQuoted(body.replaceAll('=\r\n', ''))) : body;
};

/** `=?UTF-8?Q?…?=`, as RFC 2047 has it. */
const headerText = (value: string): string =>
  value.includes('=?')
    ? utf8(
        value
          .replaceAll(/\?=\s+=\?/g, '?==?')
          .replaceAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
            how.toUpperCase() === 'B' ? ofBase64(text) : ofQuoted(text.replaceAll('_', ' ')),
          ),
      )
    : value;

const parsed = (raw: string, to: readonly string[]): Received => {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), headerText(line.slice(at + 1).trim())];
    }),
  );
  const text = bodyText(headers.get('content-transfer-encoding') ?? '7bit', rest.join('\r\n\r\n'));
  return { to, headers, text: text.replaceAll('\r\n', '\n') };
};

/** What the server says to a recipient; `null`: it takes the message. */
type Reply = Readonly<{ code: number; text: string }> | null;

/** A mail server on this machine that keeps what it is given. */
export const mailServer = async () => {
  const mails: Received[] = [];
  let toRecipient: Reply = null;
  let toData: Reply = null;
  /** Those who wait to hear whether their message was taken; `null`: nobody has to wait. */
  let held: (() => void)[] | null = null;
  const refusal = ({ code, text }: NonNullable<Reply>) =>
    Object.assign(new Error(text), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onAuth: (_auth, _session, callback) => callback(new Error('no')),
    onRcptTo: (_address, _session, callback) => callback(toRecipient && refusal(toRecipient)),
    onData: (stream, session, callback) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const refused = toData && refusal(toData);
        const to = session.envelope.rcptTo.map(({ address }) => address);
        if (refused === null) mails.push(parsed(Buffer.concat(parts).toString('utf8'), to));
        if (held === null) callback(refused);
        else held.push(() => callback(refused));
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    mails,
    /** From now on; `null`: as usual. */
    answerRecipients: (reply: Reply) => void (toRecipient = reply),
    answerData: (reply: Reply) => void (toData = reply),
    /** How many wait to hear what became of their message. */
    waiting: () => held?.length ?? 0,
    /** From now on it takes or refuses messages, and does not say so. */
    holdReplies: () => void (held = []),
    releaseReplies: () => {
      const waiting = held ?? [];
      held = null;
      waiting.forEach((reply) => reply());
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};

/** A webhook as it came in. */
type Posted = Readonly<{ headers: IncomingHttpHeaders; body: string }>;

/** A receiver of webhooks on this machine. */
export const webhookReceiver = async () => {
  const posts: Posted[] = [];
  let status = 204;
  let location: string | undefined;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      posts.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
      response.writeHead(status, location === undefined ? {} : { location }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    posts,
    answer: (wanted: number, to?: string) => {
      status = wanted;
      location = to;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};
