/** Which cycles of cases somebody sees in the rates, or in the list of exemptions. */
import { type Actor, hasTie, whereFor } from '@mulin/kernel';
import type { Dependencies } from '../../dependencies.js';
import type { RatesWhere } from './counted-cycles.js';

type Directory = Pick<Dependencies, 'directory'>;

/** By the table of rights; in somebody's hands is what their offices have. `null`: nothing. */
export const visibleCycles = (
  { directory }: Directory,
  right: 'rate.read' | 'exemption.list',
  actor: Actor,
): RatesWhere | null =>
  whereFor<RatesWhere>(right, actor, {
    held: { office: { in: directory.officesOf(actor.id) } },
    // Beside their own area: with it, everything that lies somewhere.
    elsewhere: { area: { not: null } },
  });

/** The offices of whose cases alone somebody is shown figures; `null`: they are shown those of all. */
export const officesFor = ({ directory }: Directory, actor: Actor): readonly string[] | null =>
  hasTie('rate.read', actor.role, 'held') ? directory.officesOf(actor.id) : null;
