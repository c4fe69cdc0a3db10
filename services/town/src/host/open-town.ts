/** Every service of the loop behind one server, on one platform of memory or of the real engines. */
import { AUDIT, AuditModule } from '@mulin/audit';
import { FEEDBACK, FeedbackModule } from '@mulin/feedback';
import { type DeliverySettings, INBOX, InboxModule } from '@mulin/inbox';
import { INTAKE, IntakeModule } from '@mulin/intake';
import { MEDIATION, MediationModule } from '@mulin/mediation';
import { ROUTING, RoutingModule } from '@mulin/routing';
import { type RunningApp, openService, type Platform, type ServerOptions } from '@mulin/service';
import { SLA_TIMER, SlaTimerModule } from '@mulin/sla-timer';
import type { Pack } from '@mulin/pack';
import { consoleOf } from './console-site.js';
import { TownModule } from '../town.module.js';

type TownOptions = ServerOptions &
  Readonly<{
    /** How messages leave the town. Default: no e-mail does. */
    sending?: Omit<DeliverySettings, 'townName' | 'workdays'>;
    /** The address to listen at. Default: `127.0.0.1`. */
    bind?: string;
  }>;

/** `url` answers when this returns; `port` 0 takes one that is free. */
export const openTown = (
  platform: Platform,
  pack: Pack,
  port = 0,
  { sending = {}, bind, ...server }: TownOptions = {},
): Promise<RunningApp> =>
  openService(platform, {
    modules: [
      TownModule.with(pack, openTown),
      IntakeModule.with(pack.intake),
      RoutingModule.with(pack.routing),
      SlaTimerModule.with(pack.slaTimer),
      MediationModule.with(pack.mediation),
      FeedbackModule.with(pack.feedback),
      AuditModule.with(),
      InboxModule.with({ ...sending, townName: pack.town.name, workdays: pack.slaTimer.calendars[0] }),
    ],
    // Who listens starts before who tells, so that nothing waits at the start.
    services: [AUDIT, INBOX, FEEDBACK, SLA_TIMER, MEDIATION, ROUTING, INTAKE],
    port,
    ...(bind === undefined ? {} : { host: bind }),
    server: { ...server, site: consoleOf(pack.town) },
  });
