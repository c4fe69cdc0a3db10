/** What a server pushes of one log from a position on, for as long as it is wanted and through every lost connection. */
import type { AllStreamSubscription, KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { RecordedEvent, Stop } from '@mulin/kernel';
import type { Codec } from '../codec.js';
import { type CancellableBackoff, cancellableBackoff } from '../subscriptions/backoff.js';
import type { Follow } from '../subscriptions/subscriptions.js';
import { readRecord, recordOf, streamsBeginning } from './event-form.js';
import { unavailable } from './faults.js';

type ServerPosition = Readonly<{ commit: bigint; prepare: bigint }>;
type Source = Readonly<{ client: KurrentDBClient; prefix: string; codec: Codec }>;
type Take = Parameters<Follow>[1];

/** So many batches of 32 events of all logs are searched before the server says how far it has come. */
const checkpointInterval = 4;

/** `from` is exclusive: the event there was given already. A checkpoint says how far everything was searched. */
const subscribed = (
  { client, prefix }: Source,
  from: ServerPosition | null,
  reached: (position: ServerPosition) => void,
): AllStreamSubscription =>
  client.subscribeToAll({
    fromPosition: from ?? 'start',
    filter: {
      ...streamsBeginning([prefix]),
      checkpointInterval,
      checkpointReached: async (_, position) => reached(position),
    },
    requiresLeader: true,
  });

/** Resolves when the subscription ends, in whichever way, or is to end. */
const ended = (subscription: AllStreamSubscription, pause: CancellableBackoff): Promise<unknown> =>
  new Promise((resolve) => {
    for (const sign of ['error', 'end', 'close']) subscription.on(sign, resolve);
    void pause.until((go) => subscription.on('close', go)).then(resolve);
  });

/**
 * Follows the log after a position. Each event is given once, in the order of the log and none left out: a connection
 * that is lost is taken up again where the last event or checkpoint was. An event that this program cannot read ends
 * it, and `take` is told so.
 */
export const following =
  (source: Source): Follow =>
  (after, take) => {
    const pause = cancellableBackoff();
    const begin = BigInt(after);
    let at: ServerPosition | null = after === 0 ? null : { commit: begin, prepare: begin };

    const receive = (read: () => RecordedEvent | null, position: ServerPosition) => {
      if (pause.isOver()) return;
      at = position;
      pause.reset();
      if (!give(read, take, Number(position.commit))) pause.end();
    };

    const once = async () => {
      const subscription = subscribed(source, at, (position) => receive(() => null, position));
      subscription.on('data', ({ event }) => {
        if (event?.position === undefined) return;
        const record = () => recordOf(source.prefix, event);
        receive(() => readIfOurs(source.codec, record()), event.position);
      });
      const error = await ended(subscription, pause);
      await subscription.unsubscribe().catch(() => undefined);
      if (!pause.isOver()) throw unavailable(error);
    };

    const follow = async () => {
      while (!pause.isOver()) await once().catch(pause.longer);
    };
    const followed = follow();
    const stop: Stop = async () => {
      pause.end();
      await followed;
    };
    return stop;
  };

const readIfOurs = (codec: Codec, record: ReturnType<typeof recordOf>): RecordedEvent | null =>
  record === null ? null : readRecord(codec, record);

/** @returns whether it could be read. */
const give = (read: () => RecordedEvent | null, take: Take, upTo: number): boolean => {
  try {
    const event = read();
    take(event === null ? [] : [event], upTo);
    return true;
  } catch {
    take(null, upTo);
    return false;
  }
};
