/** What happened, in a sentence of the reader's language, made when it is read. Nothing of it is kept. */
import type { PublicEvent } from '@mulin/contracts';
import type { LocalizedText } from '@mulin/kernel';
import { type KnownEvent, knownOf, type KnownType } from '../../views/recorded-events.js';
import { feedbackSentences } from './feedback.js';
import { intakeSentences } from './intake.js';
import { mediationSentences } from '../mediation-sentences/mediation.js';
import { routingSentences } from './routing.js';
import type { Sentences, Telling } from './saying.js';
import { commitmentSentences } from './commitments.js';
import { slaTimerSentences } from './sla-timer.js';

/** Every type that has a contract has its sentence: without it this does not compile. */
const sentences: Sentences<KnownType> = {
  ...feedbackSentences,
  ...intakeSentences,
  ...mediationSentences,
  ...routingSentences,
  ...slaTimerSentences,
  ...commitmentSentences,
};

const sentenceFor = <Type extends KnownType>(
  event: Extract<KnownEvent, { type: Type }>,
  telling: Telling,
): LocalizedText => {
  // TypeScript does not follow that one key picks both the event and its sentence.
  const make = sentences[event.type] as (event: KnownEvent, telling: Telling) => LocalizedText;
  return make(event, telling);
};

/** What has no contract here is shown by its type. */
export const sentenceOf = (event: PublicEvent, telling: Telling): LocalizedText => {
  const known = knownOf(event);
  return known === null ? { en: event.type, zh: event.type } : sentenceFor(known, telling);
};
