export { type ConsumerOptions as Pace } from './consumer.js';
export { type Logger as Log, type LogLine } from './log.js';
export {
  type MemoryBus,
  memoryBus,
  type MemoryTopicLog as MemoryLog,
  memoryTopicLog as memoryLog,
} from './memory-bus.js';
export { partitionOf } from './partition.js';
export { type PostgresBus, postgresBus } from './postgres-bus.js';
export { postgresDeadLetters as postgresSetAsides } from './postgres-set-asides.js';
export {
  dispatcher,
  type Dispatch,
  InvalidMessage as NotAsClaimed,
  on,
  onAny,
  type Reaction,
} from './reaction.js';
export { type Receive, receiver } from './receiver.js';
export { type Relay, relay } from './relay.js';
export {
  memoryDeadLetters as memorySetAsides,
  type DeadLetterQueueWithOffer as OfferedSetAsides,
} from './set-asides.js';
export { BusStrategy } from './strategy.js';
export { publicEvent as tell } from './tell.js';
