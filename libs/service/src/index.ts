export { type Grant, type Log, type LogLine, type Platform, PLATFORM } from './platform.js';
