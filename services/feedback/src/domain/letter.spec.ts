import { describe, expect, test } from '@jest/globals';
import { fold } from '@mulin/kernel';
import {
  area,
  asked,
  asking,
  began,
  finish,
  march,
  noted,
  number,
  terms,
  verification,
} from './a-case.testing.js';
import { type Called, letterOf, letterOfMerged } from './letter.js';
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

  test('tells of the finish that was confirmed, as often as one was refused before', () => {
    const refused: Event = { type: 'FinishNoted', data: { ...finish(1, 1), finishedAt: march(2, 10) } };
    const confirmed: Event = { type: 'FinishNoted', data: { ...finish(1, 2), finishedAt: march(5, 10) } };
    const verified: Event = { type: 'VerificationNoted', data: verification(1, 2) };
    for (const finishes of [
      [refused, confirmed],
      [confirmed, refused],
    ])
      expect(letter('satisfied', noted, ...finishes, verified).en.match(/On \d March 2026/g)).toEqual([
        'On 5 March 2026',
      ]);
    expect(letter('satisfied', noted, refused, verified).en).not.toMatch(/reported/);
  });

  test('tells of the cycles in their order, also where the tenth was heard before the second', () => {
    const told = (cycle: number): readonly Event[] => [
      { type: 'FinishNoted', data: { ...finish(cycle), finishedAt: march(10 + cycle) } },
      { type: 'VerificationNoted', data: verification(cycle) },
    ];
    const { en } = letter('satisfied', noted, ...told(10), ...told(2));
    expect(en.match(/On \d+ March 2026/g)).toEqual(['On 12 March 2026', 'On 20 March 2026']);
  });

  test('says that it was explained where nothing could be solved', () => {
    const explained: Event = { type: 'FinishNoted', data: { ...finish(1), result: 'explained' } };
    const said = letter('satisfied', noted, explained, ...asked());
    expect(said.en).toContain('reported: it was explained; somebody else');
    expect(said.zh).toContain('办理完毕：已作解释说明；已由他人核查。');
  });

  test('calls whoever answered by where it was finished, else by where it was verified', () => {
    const answering = (where: string | null) => {
      const asksFor: (string | null)[] = [];
      const answerer: Called['answerer'] = (account, place) => {
        asksFor.push(account, place);
        return { en: 'somebody', zh: '某人' };
      };
      const done: Event = { type: 'FinishNoted', data: { ...finish(1), area: where } };
      const state = fold(decider, [noted, done, ...asked()]);
      letterOf(state, { number, because: 'satisfied' }, { called: { ...called, answerer }, zone: 'UTC' });
      return asksFor;
    };
    expect(answering('mu/elsewhere')).toEqual(['li-wei', 'mu/elsewhere']);
    expect(answering(null)).toEqual(['li-wei', area]);
  });

  test('promises no reopening in a town where there is none, nor where nothing was asked', () => {
    const never = { ...terms, reopen: { days: 0 } };
    const question: Event = {
      type: 'CallBackDue',
      data: { ...verification(), terms: never, askedAt: march(4) },
    };
    const said = letter('satisfied', noted, { type: 'VerificationNoted', data: verification() }, question);
    expect(said.en).toMatch(/The case is closed\.$/);
    expect(said.zh).toMatch(/现予结案。$/);
    expect(letter('satisfied', noted).en).toMatch(/The case is closed\.$/);
  });

  test('says no more of the demand than its number where intake was not heard', () => {
    expect(letter('no-rating', ...asked())).toMatchObject({
      en: expect.stringMatching(/^Case mu-2026-000417\. We asked you/),
      zh: expect.stringMatching(/^案件 mu-2026-000417。我们已请您评价/),
    });
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

describe('The letter of a case that another one answers for', () => {
  const merged = (...events: readonly Event[]) =>
    letterOfMerged(
      fold(decider, events),
      {
        cycle: 1,
        answering: fold(decider, [
          {
            type: 'CaseNoted',
            data: { ...asking, number: 'mu-2026-000900', notedAt: march(1), sequence: '0' },
          },
          finished(1),
          ...asked(),
          began(2),
          { type: 'FinishNoted', data: { ...finish(2), finishedAt: march(9), area: 'mu/elsewhere' } },
          ...asked(2),
        ]),
        conclusion: {
          number: 'mu-2026-000900',
          cycle: 2,
          outcome: 'done',
          because: 'satisfied',
          concludedAt: march(10),
        },
      },
      {
        called: { ...called, answerer: (_, where) => ({ en: `a duty at ${where}`, zh: `${where}某职务` }) },
        zone: 'Asia/Shanghai',
      },
    );

  test('says what was asked in it, that it was answered together with others, and by which duty when', () => {
    expect(merged(noted)).toEqual({
      en: 'Your demand of 2 March 2026 (Sanitation, mu-2026-000417). It was answered together with other reports of the same thing. On 9 March 2026 a duty at null reported: it is solved; somebody else has verified it. The case is closed.',
      zh: '您于2026年3月2日反映的诉求（环境卫生，编号 mu-2026-000417）答复如下。该诉求与同一事项的其他诉求一并办理。2026年3月9日由null某职务办理完毕：已解决；已由他人核查。现予结案。',
    });
  });

  test('tells of what was done of its own before, and where; nothing else of the other one', () => {
    const { en, zh } = merged(noted, finished(1), ...asked());
    expect(en.match(/a duty at \S+/g)).toEqual([`a duty at ${area}`, 'a duty at null']);
    expect(zh).toContain(`由${area}某职务办理完毕：已解决；已由他人核查。2026年3月9日由null某职务`);
    expect(en + zh).not.toMatch(/000900|elsewhere/);
  });
});
