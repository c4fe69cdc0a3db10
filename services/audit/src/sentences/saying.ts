/** What a sentence is made of: an event, and how the town shows a moment. */
import type { Sentence } from '@mulin/kernel';
import type { KnownEvent, KnownType } from '../views/heard.js';

/** A moment as people of the town read it. */
export type Shown = (moment: string) => string;

export type Sentences<Type extends KnownType> = {
  readonly [One in Type]: (event: Extract<KnownEvent, { type: One }>, shown: Shown) => Sentence;
};
