/** Which cycles of cases somebody sees in the rates, or in the list of exemptions. */
import { type Actor, hasTie, whereFor } from '@mulin/kernel';
import type { Dependencies } from '../../dependencies.js';
import type { RatesWhere } from './counted-cycles.js';

type Directory = Pick<Dependencies, 'directory'>;

/** By the table of rights; in somebody's hands is what their offices have. `null`: nothing. */
export const visibleCycles = ({ directory }: Directory, actor: Actor): RatesWhere | null =>
  whereFor<RatesWhere>('rate.read', actor, {
    held: { office: { in: directory.officesOf(actor.id) } },
    // Beside their own area: with it, everything that lies somewhere.
    elsewhere: { area: { not: null } },
  });

/** The same for exemptions, by the unit that asked for them, whoever has the case now. */
export const visibleExemptions = ({ directory }: Directory, actor: Actor): RatesWhere | null =>
  whereFor<RatesWhere>(
    'exemption.list',
    actor,
    {
      held: { askingOffice: { in: directory.officesOf(actor.id) } },
      elsewhere: { askingArea: { not: null } },
    },
    'askingArea',
  );

/** The offices of whose cases alone somebody is shown figures; `null`: they are shown those of all. */
export const officesFor = ({ directory }: Directory, actor: Actor): readonly string[] | null =>
  hasTie('rate.read', actor.role, 'held') ? directory.officesOf(actor.id) : null;
