import { describe } from '@jest/globals';
import type { Instant } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import {
  area,
  asked,
  began,
  clerk,
  content,
  li,
  march,
  notContent,
  noted,
  number,
  verification,
} from './a-case.testing.js';
import { type CallBack, callBack, decide, evaluate, rate, type Word } from './asking.js';
import type { CallBackOutcome, Channel, ConcludedBecause, Event, Rated } from './rating-events.js';
import { decider } from './rating-state.js';

const scenario = scenarios(decider);

const wang = 'wang';
const secretary = 'secretary-sun';
const by = (channel: Channel, rated: Rated): Word => ({ channel, ...rated });

const called = (
  attempt: number,
  outcome: CallBackOutcome,
  madeAt: Instant,
  isLast = outcome === 'reached',
): Event => ({
  type: 'CallBackMade',
  data: { cycle: 1, attempt, caller: clerk, outcome, isLast, madeAt },
});
const rated = (word: Word, ratedAt: Instant, cycle = 1): Event => ({
  type: 'CaseRated',
  data: { number, cycle, area, ...word, ratedAt },
});
const concluded = (because: ConcludedBecause, concludedAt: Instant, cycle = 1): Event => ({
  type: 'CaseConcluded',
  data: { number, cycle, outcome: 'done', because, concludedAt },
});
const redo = (cycle: number, demandedAt: Instant): Event => ({
  type: 'RedoDemanded',
  data: { number, cycle, nextCycle: cycle + 1, demandedAt },
});
const closed = (endedAt: Instant): Event => ({
  type: 'CycleEnded',
  data: { cycle: 1, because: 'closed', endedAt },
});
const call = (outcome: CallBackOutcome, more: Partial<CallBack> = {}) =>
  callBack({ caller: clerk, outcome, ...more });

/** Not content once and twice, and done again each time. */
const doneAgainTwice: readonly Event[] = [
  noted,
  ...asked(1),
  rated(by('portal', notContent), march(5)),
  redo(1, march(5)),
  began(2),
  ...asked(2),
  rated(by('portal', notContent), march(6), 2),
  redo(2, march(6)),
  began(3),
  ...asked(3),
];
const secretaryAsked: Event = {
  type: 'SecretaryAsked',
  data: { number, cycle: 3, area, askedAt: march(8) },
};
const beforeSecretary: readonly Event[] = [
  ...doneAgainTwice,
  rated(by('portal', notContent), march(8), 3),
  secretaryAsked,
];

const unmerged = (cycle: number, from: Instant, until: Instant): readonly Event[] => [
  { type: 'CycleEnded', data: { cycle, because: 'merged', into: 'another-case', endedAt: from } },
  { type: 'MergeUndone', data: { cycle, undoneAt: until } },
];

describe('The days for a rating', () => {
  scenario('begin anew where a merger by mistake had eaten them up')
    .given(noted, ...asked(), ...unmerged(1, march(5), march(20)))
    .at(march(26))
    .when(evaluate)
    .thenNothing();
  scenario('are over, after a merger by mistake, as many days after it was undone')
    .given(noted, ...asked(), ...unmerged(1, march(5), march(20)))
    .at(march(28))
    .when(evaluate)
    .then(concluded('no-rating', march(27)));
  scenario('let them rate after a merger by mistake')
    .given(noted, ...asked(), ...unmerged(1, march(5), march(20)))
    .at(march(21))
    .when(rate(wang, by('portal', content)))
    .then(rated(by('portal', content), march(21)), concluded('satisfied', march(21)));
  scenario('begin anew with what was verified once more')
    .given(noted, ...asked(), {
      type: 'VerificationNoted',
      data: { ...verification(1, 2), verifiedAt: march(9) },
    })
    .at(march(15))
    .when(evaluate)
    .thenNothing();
  scenario('are not shortened by a merger that was undone before they were asked')
    .given(noted, ...unmerged(1, march(2, 10), march(3)), ...asked())
    .at(march(12))
    .when(evaluate)
    .then(concluded('no-rating', march(11)));
});

