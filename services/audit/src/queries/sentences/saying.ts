/** What a sentence is made of: an event, how the town shows a moment, and how things and people are called. */
import type { LocalizedText } from '@mulin/kernel';
import { calledOr, type Names } from '../../reference-data/follow-names.js';
import type { KnownEvent, KnownType } from '../../views/recorded-events.js';

/** A moment as people of the town read it. */
type Shown = (moment: string) => string;

export type Telling = Readonly<{ shown: Shown; names: Names }>;

export type Sentences<Type extends KnownType> = {
  readonly [One in Type]: (event: Extract<KnownEvent, { type: One }>, telling: Telling) => LocalizedText;
};

export const itemOf = ({ names }: Telling, id: string): LocalizedText => calledOr(id, names.menuItem(id));
export const gridOf = ({ names }: Telling, id: string): LocalizedText => calledOr(id, names.microGrid(id));
export const areaOf = ({ names }: Telling, path: string): LocalizedText => calledOr(path, names.area(path));

/** What stands before the path of an area where those are meant who help there. */
const helpersPrefix = 'helpers:';

/** A unit to which an order goes, or of which somebody is called in: a micro-grid, an area, an office, or helpers. */
export const unitOf = (telling: Telling, unit: string): LocalizedText => {
  if (unit.startsWith(helpersPrefix)) {
    const area = areaOf(telling, unit.slice(helpersPrefix.length));
    return { en: `the helpers of ${area.en}`, zh: `${area.zh}协办人员` };
  }
  return calledOr(unit, telling.names.unit(unit));
};

/** A text in both languages, or nothing where there is nothing to say. */
export const only = (isSo: boolean, en: string, zh: string): LocalizedText =>
  isSo ? { en, zh } : { en: '', zh: '' };
