/** Which service answers which route: made of what the modules of the services declare, as the API's description is. */
import { AuditModule } from '@mulin/audit';
import { FeedbackModule } from '@mulin/feedback';
import { InboxModule } from '@mulin/inbox';
import { IntakeModule } from '@mulin/intake';
import { MediationModule } from '@mulin/mediation';
import type { Pack } from '@mulin/pack';
import { RoutingModule } from '@mulin/routing';
import { type Route, routesOf } from '@mulin/service';
import { SlaTimerModule } from '@mulin/sla-timer';
import type { DynamicModule, Type } from '@nestjs/common';

/** A route of a service. */
export type ServiceRoute = Route & Readonly<{ service: string }>;

/** What the gateway knows of the services that other processes run. */
export type ServiceTable = Readonly<{
  routes: readonly ServiceRoute[];
  controllers: readonly Type[];
}>;

/** The module of each service; nothing of it is started here, its controllers are only looked at. */
const modulesOf = (pack: Pack): Readonly<Record<string, DynamicModule>> => ({
  intake: IntakeModule.with(pack.intake),
  routing: RoutingModule.with(pack.routing),
  'sla-timer': SlaTimerModule.with(pack.slaTimer),
  mediation: MediationModule.with(pack.mediation),
  feedback: FeedbackModule.with(pack.feedback),
  audit: AuditModule.with(),
  inbox: InboxModule.with(),
});

/** The table of a town with this pack. */
export const serviceTable = (pack: Pack): ServiceTable => {
  const all = Object.entries(modulesOf(pack)).map(([service, { controllers = [] }]) => ({
    service,
    controllers,
  }));
  return {
    controllers: all.flatMap(({ controllers }) => controllers),
    routes: all.flatMap(({ service, controllers }) =>
      routesOf(controllers).map((route) => ({ ...route, service })),
    ),
  };
};