describe('Calling back', () => {
  scenario('the desk reaches whoever asked, and nobody calls again')
    .given(noted, ...asked())
    .at(march(4, 15))
    .when(call('reached'))
    .then(called(1, 'reached', march(4, 15)));

  scenario('nobody answers, and it is tried again at another hour')
    .given(noted, ...asked(), called(1, 'no-answer', march(4, 10)))
    .at(march(4, 14))
    .when(call('call-later'))
    .then(called(2, 'call-later', march(4, 14)));

  scenario('an hour later is no other hour')
    .given(noted, ...asked(), called(1, 'no-answer', march(4, 10)))
    .at(march(4, 13, 59))
    .when(call('no-answer'))
    .thenRejected('too-soon');

  scenario('an hour before a call that was written down already is no other hour either')
    .given(noted, ...asked(), called(1, 'no-answer', march(4, 14)))
    .at(march(4, 15))
    .when(call('no-answer', { at: march(4, 13) }))
    .thenRejected('too-soon');

  scenario('tried as often as the town does without reaching anybody, nothing is left to ask')
    .given(noted, ...asked(), called(1, 'no-answer', march(4, 10)), called(2, 'wrong-number', march(4, 15)))
    .at(march(5, 10))
    .when(call('no-answer'))
    .then(called(3, 'no-answer', march(5, 10), true), concluded('not-reached', march(5, 10)));

  scenario('whoever answers and does not want to speak is not called again, and may still rate')
    .given(noted, ...asked())
    .at(march(4, 15))
    .when(call('refused'))
    .then(called(1, 'refused', march(4, 15), true));

  scenario('what they say on the phone is their rating: content, and the case is concluded')
    .given(noted, ...asked())
    .at(march(4, 15))
    .when(call('reached', { word: by('desk', content) }))
    .then(
      called(1, 'reached', march(4, 15)),
      rated(by('desk', content), march(4, 15)),
      concluded('satisfied', march(4, 15)),
    );

  scenario('not content on the phone: it is done again')
    .given(noted, ...asked())
    .at(march(4, 15))
    .when(call('reached', { word: by('desk', notContent) }))
    .then(
      called(1, 'reached', march(4, 15)),
      rated(by('desk', notContent), march(4, 15)),
      redo(1, march(4, 15)),
    );

  scenario('a rating of somebody who was not reached cannot be')
    .given(noted, ...asked())
    .at(march(4, 15))
    .when(call('no-answer', { word: by('desk', content) }))
    .thenRejected('rated-without-reaching');

  scenario('whoever handled it does not call')
    .given(noted, ...asked())
    .when(call('reached', { caller: li }))
    .thenRejected('handled-it-yourself');

  scenario('nobody calls while it is still being handled')
    .given(noted)
    .when(call('reached'))
    .thenRejected('not-verified-yet');

  scenario('nobody calls twice when they were reached')
    .given(noted, ...asked(), called(1, 'reached', march(4, 10)))
    .at(march(4, 18))
    .when(call('reached'))
    .thenRejected('call-back-done');

  scenario('nobody calls about a case that is closed')
    .given(noted, ...asked(), closed(march(4, 11)))
    .at(march(4, 12))
    .when(call('reached'))
    .thenRejected('feedback-over');

  scenario('a phone without signal says an hour later when it was')
    .given(noted, ...asked())
    .at(march(4, 15))
    .when(call('reached', { at: march(4, 14) }))
    .then(called(1, 'reached', march(4, 14)));

  scenario('a phone whose clock is off by a day is not believed')
    .given(noted, ...asked())
    .at(march(4, 15))
    .when(call('reached', { at: march(5, 15) }))
    .thenRejected('device-time');

  scenario('nobody calls when their days are over, also where nobody has looked yet')
    .given(noted, ...asked())
    .at(march(11))
    .when(call('reached'))
    .thenRejected('feedback-over');

  scenario('a call of four days ago is written down too late')
    .given(noted, ...asked())
    .at(march(8, 15))
    .when(call('reached', { at: march(5, 14) }))
    .thenRejected('device-time');

  scenario('a call before the work was verified was no call-back')
    .given(noted, ...asked())
    .at(march(4, 15))
    .when(call('reached', { at: march(3, 15) }))
    .thenRejected('before-it-began');
});

