/**
 * That everything in a town is made up: an event in the log of intake, taken in together with the month itself, so that a
 * town that held a case before never has it.
 */
import type { Instant, RecordedEvent, Role } from '@mulin/kernel';
import type { Pack } from '@mulin/pack';
import type { services } from '../../host/services.js';
import { accountsOf } from '../../host/seed-accounts.js';

/**
 * `until`: the last moment of the month; nobody did anything in it at or after that. `accounts`: one of each role that anybody may look through. `cases`: what a resident may look at.
 */
export type MonthMadeUp = Readonly<{
  type: 'MonthMadeUp';
  data: Readonly<{
    until: Instant;
    accounts: readonly string[];
    cases: readonly Readonly<{ caseId: string; number: string }>[];
  }>;
}>;

/** The category of its stream. */
export const category = 'demo';

/** What is copied of a month: cases and disputes, and what is recorded of them. How the town is made up is its own already. */
export const copied: Readonly<Record<(typeof services)[number], readonly string[]>> = {
  intake: ['case', 'handling', 'person', 'number', category],
  routing: ['order'],
  'sla-timer': ['clocks', 'commitment'],
  mediation: ['dispute', 'diary', 'referral', 'number'],
  feedback: ['rating', 'rate'],
  audit: ['history'],
  inbox: ['matter'],
};

/**
 * These are not handed out: what an operator sets (passwords, tokens) outlives a demo, a program of another system is no
 * person, and a resident is known by a case.
 */
const keptBack: ReadonlySet<Role> = new Set<Role>(['operator', 'integrator', 'resident']);

const namesIn = (value: unknown, found: (text: string) => void): void => {
  if (typeof value === 'string') return found(value);
  if (typeof value === 'object' && value !== null) for (const it of Object.values(value)) namesIn(it, found);
};

/** How often each of these accounts is named in events. */
const countNamed = (accounts: readonly string[], events: readonly RecordedEvent[]) => {
  const counts = new Map(accounts.map((account) => [account, 0]));
  for (const { data } of events)
    namesIn(data, (text) => {
      const count = counts.get(text);
      if (count !== undefined) counts.set(text, count + 1);
    });
  return counts;
};

/** Of each role the account that most events name: there is most to look at. */
export const accountsToTry = (
  pack: Pick<Pack, 'town' | 'routing'>,
  events: readonly RecordedEvent[],
): readonly string[] => {
  const actors = accountsOf(pack).map(({ actor }) => actor);
  const counts = countNamed(
    actors.map(({ id }) => id),
    events,
  );
  const best = new Map<Role, string>();
  for (const { id, role } of actors) {
    const before = best.get(role);
    if (before === undefined || (counts.get(before) ?? 0) < (counts.get(id) ?? 0)) best.set(role, id);
  }
  return [...best].flatMap(([role, account]) => (keptBack.has(role) ? [] : [account]));
};

const offered = 3;

/** The cases of which most is on record: they have been through the most. */
export const casesToTry = (events: readonly RecordedEvent[]): MonthMadeUp['data']['cases'] => {
  const counts = new Map<string, number>();
  const numbers = new Map<string, string>();
  for (const { stream, type, data } of events) {
    const [category, ...id] = stream.split('-');
    const caseId = id.join('-');
    if (category === 'case' || category === 'handling') counts.set(caseId, (counts.get(caseId) ?? 0) + 1);
    // Intake's own event; nobody else's is called so.
    if (type === 'CaseRegistered') numbers.set(caseId, (data as { number: string }).number);
  }
  return [...numbers]
    .map(([caseId, number]) => ({ caseId, number }))
    .sort((one, other) => (counts.get(other.caseId) ?? 0) - (counts.get(one.caseId) ?? 0))
    .slice(0, offered);
};
