/** One connection hears every channel, and comes back by itself when it is lost. */
import type { Stop } from '@mulin/kernel';
import type pg from 'pg';
import { connect } from './connection.js';

type Heard = (payload: string) => void;

export type Listening = Readonly<{ listen(channel: string, heard: Heard): Promise<Stop>; close: Stop }>;

const firstPauseMs = 50;
const longestPauseMs = 2_000;
const pulseMs = 20_000;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

export const listening = (url: string, applicationName: string): Listening => {
  const channels = new Map<string, Set<Heard>>();
  let client: pg.Client | undefined;
  let connecting: Promise<void> | undefined;
  let pause = firstPauseMs;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const tell = (listeners: Iterable<Heard>, payload: string) => {
    for (const heard of [...listeners]) heard(payload);
  };

  const later = () => {
    if (isClosed || timer !== undefined || channels.size === 0) return;
    timer = setTimeout(() => {
      timer = undefined;
      void reached();
    }, pause);
    pause = Math.min(pause * 2, longestPauseMs);
  };

  const attach = async () => {
    let hasEnded = false;
    const fresh = await connect(url, `${applicationName} listens`, () => {
      hasEnded = true;
      if (client === fresh) client = undefined;
      later();
    });
    fresh.on('notification', ({ channel, payload }) => tell(channels.get(channel) ?? [], payload ?? ''));
    const wanted = [...channels.keys()];
    if (wanted.length > 0) await fresh.query(wanted.map((name) => `listen ${quoted(name)};`).join(' '));
    if (isClosed) return void fresh.end().catch(() => undefined);
    if (hasEnded) return;
    client = fresh;
    pause = firstPauseMs;
    // Whatever was said while nobody listened is lost: everyone looks for themselves.
    for (const name of wanted) tell(channels.get(name) ?? [], '');
    // Channels that were asked for meanwhile.
    for (const name of channels.keys()) if (!wanted.includes(name)) await listenTo(name);
  };

  /** Resolves when every channel is heard, or when this attempt failed and another one is on its way. */
  const reached = (): Promise<void> => {
    connecting ??= attach()
      .catch(later)
      .finally(() => {
        connecting = undefined;
      });
    return connecting;
  };

  const listenTo = async (channel: string) => {
    try {
      await client?.query(`listen ${quoted(channel)}`);
    } catch {
      // The connection is going down; its end brings everyone back.
    }
  };

  // A connection that is dead without having ended (a network that swallows packets) is found out here.
  const pulse = setInterval(() => {
    const current = client;
    if (current === undefined) return;
    const silence = setTimeout(() => current.end().catch(() => undefined), pulseMs / 2);
    current
      .query('select 1')
      .catch(() => undefined)
      .finally(() => clearTimeout(silence));
  }, pulseMs).unref();

  return {
    listen: async (channel, heard) => {
      const isNew = !channels.has(channel);
      // A listener of its own, so that the same function may listen twice and leave once.
      const listener: Heard = (payload) => heard(payload);
      const listeners = channels.get(channel) ?? new Set();
      channels.set(channel, listeners.add(listener));
      if (client === undefined) await reached();
      else if (isNew) await listenTo(channel);

      return async () => {
        listeners.delete(listener);
        if (listeners.size > 0 || channels.get(channel) !== listeners) return;
        channels.delete(channel);
        await client?.query(`unlisten ${quoted(channel)}`).catch(() => undefined);
      };
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      clearInterval(pulse);
      channels.clear();
      await connecting;
      await client?.end().catch(() => undefined);
    },
  };
};
