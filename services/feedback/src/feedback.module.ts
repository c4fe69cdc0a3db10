import { newCorrelation } from '@mulin/kernel';
import { caseIds, hostService, instrumentedHandler, type Platform, PLATFORM } from '@mulin/service';
import { type DynamicModule, Module } from '@nestjs/common';
import { concluding } from './commands/concluding.js';
import { DEPENDENCIES, type Dependencies } from './dependencies.js';
import { evaluate } from './domain/asking.js';
import * as Name from './domain/name.js';
import { askNow } from './domain/observing.js';
import * as Rates from './domain/rates/rate-state.js';
import type { Terms } from './domain/rating-events.js';
import * as Rating from './domain/rating-state.js';
import { nextEvaluation } from './domain/standing.js';
import { CallBacksController } from './http/call-backs.controller.js';
import { CaseFeedbackController } from './http/case-feedback.controller.js';
import { ExemptionsController } from './http/exemptions.controller.js';
import { RatesController } from './http/rates.controller.js';
import { RatingsController } from './http/ratings.controller.js';
import { askUnasked } from './jobs/ask-unasked.js';
import { watchRatings } from './jobs/watch-ratings.js';
import { publish } from './publish.js';
import { rateProcess } from './reactions/rate-process.js';
import { ratingProcess } from './reactions/rating-process.js';
import { defaultWeights, type RateWeights, weightsIn } from './reference-data/load-weights.js';
import { followNames } from './reference-data/follow-names.js';
import { askings } from './views/askings.js';
import { ratedCycles } from './views/rated-cycles.js';
import { ratings } from './views/ratings.js';

/** What a town finds this service by. */
export const FEEDBACK = Symbol('feedback');

const name = 'feedback';

/** It opens what it keeps itself, for whoever it is about and whoever decides about it; nothing of what was asked. */
const grant = {
  kinds: ['letter', 'rating-words', 'exemption-evidence'],
  purposes: ['answering', 'call-back', 'verification', 'supervision'],
};

type Opened = Dependencies & Readonly<{ names: ReturnType<typeof followNames> }>;

const dependenciesOf =
  ({ terms, weights }: Readonly<{ terms: Terms | null; weights: readonly RateWeights[] }>) =>
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
      rates: instrumentedHandler(platform, name, Rates.decider),
      ratedCycles: view(name, ratedCycles),
      askings: rows,
      ratings: view(name, ratings),
      caseIdOf: caseIds(rows, store),
      vault: vault(name, grant),
      pseudonyms,
      called: names.called,
      directory: names.directory,
      weights: weightsIn(zone, weights),
      schedule: async (caseId, state, traceparent) => {
        const at = nextEvaluation(state);
        if (at !== null) await timers.schedule(caseId, at, traceparent);
      },
      names,
    };
  };

const askingUnasked = (platform: Platform, { askings: view, cases, schedule }: Opened, terms: Terms) =>
  askUnasked({
    view,
    store: platform.eventStore(name),
    ask: async (caseId) => {
      const context = newCorrelation({ town: platform.town, actor: name, id: platform.newId() });
      const { state } = await cases(caseId, askNow(terms), context);
      await schedule(caseId, state);
    },
  });

/** Where the pack does not say how to ask, nobody is asked until it does; what others tell is recorded all the same. */
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
  const { filings, reactions } = rateProcess(deps);
  return hostService(platform, {
    name,
    publish,
    subscribesTo: ['intake', 'routing', 'sla-timer'],
    reactions: [...ratingProcess({ cases, schedule, terms, filings }), ...reactions, ...names.reactions],
    starts: [names.start, start, ...(terms === null ? [] : [askingUnasked(platform, deps, terms)])],
  });
};

/** What a pack says of feedback. */
type Rules = Terms & Readonly<{ rates?: Readonly<{ weights: readonly RateWeights[] }> }>;

/** How whoever asked is asked, as it stands in events: without what the rates weigh. */
const termsOf = (rules: Rules | null): Terms | null => {
  if (rules === null) return null;
  const { rates: _, ...terms } = rules;
  return terms;
};

/** Where the service is put together. */
@Module({})
export class FeedbackModule {
  /** `rules` of `null`: the town asks for no feedback. What the rates weigh stands in no event of a case. */
  static with(rules: Rules | null): DynamicModule {
    const parts = { terms: termsOf(rules), weights: rules?.rates?.weights ?? defaultWeights };
    return {
      module: FeedbackModule,
      controllers: [
        CallBacksController,
        CaseFeedbackController,
        RatingsController,
        RatesController,
        ExemptionsController,
      ],
      providers: [
        { provide: DEPENDENCIES, useFactory: dependenciesOf(parts), inject: [PLATFORM] },
        { provide: FEEDBACK, useFactory: strategy, inject: [PLATFORM, DEPENDENCIES] },
      ],
    };
  }
}
