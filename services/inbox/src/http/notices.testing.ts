/** A town in memory whose inbox sends to a real mail server and to a real receiver of webhooks. */
import { type Actor, type Area, instant } from '@mulin/kernel';
import { memoryPlatform, openService, type Platform, topicOf } from '@mulin/service';
import { sample, virtualTime } from '@mulin/testing';
import { mailServer, webhookReceiver } from './receivers.testing.js';
import type { DeliverySettings } from '../dependencies.js';
import { INBOX, InboxModule } from '../index.js';

const at = (id: string, role: Actor['role'], area: string): Actor => ({ id, role, area: area as Area }); // a path

export const lying = 'meixi/liutang/xinhe/xinhe-2/xinhe-2-05';
const accounts = {
  li: at('li', 'grid-member', lying),
  wang: at('wang', 'grid-member', lying),
  leader: at('leader', 'grid-leader', 'meixi/liutang/xinhe/xinhe-2'),
  secretary: at('secretary', 'community-secretary', 'meixi/liutang'),
  operator: at('operator', 'operator', 'meixi'),
  auditor: at('auditor', 'auditor', 'meixi'),
  resident: at('resident', 'resident', 'meixi'),
};
export type Who = keyof typeof accounts;
export type Json = Readonly<Record<string, unknown>>;

const caseIdOf = (nth: number): string => `7fec1ca5-f649-86b9-bbfb-${String(nth).padStart(12, '0')}`;
const numberOf = (nth: number): string => `meixi-2026-${String(nth).padStart(6, '0')}`;

/** Monday, nine o'clock in the town. */
const monday = '2026-03-02T09:00:00+08:00';

export const everyDay = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  from: '08:00',
  to: '18:00',
};

type Wanted = Readonly<{
  start?: string;
  settings?: Partial<DeliverySettings>;
  /** Puts an engine that fails in the place of one that does not. */
  around?: (platform: Platform) => Platform;
}>;

/** Opens the town; `close` ends all of it. */
export const openNotices = async ({ start = monday, settings = {}, around = (it) => it }: Wanted = {}) => {
  const [mail, hook] = [await mailServer(), await webhookReceiver()];
  const time = virtualTime(instant(start));
  const town = memoryPlatform({ town: 'meixi', zone: 'Asia/Shanghai', now: time.now, accounts });
  const openWith = (changed: Partial<DeliverySettings>, platform = town.platform) => {
    const module = InboxModule.with({
      townName: { en: 'Meixi', zh: '梅溪镇' },
      mail: { url: mail.url, from: 'Mulin <mulin@meixi.example>' },
      publicUrl: 'https://mulin.meixi.example/',
      allowPrivateWebhooks: true,
      ...settings,
      ...changed,
    });
    return openService(around(platform), { modules: [module], services: [INBOX], port: 0 });
  };
  let app = await openWith({});
  let count = 0;

  /** An event like the sample of its contract, about the nth case, but for what is said of it here. */
  const tell = async (name: string, data: object = {}, nth = 417) => {
    count += 1;
    const message = {
      ...sample(name),
      id: `7a6b1c9e-2f64-4a0e-9e64-${String(count).padStart(12, '0')}`,
      subject: caseIdOf(nth),
      time: time.now(),
      recordedat: time.now(),
      sequence: String(count).padStart(10, '0'),
      data: { ...(sample(name)['data'] as object), cycle: 1, number: numberOf(nth), ...data },
    };
    await town.platform.bus.publish(topicOf(name.split('.', 1)[0] ?? ''), [
      { key: caseIdOf(nth), value: JSON.stringify(message) },
    ]);
    await town.settle();
  };

  const ask = async (who: Who, path: string, options: RequestInit = {}) => {
    const response = await fetch(`${app.url}/api/v1${path}`, {
      ...options,
      headers: {
        authorization: `Bearer ${who}`,
        'content-type': 'application/json',
        'idempotency-key': `key ${++count}`,
        ...(options.headers as Record<string, string> | undefined),
      },
    });
    const etag = response.headers.get('etag');
    return { status: response.status, etag, body: (await response.json()) as Json };
  };
  const prefer = async (who: Who, body: Json, headers: Record<string, string> = {}) => {
    const answered = await ask(who, '/inbox/preferences', {
      method: 'PUT',
      body: JSON.stringify(body),
      headers,
    });
    await town.settle();
    return answered;
  };
  const ledger = async (who: Who, query = '', language = 'en') => {
    const { body } = await ask(who, `/deliveries${query}`, { headers: { 'accept-language': language } });
    return body['items'] as readonly Json[];
  };

  return {
    ...town,
    time,
    mail,
    hook,
    ask,
    prefer,
    ledger,
    tell,
    moveTo: (moment: string) => time.moveTo(instant(moment), town),
    offer: (nth = 417, member = 'li', urgency = 'ordinary') =>
      tell('routing.order-offered.v1', { member, leg: 1, area: lying, because: 'registered', urgency }, nth),
    escalate: (nth = 417, to = 'community-secretary') =>
      tell(
        'sla-timer.case-escalated.v2',
        { clock: 'complete/1', to, area: lying, dueAt: time.now(), answered: false },
        nth,
      ),
    /** The same town, stopped and started with other settings. */
    reopen: async (changed: Partial<DeliverySettings> = {}) => {
      await app.close();
      // One registry of metrics takes each figure once.
      const meter = { ...town.platform.meter, gauge: () => undefined };
      app = await openWith(changed, { ...town.platform, meter });
      await town.settle();
    },
    close: async () => {
      await app.close();
      await Promise.all([mail.close(), hook.close()]);
    },
  };
};
