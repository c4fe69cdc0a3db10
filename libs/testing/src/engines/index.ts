/** Engines as plain processes, for whoever is no test: a trial, or a person who wants them running. */
export { ensureProgram } from './debian.js';
export { type Engine, type NativeEngine, NoEngine } from './engine.js';
export { startKafka } from './kafka.js';
export { startKafkaCluster } from './kafka-cluster.js';
export { kafkaJars } from './kafka-jars.js';
export { startPostgres } from './postgresql.js';
export { startRedis } from './redis.js';
export { freePort } from './program.js';
export { type SmallDisk } from './small-disk.js';
export { tcpProxy, type TcpProxy } from '../tcp-proxy.js';
export { startKurrentStub } from '../kurrentdb/server.js';
