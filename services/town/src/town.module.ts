import type { Town } from '@mulin/routing';
import { type DynamicModule, Module } from '@nestjs/common';
import { OperatorController } from './http/operator.controller.js';
import { PagesController } from './http/pages.controller.js';
import { TOWN } from './tokens.js';

@Module({})
export class TownModule {
  static with(town: Town): DynamicModule {
    return {
      module: TownModule,
      controllers: [OperatorController, PagesController],
      providers: [{ provide: TOWN, useValue: town }],
    };
  }
}
