/** How kafkajs is told to behave. Like all of this folder it holds for 2.2.4 alone, which is pinned: its maintainers have left. */
import { createConnection, type Socket } from 'node:net';
import type { ISocketFactory, KafkaConfig, logCreator } from 'kafkajs';
import type { Logger } from '../../log.js';
import type { KafkaAccess, KafkaOptions } from '../client.js';
import { connectMs, requestMs } from '../timing.js';

export const retry = { initialRetryTime: 100, multiplier: 2, maxRetryTime: 500 };

/** What it says goes to our log as a detail: what matters is said by whoever uses it. */
const loggingTo =
  (log: Logger): logCreator =>
  () =>
  ({ namespace, log: { message } }) =>
    log({ level: 'debug', text: 'kafkajs', part: namespace, said: message });

const tlsOf = ({ tls }: KafkaAccess) =>
  tls === undefined ? {} : { ssl: tls.ca === undefined ? true : { ca: [tls.ca] } };

/** Without TLS: as kafkajs makes its connections by itself. */
const heard =
  (onSocket: (socket: Socket) => void): ISocketFactory =>
  ({ host, port, onConnect }) => {
    const socket = createConnection({ host, port }, onConnect);
    onSocket(socket);
    return socket;
  };

export const configOf = ({ brokers, access = {}, onSocket, log }: KafkaOptions): KafkaConfig => ({
  clientId: 'mulin',
  brokers: [...brokers],
  connectionTimeout: connectMs,
  requestTimeout: requestMs,
  logCreator: loggingTo(log),
  retry: { ...retry, retries: 3 },
  ...tlsOf(access),
  ...(access.sasl === undefined ? {} : { sasl: { ...access.sasl } }),
  ...(onSocket === undefined ? {} : { socketFactory: heard(onSocket) }),
});
