/** `mulin import … --report bodies`: letters with who answered them, made up, and the real ones where they are there. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { disputeTown, type DisputeTown } from './dispute-town.testing.js';

const real = fileURLToPath(
  new URL('../../../../../shared/data/chinese/shangluo-mayor-mailbox.jsonl', import.meta.url),
);
const isThere = existsSync(real);
if (!isThere) process.stdout.write('There is no ../shared/data here: no real letters are imported.\n');

let town: DisputeTown;
beforeAll(async () => {
  town = await disputeTown();
});
afterAll(() => town.close());

type Report = Readonly<{
  read: number;
  registered: number;
  known: number;
  rejected: number;
  report: Readonly<{
    bodies: readonly Readonly<{ body: string; answered: number; medianDays: number; handedOver: number }>[];
    notCounted: Readonly<Record<string, number>>;
  }>;
}>;

const mulin = (file: string, ...more: readonly string[]) =>
  town.mulinAs('operator', 'import', file, '--mapping', 'shangluo-mayor-mailbox', ...more);
const reported = async (file: string, ...more: readonly string[]) =>
  JSON.parse((await mulin(file, '--report', 'bodies', '--json', ...more)).out) as Report;

const letter = (
  id: number,
  created: string,
  replied: string,
  agency: string,
  to: readonly string[] = [],
) => ({
  ...{ id, title: '编造的标题', created, body: '编造的来信', replied, reply: '编造的答复' },
  ...{ agency, transferred_to: to },
});

describe('Letters with their answers', () => {
  let file: string;
  beforeAll(() => {
    const letters = [
      letter(1, '2020-01-01', '2020-01-03', '市交通局', ['市交通局']),
      letter(2, '2020-01-01', '2020-01-08', '商洛市交通运输局'),
      letter(3, '2020-01-05', '2020-01-02', '商洛市交通运输局'),
      letter(4, '', '', '市交通局'),
    ];
    file = path.join(town.folder, 'letters.jsonl');
    writeFileSync(file, letters.map((it) => `${JSON.stringify(it)}\n`).join(''));
  });

  test('are registered, and the days of each body are told under its one name', async () => {
    const said = await reported(file);
    expect(said).toMatchObject({ read: 4, registered: 3, rejected: 1 });
    expect(said.report).toEqual({
      bodies: [
        {
          body: '商洛市交通运输局',
          ...{ answered: 2, medianDays: 4.5, ninetyPercentDays: 7, longestDays: 7, handedOver: 1 },
        },
      ],
      notCounted: { unanswered: 0, answeredBefore: 1, nobody: 0 },
    });
  });

  test('are told of in a table that a clerk reads', async () => {
    const { out } = await mulin(file, '--report', 'bodies', '--dry-run', '--lang', 'zh');
    expect(out).toMatch(/答复单位 +件数 +中位天数.*\n商洛市交通运输局 +2 +4\.5 +7 +7 +1\n/);
    expect(out).toContain('未计入：无答复时间 0 件，答复早于来信 1 件');
  });

  test('have no other report', async () => {
    const { exit, err } = await mulin(file, '--report', 'people', '--dry-run');
    expect({ exit, err }).toEqual({ exit: 2, err: 'There is no report people; --report takes: bodies.\n' });
  });
});

(isThere ? test : test.skip)(
  'The real letters are registered but for those without a day, and again are known',
  async () => {
    const { report, ...said } = await reported(real);
    expect(said).toMatchObject({ read: 1_187, registered: 1_175, known: 0, rejected: 12 });
    const counted = report.bodies.length;
    process.stdout.write(`${counted} bodies; ${JSON.stringify(report.notCounted)}\n`);
    for (const { body, answered, medianDays } of report.bodies.filter((it) => it.answered > 20))
      process.stdout.write(`${body} n ${answered}, median ${medianDays} days\n`);
    expect(counted).toBeLessThan(112);
    expect(report.notCounted).toEqual({ unanswered: 1, answeredBefore: 4, nobody: 7 });
    expect(await reported(real)).toMatchObject({ registered: 0, known: 1_175, rejected: 12 });
  },
  300_000,
);
