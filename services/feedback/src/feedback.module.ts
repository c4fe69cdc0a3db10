import { newCorrelation } from '@mulin/kernel';
import { caseIds, hostService, instrumentedHandler, type Platform, PLATFORM } from '@mulin/service';
import { type DynamicModule, Module } from '@nestjs/common';
import { concluding } from './commands/concluding.js';
import { DEPENDENCIES, type Dependencies } from './dependencies.js';
import { evaluate } from './domain/asking.js';
import * as Name from './domain/name.js';
import type { Terms } from './domain/rating-events.js';
import * as Rating from './domain/rating-state.js';
import { nextEvaluation } from './domain/standing.js';
import { CallBacksController } from './http/call-backs.controller.js';
import { CaseFeedbackController } from './http/case-feedback.controller.js';
import { RatingsController } from './http/ratings.controller.js';
import { watchRatings } from './jobs/watch-ratings.js';
import { publish } from './publish.js';
import { ratingProcess } from './reactions/rating-process.js';
import { followNames } from './reference-data/follow-names.js';
import { askings } from './views/askings.js';
import { ratings } from './views/ratings.js';

/** What a town finds this service by. */
export const FEEDBACK = Symbol('feedback');

const name = 'feedback';

/** It opens what it keeps itself, for whoever it is about and whoever decides about it; nothing of what was asked. */
const grant = {
  kinds: ['letter', 'rating-words'],
  purposes: ['answering', 'call-back', 'verification', 'supervision'],
};

type Opened = Dependencies & Readonly<{ names: ReturnType<typeof followNames> }>;

const dependenciesOf =
  (terms: Terms | null) =>
  (platform: Platform): Opened => {
    const { town, zone, now, sleep, eventStore, view, vault, pseudonyms, scheduler } = platform;
    const store = eventStore(name);
    const timers = scheduler(name);
    const rows = view(name, askings);
    const names = followNames({ store, names: instrumentedHandler(platform, name, Name.decider) });
    return {
      town,
      zone,
      now,
      sleep,
      terms,
      cases: instrumentedHandler(platform, name, Rating.decider),
      askings: rows,
      ratings: view(name, ratings),
      caseIdOf: caseIds(rows, store),
      vault: vault(name, grant),
      pseudonyms,
      called: names.called,
      schedule: async (caseId, state, traceparent) => {
        const at = nextEvaluation(state);
        if (at !== null) await timers.schedule(caseId, at, traceparent);
      },
      names,
    };
  };

/**
 * Where the pack does not say how to ask, nobody is asked, and nothing is heard of what others tell: nothing is passed
 * over, so that a pack that says it later begins with everything that the bus still keeps.
 */
const strategy = (platform: Platform, deps: Opened) => {
  const { terms, cases, schedule, names } = deps;
  const { town, newId, now, every } = platform;
  const conclude = concluding(deps);
  // Each evaluation is a cause of its own: the same timer may fire twice and find different things.
  const evaluateNow = (caseId: string, traceparent?: string) =>
    conclude({
      caseId,
      decide: evaluate,
      context: newCorrelation({ town, actor: name, id: newId(), traceparent }),
    });
  const { start } = watchRatings({
    view: deps.askings,
    store: platform.eventStore(name),
    scheduler: platform.scheduler(name),
    schedule,
    evaluate: evaluateNow,
    now,
    every,
  });
  return hostService(platform, {
    name,
    publish,
    subscribesTo: terms === null ? [] : ['intake', 'routing'],
    reactions: terms === null ? [] : [...ratingProcess({ cases, schedule, terms }), ...names.reactions],
    starts: [names.start, start],
  });
};

/** Where the service is put together. */
@Module({})
export class FeedbackModule {
  /** `terms` of `null`: the town asks for no feedback. */
  static with(terms: Terms | null): DynamicModule {
    return {
      module: FeedbackModule,
      controllers: [CallBacksController, CaseFeedbackController, RatingsController],
      providers: [
        { provide: DEPENDENCIES, useFactory: dependenciesOf(terms), inject: [PLATFORM] },
        { provide: FEEDBACK, useFactory: strategy, inject: [PLATFORM, DEPENDENCIES] },
      ],
    };
  }
}
