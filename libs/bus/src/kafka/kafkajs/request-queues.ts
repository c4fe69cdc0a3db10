/** Connections of kafkajs that rest while they have nothing to send. It holds for 2.2.4 alone. */
import { createRequire } from 'node:module';

type Held = Readonly<{ expectResponse: boolean; send: () => void }>;

/** What is used of the requests of a connection, in no type. */
type RequestQueue = {
  /** Held back, as the broker asked for less, or too many are under way. */
  pending: Held[];
  checkPendingRequests: () => void;
  scheduleCheckPendingRequests: () => void;
};

export type RequestQueueClass = {
  new (options: object): RequestQueue;
  prototype: RequestQueue;
};

const RequestQueue = createRequire(import.meta.url)('kafkajs/src/network/requestQueue') as RequestQueueClass;
const schedule = RequestQueue.prototype.scheduleCheckPendingRequests;

/**
 * After its first answer each connection looks every millisecond, for ever, whether requests are held back: of an idle
 * process that is most of what it does. Here it looks only while there are any; whatever is held back later begins it anew.
 *
 * @see https://github.com/tulios/kafkajs/issues/1704
 */
export const calmRequestQueues = (): void => {
  RequestQueue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length > 0) schedule.call(this);
  };
};
