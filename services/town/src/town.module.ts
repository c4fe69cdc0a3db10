import { type DynamicModule, Module } from '@nestjs/common';
import { areasOf } from './areas.js';
import { DemoController } from './http/demo.controller.js';
import { OperatorController } from './http/operator.controller.js';
import { PagesController } from './http/pages.controller.js';
import type { Pack } from '@mulin/pack';
import { AREAS, PACK, TOWN } from './tokens.js';

@Module({})
export class TownModule {
  static with(pack: Pack): DynamicModule {
    return {
      module: TownModule,
      controllers: [OperatorController, DemoController, PagesController],
      providers: [
        { provide: TOWN, useValue: pack.town },
        { provide: PACK, useValue: pack },
        { provide: AREAS, useValue: areasOf(pack) },
      ],
    };
  }
}
