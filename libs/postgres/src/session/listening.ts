/** One session listens to the channels of all listeners of a process. */
import type { Stop } from '@mulin/kernel';
import { reconnectingSession } from './reconnecting-session.js';
import type { Session } from './session.js';

type OnNotification = (payload: string) => void;

type Listening = Readonly<{ listen(channel: string, listener: OnNotification): Promise<Stop>; close: Stop }>;

/** Bytes of an identifier (NAMEDATALEN - 1): PostgreSQL cuts longer ones, so that a notification would be lost. */
const longestName = 63;

const quoted = (channel: string) => {
  if (Buffer.byteLength(channel) > longestName) throw new Error(`"${channel}" is too long for a channel.`);
  return `"${channel.replaceAll('"', '""')}"`;
};

export const listening = (url: string, applicationName: string): Listening => {
  const channels = new Map<string, Set<OnNotification>>();

  const tell = (channel: string, payload: string) => {
    for (const listener of [...(channels.get(channel) ?? [])]) listener(payload);
  };

  const line = reconnectingSession(url, `${applicationName} listens`, async ({ client, sql }) => {
    client.on('notification', ({ channel, payload }) => tell(channel, payload ?? ''));
    const wanted = [...channels.keys()];
    if (wanted.length > 0) await sql(wanted.map((name) => `listen ${quoted(name)};`).join(' '));
    // Whatever was said while nobody listened is lost: everyone looks for themselves.
    for (const channel of wanted) tell(channel, '');
  });

  /** A session that cannot take it is given up, and comes back with every channel there is by then. */
  const say = async (session: Session | undefined, text: string): Promise<void> => {
    await session?.sql(text).catch(session.leave);
  };

  const leave = async (channel: string, listeners: Set<OnNotification>) => {
    if (listeners.size > 0 || channels.get(channel) !== listeners) return;
    channels.delete(channel);
    await say(line.current(), `unlisten ${quoted(channel)}`);
  };

  return {
    listen: async (channel, onNotification) => {
      const name = quoted(channel);
      // A listener of its own, so that the same function may listen twice and leave once.
      const listener: OnNotification = (payload) => onNotification(payload);
      const listeners = channels.get(channel) ?? new Set();
      channels.set(channel, listeners.add(listener));
      await say(await line.session(), `listen ${name}`);

      return async () => {
        listeners.delete(listener);
        await leave(channel, listeners);
      };
    },
    close: async () => {
      channels.clear();
      await line.close();
    },
  };
};
