export { type Built, buildPack, type Wish } from './build/build.js';
export { mapIn } from './build/map-file.js';
export { editedFiles, writePack } from './build/write-pack.js';
export { issueInChinese } from './chinese.js';
export { checkPack } from './check/check.js';
export { checkedPack, problemsOfFiles, problemsOfPack } from './check/whole-pack.js';
export { type Datum, datumOf, requireDatum, toWgs84 } from './datum.js';
export { placeIn } from './geometry/place-in.js';
export { isMistake, lineOf, type PackProblem, placeOf, readBy, type Severity } from './problem.js';
export { filesOf, packFingerprint } from './read/files.js';
export { breakIn } from './read/json.js';
export { gridsAt, type MicroGrid, parseGrids } from './read/grids.js';
export { packSchemas } from './read/schemas.js';
export { type HandledItem, type Pack, packIn, type PackShift } from './read/read-pack.js';
export {
  type CommitmentPolicy,
  type MediationRules,
  policyOfColour,
  promisePolicy,
} from './read/mediation.js';
export { publicDays } from './read/public-days.js';
export type { Duty, Shift } from './read/duty.js';
export { type Office, parseRosters, type Rosters } from './read/rosters.js';
export { parseRules } from './read/rules.js';
export { type NamedArea, parseTown, type Town } from './read/town.js';
export { addressees, clockNames, helperRoles, leaderRoles, nets, standings, urgencies } from './words.js';
