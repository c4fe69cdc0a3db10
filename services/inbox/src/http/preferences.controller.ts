import type { Actor } from '@mulin/kernel';
import {
  answer,
  Answers,
  Body,
  CommandContext,
  Controller,
  CurrentActor,
  Get,
  Put,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import type { z } from 'zod';
import { preferencesOf, statePreferences } from '../commands/state-preferences.js';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { ToPrefer } from './preferences-bodies.js';
import * as Api from './preferences-operations.js';

@Controller('api/v1/inbox/preferences')
export class PreferencesController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  /** Of oneself alone. */
  @Get()
  @RequiresRight('inbox.preferences')
  @Answers(Api.readingPreferences)
  async read(@CurrentActor() actor: Actor) {
    const { preferences, revision } = await preferencesOf(this.deps, actor);
    return answer(preferences, { revision });
  }

  /** All of it anew. The secret of a webhook is in this answer, and in no other. */
  @Put()
  @RequiresRight('inbox.preferences')
  @Answers(Api.statingPreferences)
  async state(
    @CommandContext() request: CommandContext,
    @Body({ schema: ToPrefer }) body: z.infer<typeof ToPrefer>,
  ) {
    const { language, email, webhook, ...window } = body;
    const { secret, position, revision } = await statePreferences(this.deps)(request, {
      language,
      window,
      email,
      webhook,
    });
    const { preferences } = await preferencesOf(this.deps, request.actor);
    return answer({ ...preferences, secret }, { position: { service: 'inbox', position }, revision });
  }
}
