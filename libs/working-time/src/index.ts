export {
  type Calendar,
  type Override,
  type PublicDays,
  type Segment,
  weekdaysOf,
  withPublicDays,
} from './calendar.js';
export {
  due,
  type Due,
  elapsed,
  type Ending,
  type Pause,
  type Span,
  type Target,
  type Unit,
  units,
} from './due.js';
export { usedUp } from './due.js';
export { explain, type Explanation, type Interval, type Why, whys } from './explain.js';
export { isOpenAt, openBetween } from './open.js';
export { localDay, localMoment } from './local.js';
export { calendarOf, calendarProblems, type Problem } from './problems.js';
export { isZone, localDate, localText } from './zone.js';
export { checkVectors, type Difference, type VectorCheck } from './vectors.js';
