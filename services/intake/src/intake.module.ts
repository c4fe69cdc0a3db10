import type { Stop } from '@mulin/kernel';
import {
  caseIds,
  instrumentedHandler,
  numbering,
  type Platform,
  PLATFORM,
  hostService,
} from '@mulin/service';
import { type DynamicModule, Module } from '@nestjs/common';
import { sharpPhotos } from './adapters/sharp-photos.js';
import { DEPENDENCIES, type Dependencies, ERASURE_DEPENDENCIES, type Feedback } from './dependencies.js';
import * as Case from './domain/case/case.js';
import * as Handling from './domain/handling.js';
import * as MenuItems from './domain/menu.js';
import * as Person from './domain/person.js';
import { erasureGrant, type ErasureDependencies } from './commands/erase-person.js';
import { photoPurpose } from './commands/keep-photo.js';
import { whenFeedbackDecides } from './reactions/when-feedback-decides.js';
import { whenHandlingChanges } from './reactions/when-handling-changes.js';
import { AccessController, VisitsController } from './http/access.controller.js';
import { AdditionsController } from './http/additions.controller.js';
import { CasesController } from './http/cases.controller.js';
import { ChangesController } from './http/changes.controller.js';
import { ErasuresController } from './http/erasures.controller.js';
import { ImportsController } from './http/imports.controller.js';
import { MenuController } from './http/menu.controller.js';
import { loadMenu } from './reference-data/load-menu.js';
import { publish } from './publish.js';
import { settleLinks } from './jobs/settle-links.js';
import { caseNumbers } from './views/case-numbers.js';
import { linksUnderWay } from './views/links-under-way.js';
import { erasures } from './views/erasures.js';

/** What a town finds this service by. */
export const INTAKE = Symbol('intake');

const name = 'intake';

/** What intake reads of a town pack. */
type IntakePack = Readonly<{ menu: readonly MenuItems.MenuItem[]; feedback?: Feedback | null }>;

/** Intake opens what people wrote for answering them, and never for anything else. */
const grant = {
  kinds: ['words', 'place', 'contact', 'note', 'photo'],
  purposes: ['answering', 'call-back', 'verification', 'supervision', 'correction', 'own-case', photoPurpose],
};

/** Years of four digits are all that a moment may have. */
const daysIn = (zone: string) => {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  return (at: string) => format.format(new Date(at));
};

type Opened = Dependencies & Readonly<{ start: () => Promise<Stop> }>;

const dependenciesOf =
  (pack: IntakePack) =>
  (platform: Platform): Opened => {
    const { town, zone, now, sleep, newId, eventStore, view, vault, pseudonyms, recordPack } = platform;
    let menu: ReturnType<typeof loadMenu> | null = null;
    const opened = () =>
      (menu ??= loadMenu(
        {
          town,
          now,
          store: eventStore(name),
          newId,
          recordPack: (record) => recordPack(name, record),
          menuItems: instrumentedHandler(platform, name, MenuItems.decider),
        },
        pack.menu,
      ));
    return {
      town,
      now,
      newId,
      sleep,
      cases: instrumentedHandler(platform, name, Case.decider),
      handling: instrumentedHandler(platform, name, Handling.decider),
      persons: instrumentedHandler(platform, name, Person.decider),
      menu: opened,
      vault: vault(name, grant),
      pseudonyms,
      caseIdOf: caseIds(view(name, caseNumbers), eventStore(name)),
      takeNumber: numbering(platform, name, town),
      dayOf: daysIn(zone),
      photos: sharpPhotos(),
      feedback: pack.feedback ?? null,
      start: async () => (await opened()).stop,
    };
  };

const erasureDependenciesOf = (platform: Platform): ErasureDependencies => ({
  cases: instrumentedHandler(platform, name, Case.decider),
  persons: instrumentedHandler(platform, name, Person.decider),
  rows: platform.view(name, erasures),
  caseIdOf: caseIds(platform.view(name, caseNumbers), platform.eventStore(name)),
  vault: platform.vault(name, erasureGrant),
  town: platform.town,
  pseudonyms: platform.pseudonyms,
});

const settling = (platform: Platform, deps: Opened) => {
  const { every, log, view } = platform;
  return settleLinks({ deps, every, log, rows: view(name, linksUnderWay) });
};

@Module({})
export class IntakeModule {
  static with(pack: IntakePack): DynamicModule {
    const strategy = (platform: Platform, deps: Opened) =>
      hostService(platform, {
        name,
        publish,
        subscribesTo: ['routing', 'sla-timer', 'feedback'],
        reactions: [...whenHandlingChanges(deps), ...whenFeedbackDecides(deps)],
        starts: [deps.start, settling(platform, deps).start],
      });
    return {
      module: IntakeModule,
      controllers: [
        AccessController,
        AdditionsController,
        CasesController,
        ChangesController,
        ErasuresController,
        ImportsController,
        MenuController,
        VisitsController,
      ],
      providers: [
        { provide: DEPENDENCIES, useFactory: dependenciesOf(pack), inject: [PLATFORM] },
        { provide: ERASURE_DEPENDENCIES, useFactory: erasureDependenciesOf, inject: [PLATFORM] },
        { provide: INTAKE, useFactory: strategy, inject: [PLATFORM, DEPENDENCIES] },
      ],
    };
  }
}
