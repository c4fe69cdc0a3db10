import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import type { z } from 'zod';
import { answers } from './response.js';
import { waitUntilVisible } from './read-your-writes.js';
import { type Platform, PLATFORM } from '../platform/platform.js';
import { RequestValidationPipe } from './query-parameters.js';
import { ProblemFilter } from './problem.filter.js';
import { FORWARDED, ShellController } from './shell.controller.js';
import { signedIn } from './auth.guard.js';
import { townTime } from './town-time.js';
import { validationErrors } from './validation-errors.js';

const schemas = () =>
  new RequestValidationPipe({
    // Every schema of a route is one of zod's, and so is every complaint of it.
    exceptionFactory: (issues) => validationErrors(issues as readonly z.core.$ZodIssue[]),
  });

/** What every route gets without asking: a known actor, a parsed body, problem details. */
@Module({})
export class ShellModule {
  /** @param forwarded controllers that other processes run, for the description of the API. */
  static with(platform: Platform, forwarded: readonly Type[] = []): DynamicModule {
    return {
      module: ShellModule,
      global: true,
      controllers: [ShellController],
      providers: [
        { provide: PLATFORM, useValue: platform },
        { provide: FORWARDED, useValue: forwarded },
        { provide: APP_GUARD, useValue: signedIn(platform) },
        { provide: APP_INTERCEPTOR, useValue: townTime(platform.zone) },
        { provide: APP_INTERCEPTOR, useValue: answers },
        { provide: APP_INTERCEPTOR, useValue: waitUntilVisible(platform) },
        { provide: APP_PIPE, useValue: schemas() },
        { provide: APP_FILTER, useValue: new ProblemFilter(platform.log, platform.town) },
      ],
      exports: [PLATFORM],
    };
  }
}
