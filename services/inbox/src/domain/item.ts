/** One thing that waits for somebody in a case, and how it is made. */
import type { Addressee } from './addressees.js';
import type { Deadlines } from './deadlines.js';
import type { Moment } from './observed-events.js';
import type { Order } from './order.js';

/** What is to be done, or to be known. */
export const tasks = [
  'take',
  'finish',
  'contact',
  'report',
  'help',
  'decide',
  'verify',
  'call-back',
  'conclude',
  'exempt',
  'settle-exemption',
  'escalation',
  'warning',
  'changed',
  'unhelped',
  'addition',
  'mediate',
  'assign',
  'challenge',
  'session',
  'invite',
  'promise',
  'danger',
] as const;
export type Task = (typeof tasks)[number];

/** `decide`: it stays until it is done; `inform`: whoever has seen it may put it away. */
export const kinds = ['decide', 'inform'] as const;
type Kind = (typeof kinds)[number];

/** Of what something waits. */
export const matters = ['case', 'dispute', 'promise'] as const;

/** One thing that waits. */
export type Item = Readonly<{
  /** `<case>.<task>…`: the same for the same thing, whenever it is heard. */
  id: string;
  /** Of a dispute or a promise, its own id. */
  caseId: string;
  /** Absent: it is of a case. */
  of?: Exclude<(typeof matters)[number], 'case'>;
  number: string | null;
  cycle: number;
  what: Task;
  kind: Kind;
  /** A code: what has brought it here. */
  why: string;
  to: readonly Addressee[];
  /** Accounts it is not for, though they hold the role: they had the order. */
  except: readonly string[];
  /** Not for whoever answers for a part of the town in which this lies: others decide about them. Absent: for them, too. */
  notOf?: string;
  since: Moment;
  /** By when it is owed; `null`: no deadline is kept of it. */
  until: Moment | null;
  /** Of an emergency, or a missed deadline: nobody's notice of it is put off. */
  isUrgent: boolean;
  area: string | null;
}>;

/** What is known of the case and of its cycle. */
export type Case = Readonly<{
  caseId: string;
  number: string | null;
  cycle: number;
  isEmergency: boolean;
  order: Order;
  deadlines: Deadlines;
}>;

type Draft = Pick<Item, 'what' | 'why' | 'to' | 'since' | 'until'> &
  Partial<Pick<Item, 'kind' | 'except' | 'isUrgent'>> &
  Readonly<{ name: string }>;

/** An item of a case; `name` tells it from the others of this case. */
export const item = (it: Case, { name, ...draft }: Draft): Item => ({
  id: `${it.caseId}.${name.replaceAll('/', '-')}`,
  caseId: it.caseId,
  number: it.number,
  cycle: it.cycle,
  kind: 'decide',
  except: [],
  isUrgent: it.isEmergency,
  area: it.order.area,
  ...draft,
});

/** It is for this account. */
export const account = (id: string): Addressee => ({ account: id });
/** It is for whoever holds one of these roles where it lies. */
export const inArea = (area: string | null, ...roles: readonly string[]): readonly Addressee[] =>
  roles.map((role) => ({ role, area }));
