export { type Pin, pinOf, pinsRows, storyIn } from './pins.js';
export { sample, sampleTypes } from './samples.js';
export { scenarios } from './scenario.js';
export { virtualTime, type World } from './virtual-time.js';
export { describeScheduler, type SchedulerTrial } from './scheduler.conformance.js';
export { type TestDatabase, testDatabase } from './test-database.js';
export { describeEventStore, type EventStoreTrial } from './event-store.conformance.js';
export { describeBus } from './bus.conformance.js';
export { type BusProgram, type BusTrial } from './bus-trial.js';
