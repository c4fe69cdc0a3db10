/** The service at work on a platform: rules first, then the watch over what is due, then the bus. */
import { instrumentedHandler, type Platform, hostService } from '@mulin/service';
import * as Clocks from './domain/clocks/clocks.js';
import * as Duty from './domain/duty.js';
import { keepClocks } from './reactions/clocks-process.js';
import { keepDuties } from './reference-data/follow-rosters.js';
import { calendarDecider, keepRules, policyDecider, type Rules } from './reference-data/load-rules.js';
import { publish } from './publish.js';
import { sweep } from './jobs/sweep.js';
import { clocksDue, countLacking } from './views/clocks-due.js';

export const name = 'sla-timer';

export const openSlaTimer = (platform: Platform, pack: Rules) => {
  const { town, now, newId, every } = platform;
  const store = platform.eventStore(name);
  const scheduler = platform.scheduler(name);
  const { calculate, start: startRules } = keepRules(
    {
      town,
      now,
      newId,
      store,
      policies: instrumentedHandler(platform, name, policyDecider),
      calendars: instrumentedHandler(platform, name, calendarDecider),
    },
    pack,
  );
  const duties = keepDuties({ store, duties: instrumentedHandler(platform, name, Duty.decider) });
  const rules = { calculate, isHeld: duties.isHeld };
  const clocks = instrumentedHandler(platform, name, Clocks.decider);
  const { reactions, look } = keepClocks({ town, clocks, scheduler, rules, newId });
  const view = platform.view(name, clocksDue);
  const { start } = sweep({ view, store, scheduler, look, now, every });

  // Who looks is known only when there are rules: an alarm may ring as soon as somebody listens.
  const watch = async () => {
    scheduler.onDue(look);
    return start();
  };
  return hostService(platform, {
    name,
    publish,
    hears: ['intake', 'routing'],
    reactions: [...reactions, ...duties.reactions],
    starts: [startRules, duties.start, watch],
    lacks: async () => {
      const count = await countLacking(view);
      return count === 0
        ? null
        : `${count} cases have no deadline: a policy or calendar of theirs is missing`;
    },
  });
};
