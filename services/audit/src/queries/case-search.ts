/** What somebody looks for among the cases, as one query. */
import { type Actor, instant, type Instant, Rejection, type Vault, hasRight, whereFor } from '@mulin/kernel';
import { channels } from '@mulin/contracts';
import { Moment } from '@mulin/service';
import { z } from 'zod';
import type { Dependencies } from '../dependencies.js';
import { caseStates, type CasesWhere, openStates } from '../views/cases.js';
import { quarterOf } from '../views/quarters.js';
import { toldOneself } from '../views/notices.js';

const Text = z.string().trim().min(1).max(200);

/** Why a phone may be looked for, as it may be read. */
export const purposes = ['answering', 'call-back', 'verification', 'supervision'] as const;

export const Wanted = z.strictObject({
  /** The town's number, or the one that the source gives it. */
  number: Text.optional(),
  /** Of whoever asked; with `purpose`, and for those who may read it. */
  phone: z.string().min(1).max(40).optional(),
  purpose: z.enum(purposes).optional(),
  /** In the name of the menu item or the area, or in a number. */
  q: Text.optional(),
  menuItem: Text.optional(),
  net: z.enum(['life', 'production', 'commerce']).optional(),
  channel: z.enum(channels).optional(),
  state: z.enum(caseStates).optional(),
  /** Whether the town still owes an answer, in whatever state; of history of an archive it owes none. */
  open: z.enum(['true', 'false']).optional(),
  /** What lies in this area, by its path. */
  area: Text.optional(),
  /** A micro-grid, by its id. */
  grid: Text.optional(),
  /** An account. */
  holder: z.string().min(1).max(500).optional(),
  /** Whether a deadline of it was missed. */
  late: z.enum(['true', 'false']).optional(),
  /** Reported from this moment on, and before that one. */
  from: Moment.optional(),
  to: Moment.optional(),
  /** Closed, or first late, from this moment on and before that one, to a quarter of an hour. */
  closedFrom: Moment.optional(),
  closedTo: Moment.optional(),
  missedFrom: Moment.optional(),
  missedTo: Moment.optional(),
  /** Whether somebody above was told of it and has not answered. */
  escalated: z.enum(['true', 'false']).optional(),
  /** An import, by its name. */
  batch: Text.optional(),
  /** What changed after this position, in the order of the changes; from the beginning: 0. */
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().min(1).max(1_000).optional(),
});
export type Wanted = z.infer<typeof Wanted>;

const purposeMissing = () =>
  new Rejection(
    'purpose-missing',
    {
      en: `A phone is looked for with its purpose: ${purposes.join(', ')}.`,
      zh: `按电话查找须注明用途（purpose）：${purposes.join('、')}。`,
    },
    'malformed',
  );

const notYours = () =>
  new Rejection('not-allowed', { en: 'This is not yours to do.', zh: '您没有此项权限。' }, 'forbidden');

/** More areas than that are no place any more. */
const areasAtMost = 100;

type Room = Pick<Dependencies, 'names' | 'now'> & Readonly<{ vault: Vault }>;

const ofPhone = async ({ vault }: Room, actor: Actor, { phone, purpose }: Wanted): Promise<CasesWhere> => {
  if (phone === undefined) return {};
  const told = { hasAny: toldOneself(actor) };
  const scope = whereFor<CasesWhere>('case.find-by-phone', actor, {
    told: { area: { within: actor.area }, told },
    arbiter: { area: { within: actor.area }, state: 'with-arbiter' },
    unplaced: { isPlaced: false, told },
  });
  if (scope === null) throw notYours();
  if (purpose === undefined) throw purposeMissing();
  return { and: [scope], contactId: { in: await vault.contactsOf(phone, { actor: actor.id, purpose }) } };
};

const ofText = ({ names }: Room, text: string | undefined): CasesWhere => {
  if (text === undefined) return {};
  const areas = names.areasCalled(text).slice(0, areasAtMost);
  return {
    or: [
      { number: { contains: text } },
      { sourceNumber: { contains: text } },
      { menuItem: { in: names.itemsCalled(text) } },
      ...areas.map((area): CasesWhere => ({ area: { within: area } })),
    ],
  };
};

