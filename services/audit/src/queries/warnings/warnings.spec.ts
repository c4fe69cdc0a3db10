/** What is warned of, and what is not: by cases that were made up, and by a city's own. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { day, hour, type Instant, instant, minute, msBetween, plus } from '@mulin/kernel';
import { localMoment } from '@mulin/working-time';
import { atLeast } from './chance.js';
import { halfWay, judge, learn, leastLearned, likelyLate, warnedFrom } from './likely-late.js';
import { topicsOf } from './monthly-topics.js';
import { repeatsIn } from './repeats.js';
import { risesIn } from './rising.js';
import { asOf, type Seen } from './seen.js';

const now = instant('2026-03-30T02:00:00Z');
const ago = (days: number): Instant => plus(now, -days * day);
const hetou = 'mu/dongguan/hetou/hetou-1/hetou-1-a';

let cases = 0;
const seen = (reportedAt: Instant, more: Partial<Seen> = {}): Seen => ({
  caseId: `case-${++cases}`,
  number: `mu-2026-${cases}`,
  menuItem: 'sanitation',
  area: hetou,
  microGrid: 'hetou-1-a',
  reportedAt,
  startedAt: reportedAt,
  dueAt: plus(reportedAt, 7 * day),
  endedAt: null,
  isLate: null,
  isArchive: false,
  person: null,
  ...more,
});
const times = (count: number, make: (nth: number) => Seen): readonly Seen[] =>
  Array.from({ length: count }, (_, nth) => make(nth));

describe('What comes again', () => {
  test('three times in a month about one thing in one micro-grid is one warning of three', () => {
    const repeats = repeatsIn([seen(ago(29)), seen(ago(10)), seen(ago(1))], now);
    expect(repeats.map((it) => [it.by, it.menuItem, it.cases.length])).toEqual([['place', 'sanitation', 3]]);
  });

  test('a month ago, next door or about something else is not the same again', () => {
    const others = [
      seen(ago(31)),
      seen(ago(1)),
      seen(ago(1), { microGrid: 'hetou-1-b' }),
      seen(ago(1), { menuItem: 'street-and-lighting' }),
      seen(plus(now, minute)),
    ];
    expect(repeatsIn(others, now)).toEqual([]);
  });

  test('one person who asks of three things is heard as one', () => {
    const wang = (nth: number) =>
      seen(ago(nth), { person: 'wang', menuItem: `item-${nth}`, microGrid: `grid-${nth}` });
    expect(repeatsIn(times(3, wang), now)).toMatchObject([{ by: 'person', menuItem: null }]);
  });
});

describe('What rises', () => {
  /** One a day, for eight weeks. */
  const usual = times(56, (nth) => seen(ago(7.5 + nth), { microGrid: `grid-${nth}` }));
  const lately = (count: number) =>
    times(count, (nth) => seen(ago((nth / count) * 6), { microGrid: `other-${nth}` }));

  test('is more in a week than eight weeks let expect', () => {
    expect(risesIn([...usual, ...lately(18)], now)).toMatchObject([
      { what: 'rising', area: 'mu/dongguan', menuItem: 'sanitation', count: 18, usual: expect.closeTo(7, 0) },
    ]);
  });

  test('is not one or two more, nor what a young town cannot compare', () => {
    expect(risesIn([...usual, ...lately(9)], now)).toEqual([]);
    expect(risesIn(lately(18), now)).toEqual([]);
    // Three weeks of ten are no rise to ten.
    const steady = times(30, (nth) => seen(ago((nth / 30) * 21), { microGrid: `grid-${nth}` }));
    expect(risesIn(steady, now)).toEqual([]);
  });

  test('and bursts where many in one village ask within hours of each other', () => {
    const burst = times(6, (nth) =>
      seen(plus(now, -nth * hour), { menuItem: 'water-and-drainage', microGrid: `grid-${nth}` }),
    );
    const rises = risesIn([...usual, ...burst], now);
    expect(rises.find(({ what }) => what === 'burst')).toMatchObject({
      area: 'mu/dongguan/hetou',
      count: 6,
      since: plus(now, -5 * hour),
    });
  });

  test('is as unlikely as the textbook says', () => {
    // Of a mean of 2 (Poisson): P(N >= 1) = 1 - e^-2, P(N >= 5) = 0.05265.
    expect(atLeast(0, 2)).toBe(1);
    expect(atLeast(1, 2)).toBeCloseTo(1 - Math.exp(-2), 12);
    expect(atLeast(5, 2)).toBeCloseTo(0.052653, 6);
  });
});

describe('A case that is likely to be late', () => {
  const decided = (isLate: boolean, more: Partial<Seen> = {}) =>
    seen(ago(40), { endedAt: plus(ago(40), (isLate ? 9 : 6) * day), isLate, ...more });
  const history = [
    ...times(80, () => decided(true, { menuItem: 'illegal-building' })),
    ...times(20, () => decided(false, { menuItem: 'illegal-building' })),
    ...times(100, () => decided(false)),
  ];
  const learned = learn(history);

  test('is of a kind that was late before, is open, and half its time is over', () => {
    const building = (reportedAt: Instant, more: Partial<Seen> = {}) =>
      seen(reportedAt, { menuItem: 'illegal-building', ...more });
    const open = [
      building(ago(4)),
      building(ago(3)),
      building(ago(8)),
      building(ago(5), { endedAt: ago(1) }),
      seen(ago(4)),
      building(ago(4), { isArchive: true }),
    ];
    const warned = likelyLate(learned, open, now);
    expect(warned.map(({ case: it }) => it.caseId)).toEqual([open[0]?.caseId]);
    expect(warned[0]?.why).toEqual([
      { code: 'item', all: 100, late: 80 },
      { code: 'place', all: 200, late: 80 },
      { code: 'all', all: 200, late: 80 },
    ]);
  });

  test('is not guessed where too little is known', () => {
    expect(learn(history.slice(0, leastLearned - 1))).toBeNull();
    expect(likelyLate(null, [seen(ago(4))], now)).toEqual([]);
  });

  test('is judged by what was known then', () => {
    const late = decided(true);
    expect(asOf(late, plus(late.reportedAt, 6 * day))).toMatchObject({ endedAt: null, isLate: null });
    expect(asOf(late, plus(late.reportedAt, 8 * day))).toMatchObject({ endedAt: null, isLate: true });
    expect(asOf(late, plus(late.reportedAt, -1))).toBeNull();
  });
});

