import { describe } from '@jest/globals';
import { instant, personId } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import * as Case from './case.js';
import * as Closing from './closing.js';
import { dropDuplicate, expectDuplicate, joinDuplicate, separateDuplicate } from './duplicates.js';
import { initial as untouched } from '../handling.js';

const scenario = scenarios(Case.decider);

const at = (day: number) => instant(Date.UTC(2026, 2, day));
const registration: Case.Registration = {
  number: 'mu-2026-1',
  demand: {
    person: personId('p-wang'),
    words: { id: 'words-1', hash: 'h1' },
    contact: null,
    channel: 'hotline-12345',
    menuItem: 'street-lamp',
    net: 'life',
    urgency: 'ordinary',
    policy: 'ordinary',
    place: null,
  },
  reportedAt: at(2),
  reportedBy: 'town',
};
const registered: Case.Event = { type: 'CaseRegistered', data: { ...registration, registeredAt: at(2) } };
const other = { caseId: 'c-2', number: 'mu-2026-2' };
const third = { caseId: 'c-3', number: 'mu-2026-3' };
const expected: Case.Event = { type: 'DuplicateExpected', data: { cycle: 1, ...other, expectedAt: at(3) } };
const joined: Case.Event = { type: 'DuplicateJoined', data: { cycle: 1, ...other, joinedAt: at(3) } };
const gone: Case.Event = { type: 'DuplicateGone', data: { cycle: 1, caseId: 'c-2', goneAt: at(3) } };
const withdrawn: Case.Event = { type: 'CaseWithdrawn', data: { cycle: 1, withdrawnAt: at(3) } };
const closedInto = (duplicateOf: Case.OtherCase): Case.Event => ({
  type: 'CaseClosed',
  data: { cycle: 1, outcome: 'duplicate', duplicateOf, closedAt: at(3) },
});
const closeInto = (duplicateOf: Case.OtherCase) =>
  Closing.close({
    outcome: 'duplicate',
    by: 'clerk',
    handling: untouched,
    duplicateOf: { ...duplicateOf, status: 'registered', isArchive: false },
  });

describe('A case that is to answer for another one', () => {
  scenario('hears of it before').given(registered).at(at(3)).when(expectDuplicate(other)).then(expected);
  scenario('hears of it once').given(registered, expected).when(expectDuplicate(other)).thenNothing();
  scenario('and again where it was told that it does not, after all')
    .given(registered, expected, gone)
    .at(at(3))
    .when(expectDuplicate(other))
    .then(expected);
  scenario('hears when it does')
    .given(registered, expected)
    .at(at(3))
    .when(joinDuplicate(other))
    .then(joined);
  scenario('hears once that it does')
    .given(registered, expected, joined)
    .when(joinDuplicate(other))
    .thenNothing();
  scenario('hears when it does not, after all')
    .given(registered, expected)
    .at(at(3))
    .when(dropDuplicate('c-2'))
    .then(gone);
  scenario('answers for what was closed as its duplicate, whatever is said later')
    .given(registered, expected, joined)
    .when(dropDuplicate('c-2'))
    .thenNothing();
  scenario('answers for nobody that it has not heard of')
    .given(registered)
    .when(dropDuplicate('c-2'))
    .thenNothing();
  scenario('is open')
    .given(registered, withdrawn)
    .when(expectDuplicate(other))
    .thenRejected('duplicate-of-closed');
  scenario('is no duplicate itself')
    .given(registered, closedInto(third))
    .when(expectDuplicate(other))
    .thenRejected('duplicate-of-duplicate');
  scenario('is known').given().when(expectDuplicate(other)).thenRejected('case-not-found');
});

describe('A case that answers for others', () => {
  scenario('is not withdrawn')
    .given(registered, joined)
    .when(Case.withdraw('desk'))
    .thenRejected('answers-for-others');
  scenario('is not withdrawn behind the back of one that is about to be closed')
    .given(registered, expected)
    .when(Case.withdraw('resident'))
    .thenRejected('answers-for-others');
  scenario('is withdrawn when that one was not closed, after all')
    .given(registered, expected, gone)
    .at(at(3))
    .when(Case.withdraw('desk'))
    .then({ type: 'CaseWithdrawn', data: { cycle: 1, recordedBy: 'desk', withdrawnAt: at(3) } });
  scenario('may be a duplicate of a third one, which answers for all of them')
    .given(registered, expected, joined)
    .at(at(3))
    .when(closeInto(third))
    .then(closedInto(third));
  scenario('is not, while the other one is just being closed: two cases would each wait for the other')
    .given(registered, expected)
    .when(closeInto(third))
    .thenRejected('duplicate-under-way');
  scenario('may be closed as explained meanwhile')
    .given(registered, expected)
    .at(at(3))
    .when(Closing.close({ outcome: 'explained', by: 'clerk', handling: untouched }))
    .then({ type: 'CaseClosed', data: { cycle: 1, outcome: 'explained', closedAt: at(3) } });
});

describe('A case that answers for several', () => {
  const thirdExpected: Case.Event = {
    type: 'DuplicateExpected',
    data: { cycle: 1, ...third, expectedAt: at(3) },
  };
  const thirdJoined: Case.Event = { type: 'DuplicateJoined', data: { cycle: 1, ...third, joinedAt: at(3) } };

  scenario('hears of each of them')
    .given(registered, expected)
    .at(at(3))
    .when(expectDuplicate(third))
    .then(thirdExpected);
  scenario('hears when each of them is closed')
    .given(registered, expected, joined)
    .at(at(3))
    .when(joinDuplicate(third))
    .then(thirdJoined);
  scenario('hears once that the first one is, while another is just being closed')
    .given(registered, joined, thirdExpected)
    .when(joinDuplicate(other))
    .thenNothing();
  scenario('answers on for one that is about to be closed, whatever becomes of another')
    .given(registered, expected)
    .when(dropDuplicate('c-3'))
    .thenNothing();
  scenario('is not parted from one that it never answered for')
    .given(registered, joined)
    .when(separateDuplicate(third))
    .thenNothing();
  scenario('is not withdrawn while one of them is left')
    .given(registered, joined, thirdJoined, {
      type: 'DuplicateSeparated',
      data: { cycle: 1, ...third, separatedAt: at(3) },
    })
    .when(Case.withdraw('desk'))
    .thenRejected('answers-for-others');
  scenario('is no history')
    .given(registered)
    .when(
      Closing.close({
        outcome: 'duplicate',
        by: 'clerk',
        handling: untouched,
        duplicateOf: { ...third, status: 'registered', isArchive: true },
      }),
    )
    .thenRejected('duplicate-of-archived');
  scenario('is named by no case that was explained')
    .given(registered)
    .when(
      Closing.close({
        outcome: 'explained',
        by: 'clerk',
        handling: untouched,
        duplicateOf: { ...third, status: 'registered', isArchive: false },
      }),
    )
    .thenRejected('duplicate-of-not-asked');
});
