import { z } from 'zod';
import { contract } from './contract.js';
import { Cycle, Net, ReturnReason } from './words.js';

const Leg = z.int().positive();
const AreaPath = z.string().min(1);

/** A grid member is asked to take the order; a new leg of its custody begins. */
export const OrderOfferedV1 = contract(
  'routing.order-offered.v1',
  z.object({
    number: z.string().min(1),
    cycle: Cycle,
    leg: Leg,
    microGrid: z.string().min(1),
    area: AreaPath,
    net: Net,
    member: z.string().min(1),
    menuItem: z.string().min(1),
    urgency: z.string().min(1),
    /** The arbiter decided so: it cannot be returned again. */
    final: z.boolean(),
  }),
);

/** The grid member has taken it and answers for it from now on. */
export const OrderTakenV1 = contract(
  'routing.order-taken.v1',
  z.object({ cycle: Cycle, leg: Leg, member: z.string().min(1) }),
);

/** The holder has given it back with a reason; that leg is over. */
export const OrderReturnedV1 = contract(
  'routing.order-returned.v1',
  z.object({ cycle: Cycle, leg: Leg, member: z.string().min(1), reason: ReturnReason }),
);

/** Nobody can be asked, or two have given it back: the community secretary decides who answers. */
export const OrderLeftToArbiterV1 = contract(
  'routing.order-left-to-arbiter.v1',
  z.object({
    number: z.string().min(1),
    cycle: Cycle,
    because: z.enum(['nobodys-land', 'nobody-on-duty', 'second-return', 'place-unknown']),
    area: AreaPath,
  }),
);

/** The holder says the work is done (`time`: when). Somebody else will look at it before the case is closed. */
export const OrderFinishedV1 = contract(
  'routing.order-finished.v1',
  z.object({ cycle: Cycle, leg: Leg, member: z.string().min(1), result: z.enum(['solved', 'explained']) }),
);

/** Who would have answered for a case of the archive; `null`: nobody's land. Nobody is asked. */
export const ArchivedCaseRoutedV1 = contract(
  'routing.archived-case-routed.v1',
  z.object({ cycle: Cycle, microGrid: z.string().nullable(), area: AreaPath.nullable(), net: Net }),
);
