import { describe, expect, test } from '@jest/globals';
import { fold, instant } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import * as Rules from './rule-versions.js';

type Rule = Readonly<{ hours: number; name?: string }>;
type Event = Rules.Event<'RulePublished', Rule>;

const decider = Rules.versions<'RulePublished', Rule>('rule');
const scenario = scenarios(decider);
const march = instant('2026-03-01T00:00:00Z');
const april = instant('2026-04-01T00:00:00Z');
const publish = (content: Rule) => Rules.publish('RulePublished', content);
const published = (version: number, inForceFrom: typeof march, content: Rule): Event => ({
  type: 'RulePublished',
  data: { version, inForceFrom, content },
});
const [day, week] = [{ hours: 24, name: 'a day' }, { hours: 168 }];
const first = published(1, march, day);
const second = published(2, april, week);

describe('A rule', () => {
  scenario('is in force from when it is published').given().at(march).when(publish(day)).then(first);
  scenario('is not published again while it says the same, whichever field is written first')
    .given(first)
    .at(april)
    .when(publish({ name: 'a day', hours: 24 }))
    .thenNothing();
  scenario('that changes is the next version').given(first).at(april).when(publish(week)).then(second);
  scenario('that changes back is a version, too: only the latest is in force')
    .given(first, second)
    .at(april)
    .when(publish(day))
    .then(published(3, april, day));

  test('of a moment is the version that was in force then; before there was any, the first', () => {
    const state = fold(decider, [first, second]);
    const versionAt = (at: string) => Rules.inForceAt(state, instant(at))?.version;
    expect(versionAt('2026-02-01T00:00:00Z')).toBe(1);
    expect(versionAt('2026-03-31T23:59:59.999Z')).toBe(1);
    expect(versionAt('2026-04-01T00:00:00Z')).toBe(2);
    expect(Rules.inForceAt([], march)).toBeUndefined();
  });
});
