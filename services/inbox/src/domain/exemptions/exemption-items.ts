/** What waits for whoever decides whether a cycle of a case is taken out of the rates, also once the case is over. */
import type { Addressee } from '../addressees.js';
import { inArea, type Item } from '../item.js';
import { type CaseNews, type Moment, type OfExemption, saidBy } from '../observed-events.js';

type Exemption = Readonly<{
  number: string;
  /** How often it was asked for: each unit that has the cycle may, and so may one that was refused as another. */
  nth: number;
  state: 'asked' | 'decided' | 'appealed' | 'settled';
  area: string | null;
  /** Who has spoken in it. */
  spoke: readonly string[];
  since: Moment;
}>;

/** What was asked before it, or by nobody, is unknown: feedback tells of an exemption in order. */
const after = (before: Exemption | null, said: OfExemption, since: Moment): Exemption | null => {
  if (said.is === 'exemption-asked') {
    const { number, area, by } = said;
    return { number, nth: (before?.nth ?? 0) + 1, state: 'asked', area, spoke: [by], since };
  }
  if (before === null) return null;
  switch (said.is) {
    case 'exemption-decided':
      return { ...before, state: 'decided', spoke: [...before.spoke, said.by], since };
    case 'exemption-appealed':
      return { ...before, state: 'appealed', spoke: [...before.spoke, said.by], since };
    case 'exemption-settled':
      return { ...before, state: 'settled', since };
  }
};

const isOfExemption = (said: Readonly<{ is: string }>): said is OfExemption =>
  said.is.startsWith('exemption-');

/** Each cycle of which an exemption was asked, and how that stands. */
const exemptionsIn = (observed: readonly CaseNews[]): ReadonlyMap<number, Exemption> => {
  const found = new Map<number, Exemption>();
  for (const { said, at } of saidBy(observed, 'feedback')) {
    const next = isOfExemption(said) ? after(found.get(said.cycle) ?? null, said, at) : null;
    if (next !== null) found.set(said.cycle, next);
  }
  return found;
};

type Draft = Pick<Item, 'what' | 'why' | 'to'> & Partial<Pick<Item, 'notOf'>>;

/** Nobody decides about what they asked for, or spoke in before. */
const item = (caseId: string, cycle: number, { nth, ...it }: Exemption, draft: Draft): Item => ({
  id: `${caseId}.${draft.what}-${cycle}-${nth}`,
  caseId,
  number: it.number,
  cycle,
  kind: 'decide',
  except: [...new Set(it.spoke)].sort(),
  since: it.since,
  until: null,
  isUrgent: false,
  area: it.area,
  ...draft,
});

/** The desk decides; of what lies in a community, the secretaries of the others, too. */
const toDecide = (caseId: string, cycle: number, it: Exemption): Item => {
  const { area } = it;
  const draft = { what: 'exempt', why: 'exemption-asked' } as const;
  const ofDesk = inArea(area, 'hotline-clerk');
  if (area === null) return item(caseId, cycle, it, { ...draft, to: ofDesk });
  const to: readonly Addressee[] = [...ofDesk, ...inArea(null, 'community-secretary')];
  return item(caseId, cycle, it, { ...draft, to, notOf: area });
};

const toSettle = (caseId: string, cycle: number, it: Exemption): Item =>
  item(caseId, cycle, it, {
    what: 'settle-exemption',
    why: 'exemption-appealed',
    to: inArea(it.area, 'town-leader'),
  });

/** Everything that waits to be decided about exemptions of a case, by all that feedback said. */
export const exemptionItems = (caseId: string, observed: readonly CaseNews[]): readonly Item[] =>
  [...exemptionsIn(observed)].flatMap(([cycle, it]) => {
    if (it.state === 'asked') return [toDecide(caseId, cycle, it)];
    return it.state === 'appealed' ? [toSettle(caseId, cycle, it)] : [];
  });
