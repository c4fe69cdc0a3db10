/** A mail server and a receiver of webhooks that note which message came, and in which life of the town. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** `id`: the same each time it comes. `life`: how often the town had been killed before. */
export type Arrival = Readonly<{ id: string; life: number; to: string }>;

/** So long a receiver takes until it says that it has a message: time enough to be killed in. */
const slownessMs = 150;

const messageId = /^message-id:\s*<([^@>]+)@/im;

/** @param lifeNow asked when a message has come in whole, before its sender hears that it has. */
export const openReceivers = async (lifeNow: () => number) => {
  const arrivals: Arrival[] = [];
  const mail = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, { envelope }, callback) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const [, id = 'without an id'] = messageId.exec(Buffer.concat(parts).toString()) ?? [];
        for (const { address } of envelope.rcptTo) arrivals.push({ id, life: lifeNow(), to: address });
        void pause(slownessMs).then(() => callback());
      });
    },
  });
  // A town that was killed ends its connections as they stand.
  mail.on('error', () => undefined);
  const web = createServer((request, response) => {
    request.on('error', () => undefined);
    request.resume().on('end', () => {
      const id = String(request.headers['webhook-id']);
      arrivals.push({ id, life: lifeNow(), to: String(request.url) });
      void pause(slownessMs).then(() => response.writeHead(204).end());
    });
  });
  await new Promise<void>((resolve) => mail.listen(0, '127.0.0.1', () => resolve()));
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', () => resolve()));
  const portOf = (server: { address: () => unknown }) => (server.address() as AddressInfo).port;
  return {
    arrivals: arrivals as readonly Arrival[],
    smtpUrl: `smtp://127.0.0.1:${portOf(mail.server)}`,
    webhookUrl: `http://127.0.0.1:${portOf(web)}`,
    close: async () => {
      await new Promise<void>((resolve) => mail.close(() => resolve()));
      web.closeAllConnections();
      await new Promise<void>((resolve) => web.close(() => resolve()));
    },
  };
};
