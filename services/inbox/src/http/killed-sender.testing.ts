/** The inbox of a town in a process of its own, so that it can be killed: it takes messages for the bus, and answers. */
import type { Area, Message } from '@mulin/kernel';
import { openService, postgresPlatform } from '@mulin/service';
import { INBOX, InboxModule } from '../index.js';

/** What the process is started with. */
export type SenderSettings = Readonly<{
  databaseUrl: string;
  keys: string;
  smtpUrl: string;
  redisUrl?: string | undefined;
  accounts: Readonly<
    Record<string, Readonly<{ role: 'grid-member' | 'grid-leader' | 'operator'; area: string }>>
  >;
}>;

/** What it says once it answers. */
export type SenderStarted = Readonly<{ url: string; tokens: Readonly<Record<string, string>> }>;

/** One message for a topic. */
export type ToPublish = Readonly<{ topic: string; message: Message }>;

const silent = () => undefined;

const run = async ({ databaseUrl, keys, smtpUrl, redisUrl, accounts }: SenderSettings): Promise<void> => {
  const { platform } = await postgresPlatform({
    databaseUrl,
    redisUrl,
    keys,
    town: 'meixi',
    zone: 'Asia/Shanghai',
    services: ['inbox'],
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  const module = InboxModule.with({
    townName: { en: 'Meixi', zh: '梅溪镇' },
    mail: { url: smtpUrl, from: 'mulin@meixi.example' },
  });
  const { url } = await openService(platform, { modules: [module], services: [INBOX], port: 0 });
  const tokens: Record<string, string> = {};
  for (const [account, { role, area }] of Object.entries(accounts)) {
    const issued = await platform.identity.issue({ account, role, area: area as Area, minutes: 60 }); // a path
    tokens[account] = issued.token;
  }
  process.on('message', (asked: ToPublish) => void platform.bus.publish(asked.topic, [asked.message]));
  process.send?.({ url, tokens } satisfies SenderStarted);
};

const [settings] = process.argv.slice(2);
if (settings !== undefined) await run(JSON.parse(settings) as SenderSettings);
