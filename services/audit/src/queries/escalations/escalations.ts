/** Which lateness waits for whom, and who was warned: one row for each matter and person, with all it takes to act. */
import { commitmentAddressees } from '@mulin/contracts';
import { type Actor, hasTie, type Instant, isNoticeFor, type Page, whereFor } from '@mulin/kernel';
import { calledOr, type Names } from '../../reference-data/follow-names.js';
import { personOf } from '../sentences/persons.js';
import type { TownClock } from '../town-clock.js';
import { areaOf, type CaseRow, type Cases, type CasesWhere, holderOf } from '../../views/cases.js';
import { clocksOf } from '../../views/clocks.js';
import {
  deadlinesOf,
  type DisputeRow,
  type Disputes,
  type DisputesWhere,
  noticesOf,
  placeOf,
} from '../../views/disputes.js';
import { isDayIn } from '../../views/from-file.js';
import {
  addressees,
  firstDueOf,
  type Notice,
  toldLateToOthers,
  toldOneself,
  toldTo,
} from '../../views/notices.js';
import { type Listing, together } from './pages.js';
import { type Escalation, escalationOf, type Own } from './rows.js';

type Language = 'en' | 'zh';

export type EscalationsQuery = Readonly<{
  to?: (typeof addressees)[number] | (typeof commitmentAddressees)[number] | undefined;
  limit: number;
  cursor?: string | undefined;
}>;

type Reader = Pick<Actor, 'role' | 'area'>;
/** What of a matter is shown, and the marks by which such a matter is found. */
type Wanted = Readonly<{ marks: readonly string[]; isWanted: (it: Notice) => boolean }>;

/** What was told to others; to those of the reader's own role, only where it was for the reader. */
const isForThemOr = (actor: Reader, isOther: (it: Notice) => boolean) => (it: Notice) =>
  it.to === actor.role ? isNoticeFor(actor, it) : isOther(it);

/**
 * What of a case a list shows that nobody asks for by name: what one was told oneself comes with the warnings;
 * everything else is what is late.
 */
export const isShownTo = (actor: Reader): ((it: Notice) => boolean) =>
  isForThemOr(actor, ({ level }) => level === 'escalation');

/** Whom a ladder may name, and as what it names whoever has the matter. */
type Ladder = Readonly<{ among: readonly string[]; holder: string }>;
const ofCases: Ladder = { among: addressees, holder: 'grid-member' };
const ofDisputes: Ladder = { among: commitmentAddressees, holder: 'holder' };

/** The same, or what was told to whom one asks for by name. */
const wantedOf = ({ to }: EscalationsQuery, actor: Reader, { among, holder }: Ladder): Wanted => {
  // A grid member was told of what they hold, wherever it lies.
  if (hasTie('escalation.list', actor.role, 'held'))
    return { marks: toldTo(holder), isWanted: (it) => it.to === holder };
  if (to === undefined) {
    const marks = [...toldOneself(actor), ...toldLateToOthers(actor, among)];
    return { marks, isWanted: isShownTo(actor) };
  }
  const isForThem = isForThemOr(actor, () => true);
  return {
    marks: to === actor.role ? toldOneself(actor) : toldTo(to),
    isWanted: (it) => it.to === to && isForThem(it),
  };
};

type Parts = Readonly<{
  cases: Cases;
  disputes: Disputes;
  names: Names;
  clock: TownClock;
  now: () => Instant;
}>;

const orderBy = [{ by: 'toldDueAt' }] as const;

/** Where it lies and who has it. */
const whereabouts = (
  { names }: Parts,
  language: Language,
  area: string | null,
  holder: string | null,
): Pick<Escalation, 'area' | 'areaName' | 'holder' | 'holderName'> => ({
  area,
  areaName: area && calledOr(area, names.area(area))[language],
  holder: names.showsWho ? holder : null,
  holderName: holder && personOf(names, holder)[language],
});

const escalationOfCase = (parts: Parts, language: Language) => (row: CaseRow, own: Own) => {
  const { menuItem, urgency, state, number, caseId } = row;
  const about = {
    menuItem,
    menuItemName: menuItem && calledOr(menuItem, parts.names.menuItem(menuItem))[language],
    urgency,
    state,
    ...whereabouts(parts, language, areaOf(row), holderOf(row)),
  };
  const dueOf = (clock: string) => clocksOf(row.clocks).find(({ name }) => name === clock)?.dueAt;
  return escalationOf({ of: 'case', number, caseId, dueOf, isDay: isDayIn(row.days), about }, own, parts);
};

const kindWords = {
  dispute: { en: 'dispute', zh: '纠纷' },
  promise: { en: 'promise', zh: '承诺' },
} as const;

const escalationOfDispute = (parts: Parts, language: Language) => (row: DisputeRow, own: Own) => {
  const { of, number, id, holder } = row;
  const about = {
    menuItem: null,
    menuItemName: kindWords[of][language],
    urgency: null,
    state: null,
    ...whereabouts(parts, language, placeOf(row), holder),
  };
  const dueOf = (clock: string) => deadlinesOf(row).find(({ name }) => name === clock)?.dueAt;
  return escalationOf({ of, number, caseId: id, dueOf, isDay: () => false, about }, own, parts);
};

type Asked = Readonly<{
  actor: Pick<Actor, 'id' | 'role' | 'area'>;
  request: EscalationsQuery;
  language: Language;
}>;

const nothing = { items: [], next: null };

const casesListed = (parts: Parts, { actor, request, language }: Asked): Listing<CaseRow> => {
  const { cases } = parts;
  const { marks, isWanted } = wantedOf(request, actor, ofCases);
  // A case of which nobody knows where it lies must not be missed: every secretary and the town leader see it, too.
  const scope = whereFor<CasesWhere>('escalation.list', actor, {
    held: { holder: actor.id },
    unplaced: { isPlaced: false },
  });
  const where = { and: [scope ?? {}], told: { hasAny: marks } };
  return {
    page: async (limit, cursor) => (scope === null ? nothing : cases.list({ where, orderBy, limit, cursor })),
    cursorAfter: (row) => cases.cursorAfter(row.caseId, row, orderBy),
    dueOf: ({ told }) => firstDueOf(told.notices),
    noticesOf: ({ told }) => told.notices.filter(isWanted),
    escalationOf: escalationOfCase(parts, language),
  };
};

const disputesListed = (parts: Parts, { actor, request, language }: Asked): Listing<DisputeRow> => {
  const { disputes } = parts;
  const { marks, isWanted } = wantedOf(request, actor, ofDisputes);
  const scope = whereFor<DisputesWhere>('escalation.list', actor, {
    held: { holder: actor.id },
    unplaced: { isPlaced: false },
  });
  const where = { and: [scope ?? {}], told: { hasAny: marks } };
  return {
    page: async (limit, cursor) =>
      scope === null ? nothing : disputes.list({ where, orderBy, limit, cursor }),
    cursorAfter: (row) => disputes.cursorAfter(row.id, row, orderBy),
    dueOf: (row) => firstDueOf(noticesOf(row)),
    noticesOf: (row) => noticesOf(row).filter(isWanted),
    escalationOf: escalationOfDispute(parts, language),
  };
};

/** What is due first comes first, and so what is overdue for longest: of cases, disputes and promises. */
export const escalationsFor = (
  parts: Parts,
  actor: Pick<Actor, 'id' | 'role' | 'area'>,
  request: EscalationsQuery,
  language: Language = 'en',
): Promise<Page<Escalation>> => {
  const asked = { actor, request, language };
  return together(casesListed(parts, asked), disputesListed(parts, asked), request);
};
