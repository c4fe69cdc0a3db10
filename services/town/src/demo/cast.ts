/** Who works in the made-up month: whoever the pack's rosters name, and the desk. */
import { randomUUID } from 'node:crypto';
import type { Actor, Area, Role } from '@mulin/kernel';
import type { Pack } from '@mulin/pack';

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
  /** Somebody of the village who looks whether it is done. */
  verifierOf: (area: string) => string | undefined;
  resident: (person: number) => string;
  memberOf: (microGrid: string) => string | undefined;
}>;

const communityOf = (area: string): string => area.split('/').slice(0, 2).join('/');
const villageOf = (area: string): string => area.split('/').slice(0, 3).join('/');

/** Tokens are drawn anew each time: nobody else can use them while the month is played. */
export const castOf = ({ town: { town }, routing: { grids, rosters } }: Pack, residents: number): Cast => {
  const actors: Actor[] = [];
  const add = (id: string, role: Role, area: string) => {
    if (!actors.some((it) => it.id === id)) actors.push({ id, role, area: area as Area }); // a path of the pack
    return id;
  };
  for (const { id, area } of grids)
    for (const { account } of rosters.members.get(id) ?? []) add(account, 'grid-member', area);
  for (const [area, duties] of rosters.leaders)
    // Leaders have the roles of leaders, which are roles.
    for (const { account, role } of duties) add(account, role as Role, area);
  for (const [area, duties] of rosters.watch)
    for (const { account } of duties) add(account, 'grid-member', area);

  const clerk = add(`hotline-clerk@${town}`, 'hotline-clerk', town);
  const auditor = add(`auditor@${town}`, 'auditor', town);
  const operator = add(`operator@${town}`, 'operator', town);
  // A resident's account is a pseudonym, as every account of a resident is.
  const residentIds = Array.from({ length: residents }, (_, n) => add(`resident-${n + 1}`, 'resident', town));

  const tokens = new Map(actors.map(({ id }) => [id, randomUUID()]));
  const firstWith = (role: Role, area: string) =>
    actors.find((it) => it.role === role && it.area === area)?.id;
  return {
    accounts: Object.fromEntries(actors.map((actor) => [tokens.get(actor.id) ?? '', actor])),
    tokenOf: (account) => tokens.get(account),
    clerk,
    auditor,
    operator,
    secretaryOf: (area) => firstWith('community-secretary', communityOf(area)),
    verifierOf: (area) => firstWith('village-committee', villageOf(area)),
    resident: (person) => residentIds[person % residentIds.length] ?? '',
    memberOf: (microGrid) => rosters.members.get(microGrid)?.[0]?.account,
  };
};
