import { type DynamicModule, Module } from '@nestjs/common';
import { areasOf } from './areas.js';
import { OperatorController } from './http/operator.controller.js';
import { PagesController } from './http/pages.controller.js';
import type { Pack } from '@mulin/pack';
import { AREAS, TOWN } from './tokens.js';

@Module({})
export class TownModule {
  static with(pack: Pack): DynamicModule {
    return {
      module: TownModule,
      controllers: [OperatorController, PagesController],
      providers: [
        { provide: TOWN, useValue: pack.town },
        { provide: AREAS, useValue: areasOf(pack) },
      ],
    };
  }
}
