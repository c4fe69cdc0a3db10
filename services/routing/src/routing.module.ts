import type { HandledItem } from '@mulin/pack';
import { caseIds, instrumentedHandler, type Platform, PLATFORM, hostService } from '@mulin/service';
import type { Calendar } from '@mulin/working-time';
import { type DynamicModule, Module } from '@nestjs/common';
import { flatbushGrids } from './adapters/flatbush-index.js';
import { photoPurpose } from './commands/photos-of-work.js';
import { DEPENDENCIES, type Dependencies } from './dependencies.js';
import * as AreaName from './domain/land/area-name.js';
import * as Beginning from './domain/land/beginning.js';
import * as MicroGrids from './domain/land/micro-grid.js';
import * as Order from './domain/order/order.js';
import * as Roster from './domain/land/roster.js';
import * as Shift from './domain/land/shift.js';
import * as Leave from './domain/leave/leave.js';
import { findDuty } from './queries/find-duty.js';
import { itemRules } from './queries/item-rules.js';
import { findRoute } from './queries/find-route.js';
import { AreasController } from './http/areas.controller.js';
import { GridsController } from './http/grids.controller.js';
import { HandlingController } from './http/handling.controller.js';
import { HelpersController } from './http/helpers.controller.js';
import { HistoryController } from './http/history.controller.js';
import { LeaveController } from './http/leave/leave.controller.js';
import { RostersController } from './http/rosters/rosters.controller.js';
import { OrdersController } from './http/orders.controller.js';
import { type LoadedGrids, loadGrids, type Territory } from './reference-data/load-grids.js';
import { fitRosters } from './jobs/fit-rosters.js';
import { handOnOrders } from './jobs/hand-on-orders.js';
import { publishReferences } from './reference-data/publish-references.js';
import { publish } from './publish.js';
import { whenCaseOver } from './reactions/when-case-over.js';
import { whenCaseReclassified } from './reactions/when-case-reclassified.js';
import { whenCaseRegistered } from './reactions/when-case-registered.js';
import { whenCaseReopened, whenCaseUnmerged } from './reactions/when-case-reopened.js';
import { whenNoticeGiven } from './reactions/when-notice-given.js';
import { whenTurnPasses } from './reactions/when-turn-passes.js';
import { orders as orderRows } from './views/orders.js';

/** What a town finds this service by. */
export const ROUTING = Symbol('routing');

const name = 'routing';

/** What routing reads of a town pack. */
type RoutingPack = Territory &
  Readonly<{
    items?: readonly HandledItem[];
    /** By which calendar work on a menu item is counted, by its id; absent: nobody counts it. */
    calendars?: ReadonlyMap<string, Calendar>;
  }>;

/** For itself routing opens places, to find whose land they are, and nothing else. */
const ownGrant = { kinds: ['place'], purposes: ['routing'] };

/** For whoever must answer, or decides who does: what was said, where it is, how to reach them, what was reported. */
const grant = {
  kinds: ['words', 'place', 'contact', 'report', 'photo'],
  purposes: ['answering', 'call-back', 'verification', 'supervision', photoPurpose],
};

type Opened = Dependencies & Readonly<{ kept: LoadedGrids }>;

const loadedBy = (
  platform: Platform,
  { leave, rosters }: Readonly<{ leave: Dependencies['leave']; rosters: Dependencies['changeRoster'] }>,
): LoadedGrids =>
  loadGrids({
    town: platform.town,
    now: platform.now,
    newId: platform.newId,
    store: platform.eventStore(name),
    recordPack: (record) => platform.recordPack(name, record),
    microGrids: instrumentedHandler(platform, name, MicroGrids.decider),
    rosters,
    shifts: instrumentedHandler(platform, name, Shift.decider),
    leave,
    areaNames: instrumentedHandler(platform, name, AreaName.decider),
    beginning: instrumentedHandler(platform, name, Beginning.decider),
    gridsOf: flatbushGrids,
  });

const dependenciesOf =
  ({ areas, rosters, items = [], calendars = new Map() }: RoutingPack) =>
  (platform: Platform): Opened => {
    const { town, now, eventStore, view, vault, identity } = platform;
    const leave = instrumentedHandler(platform, name, Leave.decider);
    const changeRoster = instrumentedHandler(platform, name, Roster.decider);
    const kept = loadedBy(platform, { leave, rosters: changeRoster });
    const orders = instrumentedHandler(platform, name, Order.decider);
    const deps = {
      town,
      now,
      orders,
      rows: view(name, orderRows),
      grids: kept.grids,
      areas,
      itemRules: itemRules(items),
      calendars,
      leave,
      rosters: kept.rosters,
      fitRosters: kept.fitRosters,
      shifts: kept.shifts,
      absences: kept.absences,
      changeRoster,
      findAccount: identity.find,
    };
    const caseIdOf = caseIds(deps.rows, eventStore(name));
    const history = (caseId: string) =>
      eventStore(name).readStream<Order.Event>(`${Order.decider.category}-${caseId}`);
    return {
      ...deps,
      caseIdOf,
      history,
      duty: findDuty(kept.grids, identity, rosters.awayHours),
      vault: vault(name, grant),
      kept,
    };
  };

const strategyOf =
  (pack: RoutingPack) =>
  (platform: Platform, { orders, rows, grids, duty, kept, leave }: Opened) => {
    const { town, now, newId, every } = platform;
    const find = findRoute({ grids, vault: platform.vault(name, ownGrant) });
    const inHands = handOnOrders({ town, now, newId, every, orders, rows, duty });
    const fitting = fitRosters({ town, every, leave, kept });
    return hostService(platform, {
      name,
      publish,
      subscribesTo: ['intake', 'sla-timer'],
      reactions: [
        whenCaseRegistered({ orders, find, duty }),
        whenCaseReclassified({ orders, find, duty }),
        whenCaseReopened({ orders, find, duty }),
        whenCaseUnmerged({ orders, duty }),
        ...whenCaseOver({ orders }),
        ...whenNoticeGiven({ orders }),
        whenTurnPasses({ orders, duty }),
      ],
      starts: [() => kept.start(pack), () => publishReferences(platform, name), fitting.start, inHands.start],
    });
  };

export { flatbushGrids };

/** Where the service is put together. */
@Module({})
export class RoutingModule {
  static with(pack: RoutingPack): DynamicModule {
    return {
      module: RoutingModule,
      controllers: [
        OrdersController,
        HandlingController,
        HelpersController,
        HistoryController,
        AreasController,
        GridsController,
        LeaveController,
        RostersController,
      ],
      providers: [
        { provide: DEPENDENCIES, useFactory: dependenciesOf(pack), inject: [PLATFORM] },
        { provide: ROUTING, useFactory: strategyOf(pack), inject: [PLATFORM, DEPENDENCIES] },
      ],
    };
  }
}
