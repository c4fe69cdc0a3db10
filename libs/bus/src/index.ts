export { type ConsumerOptions as Pace } from './consumer/consumer.js';
export { type Logger as Log, type LogLine } from './log.js';
export {
  type MemoryBus,
  memoryBus,
  type MemoryTopicLog as MemoryLog,
  memoryTopicLog as memoryLog,
} from './memory/memory-bus.js';
export { partitionOf } from './publishing/partition.js';
export { type PostgresBus, postgresBus } from './postgres/postgres-bus.js';
export { postgresDeadLetters as postgresSetAsides } from './postgres/dead-letters.js';
export {
  dispatcher,
  type Dispatch,
  InvalidMessage as NotAsClaimed,
  on,
  onAny,
  type Reaction,
} from './consumer/reaction.js';
export { type Receive, receiver } from './consumer/receiver.js';
export { type Relay, relay } from './publishing/relay.js';
export {
  memoryDeadLetters as memorySetAsides,
  type DeadLetterQueueWithOffer as OfferedSetAsides,
} from './dead-letters.js';
export { BusStrategy } from './strategy.js';
export { publicEvent as tell } from './publishing/public-event.js';
