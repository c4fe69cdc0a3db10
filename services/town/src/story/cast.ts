/** Who works in a made-up town: the accounts that a real town with this pack begins with, and residents. */
import { randomUUID } from 'node:crypto';
import { type Actor, type Area, type Role, upTo } from '@mulin/kernel';
import type { Pack } from '@mulin/pack';
import { accountsOf } from '../host/seed-accounts.js';

export type Cast = Readonly<{
  /** Who a token belongs to, for the town in memory. */
  accounts: Readonly<Record<string, Actor>>;
  /** The token of an account; absent: nobody works under it. */
  tokenOf: (account: string) => string | undefined;
  clerk: string;
  auditor: string;
  operator: string;
  /** Accounts on the roster. */
  secretaryOf: (area: string) => string | undefined;
  /** Who looks whether work is done there, those who do nothing else first. */
  verifiersOf: (area: string) => readonly string[];
  /** The committee of the village there: its seal, and whoever leads there. */
  committeeOf: (area: string) => string | undefined;
  resident: (person: number) => string;
  memberOf: (microGrid: string) => string | undefined;
}>;

/** Tokens are drawn anew each time: nobody else can use them while it is played. */
export const castOf = (pack: Pick<Pack, 'town' | 'routing'>, residents: number): Cast => {
  const { town } = pack.town;
  // A resident's account is a pseudonym, as every account of a resident is.
  const residentIds = Array.from({ length: residents }, (_, n) => `resident-${n + 1}`);
  const actors: readonly Actor[] = [
    ...accountsOf(pack).map(({ actor }) => actor),
    // The town's own slug is its area.
    ...residentIds.map((id): Actor => ({ id, role: 'resident', area: town as Area })),
  ];
  const tokens = new Map(actors.map(({ id }) => [id, randomUUID()]));
  const allWith = (role: Role, area: string) =>
    actors.filter((it) => it.role === role && it.area === area).map(({ id }) => id);
  return {
    accounts: Object.fromEntries(actors.map((actor) => [tokens.get(actor.id) ?? '', actor])),
    tokenOf: (account) => tokens.get(account),
    clerk: `hotline-clerk@${town}`,
    auditor: `auditor@${town}`,
    operator: `operator@${town}`,
    secretaryOf: (area) => allWith('community-secretary', upTo('community', area))[0],
    verifiersOf: (area) => [
      ...[upTo('community', area), town].flatMap((it) => allWith('verifier', it)),
      ...allWith('village-committee', upTo('village', area)),
      ...allWith('grid-leader', upTo('grid', area)),
    ],
    committeeOf: (area) => allWith('village-committee', upTo('village', area))[0],
    resident: (person) => residentIds[person % residentIds.length] ?? '',
    memberOf: (microGrid) => pack.routing.rosters.members.get(microGrid)?.[0]?.account,
  };
};
