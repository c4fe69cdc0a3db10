import { type DynamicModule, Module } from '@nestjs/common';
import { areasOf } from './http/areas.js';
import { boundsOf } from './http/bounds.js';
import type { OpenTown } from './story/stage.js';
import { AccountsController } from './http/accounts.controller.js';
import { DemoSignInController } from './http/demo/demo-sign-in.controller.js';
import { DemoController } from './http/demo/demo.controller.js';
import { OperatorController } from './http/operator.controller.js';
import { PackController } from './http/pack.controller.js';
import { PeopleController } from './http/people/people.controller.js';
import { SessionsController } from './http/sessions.controller.js';
import { TownController } from './http/town.controller.js';
import type { Pack } from '@mulin/pack';
import { AREAS, BOUNDS, OPEN_TOWN, PACK, TOWN } from './dependencies.js';

@Module({})
export class TownModule {
  /** `open` opens another town beside this one. */
  static with(pack: Pack, open: OpenTown): DynamicModule {
    return {
      module: TownModule,
      controllers: [
        AccountsController,
        SessionsController,
        OperatorController,
        PeopleController,
        DemoController,
        DemoSignInController,
        TownController,
        PackController,
      ],
      providers: [
        { provide: TOWN, useValue: pack.town },
        { provide: PACK, useValue: pack },
        { provide: OPEN_TOWN, useValue: open },
        { provide: BOUNDS, useValue: boundsOf(pack.routing) },
        { provide: AREAS, useValue: areasOf(pack) },
      ],
    };
  }
}
