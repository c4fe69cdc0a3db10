/** How kafkajs is told to behave. Like all of this folder it holds for 2.2.4 alone, which is pinned: its maintainers have left. */
import type { KafkaConfig, logCreator } from 'kafkajs';
import type { Logger } from '../../log.js';
import type { KafkaAccess, KafkaOptions } from '../client.js';

/** A member that is not heard of for so long is dead to its group. Brokers take no less unless they are told to. */
export const sessionMs = 6_000;
/** A request that is not answered is repeated: a broker that stood still is found to be back this soon. */
export const requestMs = 5_000;
export const retry = { initialRetryTime: 100, multiplier: 2, maxRetryTime: 500 };

/** What it says goes to our log as a detail: what matters is said by whoever uses it. */
const loggingTo =
  (log: Logger): logCreator =>
  () =>
  ({ namespace, log: { message } }) =>
    log({ level: 'debug', text: 'kafkajs', part: namespace, said: message });

const tlsOf = ({ tls }: KafkaAccess) =>
  tls === undefined ? {} : { ssl: tls.ca === undefined ? true : { ca: [tls.ca] } };

export const configOf = ({ brokers, access = {}, connect, log }: KafkaOptions): KafkaConfig => ({
  clientId: 'mulin',
  brokers: [...brokers],
  connectionTimeout: 2_000,
  requestTimeout: requestMs,
  logCreator: loggingTo(log),
  retry: { ...retry, retries: 3 },
  ...tlsOf(access),
  ...(access.sasl === undefined ? {} : { sasl: { ...access.sasl } }),
  ...(connect === undefined ? {} : { socketFactory: connect }),
});
