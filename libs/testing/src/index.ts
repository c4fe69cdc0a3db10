export { type Pin, pinOf, pinsRows, storyIn } from './pins.js';
export { pinsRefusals } from './refusals.js';
export { type PdfReading, readPdf } from './read-pdf.js';
export { sample } from './samples.js';
export { scenarios } from './scenario.js';
export { virtualTime, type World } from '@mulin/kernel';
export { describeScheduler, type SchedulerTrial } from './scheduler-suite.js';
export { type CollectedSpan, type SpanCollector, spanCollector } from './span-collector.js';
export { tcpProxy, type TcpProxy } from './tcp-proxy.js';
export { until } from './until.js';
export { folderOfRun, type TestDatabase, testDatabase } from './test-database.js';
export { describeCheckpoints, describeEventStore } from './event-store-suite.js';
export { describeBus } from './bus/suite.js';
export { type BusProgram, type BusTrial } from './bus/town.js';
export type { Engine, NativeEngine } from './engines/engine.js';
export {
  describeOnEngine,
  describeOnEngines,
  describeWithFaults,
  describeWithOwnEngines,
} from './engines/describe-on-engine.js';
export { type KurrentStub, startKurrentStub } from './kurrentdb/server.js';
