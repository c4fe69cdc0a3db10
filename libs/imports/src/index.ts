export { missing, RowRefused, type SourceRow, textOf, tooLong } from './cells.js';
export { contentName } from './content-name.js';
export { importFile, type Standing, standingOf, type Tally, type Town } from './import-file.js';
export { asOfOf, columnsNamed, type Mapping, mappingSchema, parseMapping } from './mapping.js';
export { requireItems } from './menu.js';
export { type Opened, openFile } from './read-file.js';
export { FileRefused, type Item, noFile, refused } from './refused.js';
export { type DemandRow, rowReader } from './row.js';
export { type Source, sourceOf } from './source.js';
export { suggest, type Suggestion } from './suggest.js';
export {
  demandOf,
  isRejected,
  type Rejected,
  rejectedHead,
  type Remark,
  survey,
  type Survey,
} from './survey.js';
export type { Line } from './table.js';
