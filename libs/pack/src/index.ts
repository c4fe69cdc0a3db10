export { type Datum, datumOf, requireDatum, toWgs84 } from './datum.js';
