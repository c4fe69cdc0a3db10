import { Module } from '@nestjs/common';
import { InternalController } from './internal.controller.js';

/** The routes by which other processes of the town ask a service; of a town in one process nobody does. */
@Module({ controllers: [InternalController] })
export class InternalModule {}