describe('One thing a month', () => {
  const month = {
    before: instant('2026-02-01T00:00:00Z'),
    from: instant('2026-03-01T00:00:00Z'),
    until: instant('2026-04-01T00:00:00Z'),
  };

  test('weighs what came again and what was late more than what was many', () => {
    const many = times(5, (nth) => seen(ago(nth + 1), { microGrid: `grid-${nth}` }));
    const again = times(3, (nth) => seen(ago(nth + 1), { menuItem: 'noise-and-dust', isLate: nth === 0 }));
    const earlier = seen(instant('2026-02-14T00:00:00Z'), { menuItem: 'noise-and-dust' });
    expect(topicsOf([...many, ...again, earlier], month)).toMatchObject([
      { menuItem: 'noise-and-dust', cases: 3, repeated: 3, late: 1, decided: 3, before: 1 },
      { menuItem: 'sanitation', cases: 5, repeated: 0, before: 0 },
    ]);
  });
});

const city = fileURLToPath(
  new URL('../../../../../../shared/data/boston311/cases-2015-demo.csv', import.meta.url),
);
const onTheCity = existsSync(city) ? describe : describe.skip;
if (!existsSync(city))
  process.stderr.write('NOT TESTED: early warnings on a real city: ../shared is not there\n');

/** A line of a file in which some fields are quoted. */
const fieldsOf = (line: string): readonly string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field = '']) =>
    field.replaceAll(/^"|"$/g, ''),
  );

const momentOf = (text = ''): Instant | null => localMoment('America/New_York', text.slice(0, 19));
const judgedAt = momentOf('2016-01-12T16:00') ?? now;

/** `null`: it cannot be judged. */
const cityCase = (row: Readonly<Record<string, string>>): Seen | null => {
  const { opened_local: opened, target_local: target, closed_local: closed } = row;
  const [reportedAt, dueAt, endedAt] = [momentOf(opened), momentOf(target), momentOf(closed)];
  if (reportedAt === null || dueAt === null || dueAt <= reportedAt) return null;
  const lastWord = endedAt ?? judgedAt;
  if (endedAt === null && dueAt > judgedAt) return null;
  const area = ['boston', row['department'], row['neighborhood']].join('/');
  return seen(reportedAt, { menuItem: String(row['type']), area, dueAt, endedAt, isLate: lastWord > dueAt });
};

const cityCases = (): readonly Seen[] => {
  const [head = '', ...lines] = readFileSync(city, 'utf8').trim().split('\n');
  const names = fieldsOf(head);
  return lines.flatMap((line) => {
    const row = Object.fromEntries(fieldsOf(line).map((field, nth) => [names[nth] ?? '', field]));
    return cityCase(row) ?? [];
  });
};

type Score = Readonly<{ warned: number; right: number; late: number }>;

onTheCity('On a city’s own cases', () => {
  /** Each case at the moment when half its time was over, by what was known then. */
  const trial = () => {
    const all = cityCases();
    const half = (it: Seen) =>
      plus(it.reportedAt, msBetween(it.reportedAt, it.dueAt ?? it.reportedAt) * halfWay);
    const open = all
      .filter((it) => it.endedAt === null || it.endedAt > half(it))
      .sort((a, b) => (half(a) < half(b) ? -1 : 1));
    const model = { warned: 0, right: 0, late: 0 };
    const plain = { warned: 0, right: 0, late: 0 };
    // What is learned anew every two hundred cases is as good as each time.
    let learned = learn([]);
    open.forEach((it, nth) => {
      const at = half(it);
      if (nth % 200 === 0) learned = learn(all.flatMap((one) => asOf(one, at) ?? []));
      if (learned === null) return;
      const late = it.isLate === true ? 1 : 0;
      const isWarned = judge(learned, it).chance >= warnedFrom;
      model.late += late;
      model.warned += isWarned ? 1 : 0;
      model.right += isWarned ? late : 0;
      // The plain rule warns of whatever is still open half-way.
      plain.late += late;
      plain.warned += 1;
      plain.right += late;
    });
    return { model, plain };
  };
  const precision = ({ warned, right }: Score) => right / warned;
  const recall = ({ right, late }: Score) => right / late;

  test('the model is right more often than the plain rule, and misses few', () => {
    const { model, plain } = trial();
    const shown = (score: Score) =>
      `precision ${precision(score).toFixed(3)}, recall ${recall(score).toFixed(3)}, warned ${score.warned}`;
    process.stdout.write(
      `early warnings on a city: ${shown(model)}; all that is open half-way: ${shown(plain)}\n`,
    );
    expect(precision(model)).toBeGreaterThan(precision(plain) + 0.03);
    expect(recall(model)).toBeGreaterThan(0.9);
  });
});
