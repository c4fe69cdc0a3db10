import { describe, expect, test } from '@jest/globals';
import { fold } from '@mulin/kernel';
import { area, asked, asking, began, finish, noted, number } from './a-case.testing.js';
import { type Called, letterOf } from './letter.js';
import type { ConcludedBecause, Event } from './rating-events.js';
import { decider } from './rating-state.js';

const called: Called = {
  menuItem: () => ({ en: 'Sanitation', zh: '环境卫生' }),
  answerer: () => ({ en: 'the grid member of River Head', zh: '河头村网格员' }),
};
const letter = (because: ConcludedBecause, ...events: readonly Event[]) =>
  letterOf(fold(decider, events), { number, because }, { called, zone: 'Asia/Shanghai' });
const finished = (cycle: number, round = 1): Event => ({ type: 'FinishNoted', data: finish(cycle, round) });

describe('The letter that closes a case', () => {
  test('says what was asked and when, who answered by their duty, and what was said of it', () => {
    expect(letter('satisfied', noted, finished(1), ...asked())).toEqual({
      en: 'Your demand of 2 March 2026 (Sanitation, mu-2026-000417). On 3 March 2026 the grid member of River Head reported: it is solved; somebody else has verified it. You told us that you are content. Thank you. The case is closed. If it comes back, you may ask within 15 days after the closing for it to be opened again.',
      zh: '您于2026年3月2日反映的诉求（环境卫生，编号 mu-2026-000417）答复如下。2026年3月3日由河头村网格员办理完毕：已解决；已由他人核查。您已作出评价，感谢您的反馈。现予结案。如问题再次出现，您可在结案后 15 日内申请重新办理。',
    });
  });

  test('tells of each time that it was done, and not of a finish that was refused', () => {
    const { en } = letter(
      'secretary-decided',
      noted,
      finished(1),
      ...asked(1),
      began(2),
      finished(2),
      finished(2, 2),
      ...asked(2),
    );
    expect(en.match(/On \d March 2026/g)).toEqual(['On 3 March 2026', 'On 4 March 2026']);
  });

  test.each([
    ['no-rating', /no word from you/, /未收到您的意见/],
    ['not-reached', /could not reach you/, /未能与您取得联系/],
    ['secretary-decided', /community secretary/, /社区书记/],
  ] as const)('says why nothing is left to ask: %s', (because, en, zh) => {
    const said = letter(because, noted, ...asked());
    expect(said.en).toMatch(en);
    expect(said.zh).toMatch(zh);
  });

  test('names nobody, and nothing that whoever asked has said', () => {
    const said = JSON.stringify(letter('satisfied', noted, finished(1), ...asked()));
    expect(said).not.toMatch(/li-wei|resident-wang/);
    expect(said).not.toContain(asking.wordsId);
    expect(said).not.toContain(area);
  });

  test('is written in the days of the town, not of the machine', () => {
    const late = { ...asking, reportedAt: '2026-03-02T17:00:00.000Z' as typeof asking.reportedAt };
    const state = fold(decider, [
      { type: 'CaseNoted', data: { ...late, notedAt: late.reportedAt, sequence: '0' } },
      ...asked(),
    ] as const satisfies readonly Event[]);
    expect(letterOf(state, { number, because: 'satisfied' }, { called, zone: 'Asia/Shanghai' }).en).toContain(
      '3 March 2026',
    );
  });
});