describe('Rating', () => {
  scenario('the resident is content: the case is concluded, also before anybody called')
    .given(noted, ...asked())
    .at(march(5))
    .when(rate(wang, by('portal', content)))
    .then(rated(by('portal', content), march(5)), concluded('satisfied', march(5)));

  scenario('fairly satisfied and partly solved is content')
    .given(noted, ...asked())
    .at(march(5))
    .when(
      rate(wang, by('link', { ...content, resolution: 'partly-solved', satisfaction: 'fairly-satisfied' })),
    )
    .then(
      rated(
        by('link', { ...content, resolution: 'partly-solved', satisfaction: 'fairly-satisfied' }),
        march(5),
      ),
      concluded('satisfied', march(5)),
    );

  scenario('not solved is not content, however friendly it was')
    .given(noted, ...asked())
    .at(march(5))
    .when(rate(wang, by('portal', { ...content, resolution: 'not-solved' })))
    .then(rated(by('portal', { ...content, resolution: 'not-solved' }), march(5)), redo(1, march(5)));

  scenario('what they write beside it is a reference into the vault')
    .given(noted, ...asked())
    .at(march(5))
    .when(rate(wang, { ...by('portal', notContent), wordsId: 'w' }))
    .then(rated({ ...by('portal', notContent), wordsId: 'w' }, march(5)), redo(1, march(5)));

  scenario('not content for the second time: it is done a second time')
    .given(
      noted,
      ...asked(1),
      rated(by('portal', notContent), march(5)),
      redo(1, march(5)),
      began(2),
      ...asked(2),
    )
    .at(march(6))
    .when(rate(wang, by('portal', notContent)))
    .then(rated(by('portal', notContent), march(6), 2), redo(2, march(6)));

  scenario('not content for the third time: the secretary decides')
    .given(...doneAgainTwice)
    .at(march(8))
    .when(rate(wang, by('portal', notContent)))
    .then(rated(by('portal', notContent), march(8), 3), secretaryAsked);

  scenario('a case that was reopened for another reason has all of its redos')
    .given(noted, began(2), began(3), ...asked(3))
    .at(march(8))
    .when(rate(wang, by('portal', notContent)))
    .then(rated(by('portal', notContent), march(8), 3), redo(3, march(8)));

  scenario('content after all, before the secretary has decided: nothing is left to decide')
    .given(...beforeSecretary)
    .at(march(9))
    .when(rate(wang, by('portal', content)))
    .then(rated(by('portal', content), march(9), 3), concluded('satisfied', march(9), 3));

  scenario('the same rating again tells the secretary nothing new')
    .given(...beforeSecretary)
    .at(march(9))
    .when(rate(wang, by('portal', notContent)))
    .thenEcho();

  scenario('nobody rates what is still being handled')
    .given(noted)
    .when(rate(wang, by('portal', content)))
    .thenRejected('not-verified-yet');

  scenario('nobody rates what is being done again')
    .given(noted, ...asked(), rated(by('portal', notContent), march(5)), redo(1, march(5)))
    .at(march(6))
    .when(rate(wang, by('portal', content)))
    .thenRejected('rating-over');

  scenario('a word after the last day counts no more, also where nobody has looked yet')
    .given(noted, ...asked())
    .at(march(11))
    .when(rate(wang, by('portal', content)))
    .thenRejected('rating-over');

  scenario('the desk takes a rating down after a call that reached them')
    .given(noted, ...asked(), called(1, 'reached', march(4, 15)))
    .at(march(4, 16))
    .when(rate(clerk, by('desk', content)))
    .then(rated(by('desk', content), march(4, 16)), concluded('satisfied', march(4, 16)));

  scenario('the desk does not rate for somebody whom nobody has reached')
    .given(noted, ...asked(), called(1, 'no-answer', march(4, 15)))
    .at(march(4, 16))
    .when(rate(clerk, by('desk', content)))
    .thenRejected('call-back-first');

  scenario('whoever handled it takes no rating down')
    .given(noted, ...asked(), called(1, 'reached', march(4, 15)))
    .at(march(4, 16))
    .when(rate(li, by('desk', content)))
    .thenRejected('handled-it-yourself');
});

describe('Their days', () => {
  scenario('over without a word: concluded, since the moment in which they were over')
    .given(noted, ...asked())
    .at(march(20))
    .whenLooking(evaluate)
    .then(concluded('no-rating', march(11)));

  scenario('not over yet')
    .given(noted, ...asked())
    .at(march(10, 23))
    .whenLooking(evaluate)
    .thenNothing();

  scenario('counted from when they were asked on the phone')
    .given(noted, ...asked(), called(1, 'reached', march(9)))
    .at(march(11, 10))
    .whenLooking(evaluate)
    .thenNothing();

  scenario('and over then')
    .given(noted, ...asked(), called(1, 'reached', march(9)))
    .at(march(16, 9))
    .whenLooking(evaluate)
    .then(concluded('no-rating', march(16)));

  scenario('while the secretary decides, nothing ends by itself')
    .given(...beforeSecretary)
    .at(march(31))
    .whenLooking(evaluate)
    .thenNothing();

  scenario('of a case that was withdrawn nothing is asked')
    .given(noted, ...asked(), {
      type: 'CycleEnded',
      data: { cycle: 1, because: 'withdrawn', endedAt: march(5) },
    })
    .at(march(31))
    .whenLooking(evaluate)
    .thenNothing();
});

describe('The secretary', () => {
  scenario('closes a case with which the resident is still not content')
    .given(...beforeSecretary)
    .at(march(9))
    .when(decide(secretary, 'close'))
    .then(concluded('secretary-decided', march(9), 3));

  scenario('or has it done once more')
    .given(...beforeSecretary)
    .at(march(9))
    .when(decide(secretary, 'redo'))
    .then(redo(3, march(9)));

  scenario('decides nothing that nobody asked them')
    .given(noted, ...asked())
    .when(decide(secretary, 'close'))
    .thenRejected('nothing-to-decide');

  scenario('does not decide about what they handled')
    .given(...beforeSecretary)
    .when(decide(li, 'close'))
    .thenRejected('handled-it-yourself');
});
