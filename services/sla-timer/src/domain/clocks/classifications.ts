/** As what a case is seen, and since when: the corrections that change something about its deadlines. */
import type { Instant } from '@mulin/kernel';
import type { Reclassification } from './clock-events.js';
import type { Cycle } from './clock-state.js';
import type { Classification } from './terms.js';

export const classificationIn = ({ policy, urgency, itemUrgency }: Classification): Classification => ({
  policy,
  urgency,
  ...(itemUrgency === undefined ? {} : { itemUrgency }),
});

/** `sequence` orders two corrections of one millisecond. */
type ClassChange = Readonly<{ since: Instant; sequence?: string; classification: Classification }>;

const isSame = (a: Classification, b: Classification): boolean =>
  a.policy === b.policy && a.urgency === b.urgency && a.itemUrgency === b.itemUrgency;

const inOrder = (a: Reclassification, b: Reclassification): number => {
  if (a.reclassifiedAt !== b.reclassifiedAt) return a.reclassifiedAt < b.reclassifiedAt ? -1 : 1;
  return (a.sequence ?? '') < (b.sequence ?? '') ? -1 : 1;
};

/** In their order. A correction of the address, or back to what held already, changes nothing about deadlines. */
export const changesOfClass = ({ began, reclassified }: Cycle): readonly ClassChange[] => {
  if (began === null) return [];
  const changes: ClassChange[] = [];
  let last = classificationIn(began);
  for (const it of [...reclassified].sort(inOrder)) {
    const classification = classificationIn(it);
    const { reclassifiedAt: since, sequence } = it;
    if (!isSame(last, classification))
      changes.push({ since, classification, ...(sequence === undefined ? {} : { sequence }) });
    last = classification;
  }
  return changes;
};