const ofNumber = (number: string | undefined): CasesWhere =>
  number === undefined ? {} : { or: [{ number }, { sourceNumber: number }] };

/** A deadline that was missed, also one of which nobody has said so yet. */
const ofLateness = (late: Wanted['late'], now: Instant): CasesWhere => {
  if (late === undefined) return {};
  if (late === 'true') return { or: [{ isBreached: true }, { dueAt: { lt: now } }] };
  return { isBreached: false, or: [{ dueAt: null }, { dueAt: { gte: now } }] };
};

/** The town owes an answer. What came as history of another system it answers never, however its source left it. */
export const owed: CasesWhere = { state: { in: openStates }, batch: null };

const closedStates = caseStates.filter((state) => !openStates.includes(state));
const notOwed: CasesWhere = { or: [{ state: { in: closedStates } }, { batch: { not: null } }] };

const ofOpenness = (open: Wanted['open']): CasesWhere => {
  if (open === undefined) return {};
  return open === 'true' ? owed : notOwed;
};

const ofTime = (from: string | undefined, to: string | undefined): CasesWhere => ({
  ...(from === undefined && to === undefined
    ? {}
    : {
        reportedAt: {
          ...(from === undefined ? {} : { gte: instant(from) }),
          ...(to === undefined ? {} : { lt: instant(to) }),
        },
      }),
});

type Bounds = Readonly<{ from: string | undefined; to: string | undefined }>;

const within = (column: 'closedIn' | 'missedIn', { from, to }: Bounds): CasesWhere =>
  from === undefined && to === undefined
    ? {}
    : {
        [column]: {
          ...(from === undefined ? {} : { gte: quarterOf(instant(from)) }),
          ...(to === undefined ? {} : { lt: quarterOf(instant(to)) }),
        },
      };

/** The same columns as the load counts, so that a number and its list are one. */
const asTheLoadCounts = (wanted: Wanted): readonly CasesWhere[] => [
  ofOpenness(wanted.open),
  wanted.escalated === undefined ? {} : { isEscalated: wanted.escalated === 'true' },
  within('closedIn', { from: wanted.closedFrom, to: wanted.closedTo }),
  within('missedIn', { from: wanted.missedFrom, to: wanted.missedTo }),
];

/** Who holds something is shown to those who may know who it is, and to themselves. */
const ofHolder = (actor: Actor, holder: string | undefined): CasesWhere => {
  if (holder !== undefined && holder !== actor.id && !hasRight('person.name', actor)) throw notYours();
  return { holder };
};

const simple = ({ menuItem, net, channel, state, area, grid, batch, after }: Wanted): CasesWhere => ({
  menuItem,
  net,
  channel,
  state,
  microGrid: grid,
  batch,
  ...(area === undefined ? {} : { area: { within: area } }),
  ...(after === undefined ? {} : { position: { gt: after } }),
});

/** The cases that somebody may see in lists; `null`: none. */
export const listedFor = (actor: Actor): CasesWhere | null =>
  whereFor<CasesWhere>('case.list', actor, {
    held: { holder: actor.id },
    helps: { helping: { hasAny: [actor.id] } },
  });

/** Everything that is given must hold, and the reader must be allowed to see it; `null`: they may see nothing. */
export const whereOf = async (deps: Room, actor: Actor, wanted: Wanted): Promise<CasesWhere | null> => {
  const scope = listedFor(actor);
  if (scope === null) return null;
  return {
    ...simple(wanted),
    and: [
      scope,
      ofNumber(wanted.number),
      ofText(deps, wanted.q),
      ofLateness(wanted.late, deps.now()),
      ...asTheLoadCounts(wanted),
      ofTime(wanted.from, wanted.to),
      ofHolder(actor, wanted.holder),
      await ofPhone(deps, actor, wanted),
    ],
  };
};

const newestFirst = [{ by: 'reportedAt', descending: true }] as const;
const asChanged = [{ by: 'position' }] as const;

export const orderOf = ({ after }: Wanted) => (after === undefined ? newestFirst : asChanged);
