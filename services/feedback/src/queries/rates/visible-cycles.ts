/** Of whose cases somebody is shown figures, and whose exemptions they find in the list. */
import { type Actor, hasTie, whereFor } from '@mulin/kernel';
import type { Dependencies } from '../../dependencies.js';
import { officeKey } from '../../views/rated-cycles.js';
import type { RatesWhere } from './counted-cycles.js';

type Directory = Pick<Dependencies, 'directory'>;

/** Cycles in which a unit asked that they see by the table of rights, whoever has the case now. `null`: nothing. */
export const visibleExemptions = ({ directory }: Directory, actor: Actor): RatesWhere | null =>
  whereFor<RatesWhere>(
    'exemption.list',
    actor,
    {
      held: { askers: { hasAny: directory.officesOf(actor.id).map(officeKey) } },
      // Beside their own area: with it, everything.
      elsewhere: { askers: { not: null } },
    },
    { askers: { hasAny: [actor.area] } },
  );

/** The offices of whose cases alone somebody is shown figures; `null`: they are shown those of all. */
export const officesFor = ({ directory }: Directory, actor: Actor): readonly string[] | null =>
  hasTie('rate.read', actor.role, 'held') ? directory.officesOf(actor.id) : null;
