/** `mulin disputes import`, in a town in memory: a made-up file, and the real one where it is there. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { disputeTown, type DisputeTown } from './dispute-town.testing.js';

const real = fileURLToPath(new URL('../../../../../shared/data/chinese/', import.meta.url));
const isThere = existsSync(real);
if (!isThere) process.stdout.write('There is no ../shared/data here: no real disputes are brought.\n');

const mediator = 'mediator-1@mu/dongguan';
const area = 'mu/dongguan/hetou';

let town: DisputeTown;
beforeAll(async () => {
  town = await disputeTown();
});
afterAll(() => town.close());

const line = (speaker: string, text: string, strategy?: string) => ({
  speaker,
  text,
  ...(strategy === undefined ? {} : { strategy }),
});

/** A made-up mediation; what is read out, and who says yes to it. */
const mediation = (what: string, parties: string, agreement: string | null, ...yes: readonly string[]) => ({
  event_type: '社区邻里纠纷',
  event_description: what,
  disputing_parties: parties,
  dialog: [
    line('sys', '请说说经过。', '了解基本情况'),
    line('甲某', '编造的甲方陈述。'),
    line('乙某', '编造的乙方陈述。'),
    ...(agreement === null ? [] : [line('sys', agreement, '达成调解协议')]),
    ...yes.map((speaker) => line(speaker, '同意。')),
  ],
});

const both = ['甲某', '乙某'] as const;
const rows = [
  mediation('编造的纠纷一', '甲某, 乙某, 片警', '乙某一次性赔偿甲某3000元，当场兑现。', ...both),
  mediation('编造的纠纷二', '甲某, 乙某', '乙某于三日内赔偿甲某500元。', ...both),
  mediation('编造的纠纷三', '甲某, 乙某', '乙某赔偿甲某500元。', ...both),
  mediation('编造的纠纷四', '甲某, 乙某', '乙某于2017年3月1日前赔偿甲某500元。', ...both),
  mediation('编造的纠纷五', '甲某, 乙某', '如果认定为工伤，乙某赔偿甲某500元。', ...both),
  mediation('编造的纠纷六', '甲某, 乙某', '乙某赔偿甲某500元，当场兑现。', '甲某'),
  mediation('编造的纠纷七', '甲某, 乙某, 丙某', '乙某赔偿甲某500元，当场兑现。', ...both),
  mediation('编造的纠纷八', '甲某, 乙某', '乙某向甲某道歉。', ...both),
  mediation('编造的纠纷九', '甲某, 乙某', null),
  mediation('编造的纠纷十', '甲某, 片警', null),
  // The same row once more.
  mediation('编造的纠纷一', '甲某, 乙某, 片警', '乙某一次性赔偿甲某3000元，当场兑现。', ...both),
];

const fileOf = (name: string, content: readonly object[], more = ''): string => {
  const file = path.join(town.folder, name);
  writeFileSync(file, content.map((row) => `${JSON.stringify(row)}\n`).join('') + more);
  return file;
};

type Json = Readonly<Record<string, unknown>>;

const bring = async (file: string, ...more: readonly string[]) => {
  const options = ['--mapping', 'mediation-dialogues', '--area', area, '--json', ...more];
  const { exit, out } = await town.mulinAs('operator', 'disputes', 'import', file, ...options);
  return { exit, json: JSON.parse(out) as Json };
};

const all = { account: ['--account', mediator] } as const;
const reasons = {
  'term-without-due': 1,
  'term-due-past': 1,
  'term-unclear': 1,
  'not-everybody-agreed': 1,
  'consent-missing': 1,
  'no-terms': 1,
  'no-two-sides': 1,
  'line-not-json': 1,
};

describe('A file of disputes', () => {
  test('is tried without a town, and everything is said that can be seen from it', async () => {
    const file = fileOf('trial.jsonl', rows, '{"broken\n');
    const { exit, json } = await bring(file, '--dry-run', '--url', 'http://127.0.0.1:1');
    expect(exit).toBe(1);
    expect(json).toMatchObject({
      read: 12,
      registered: 0,
      known: 0,
      rejected: 2,
      flagged: 6,
      dryRun: true,
      reasons,
    });
  });

  test('becomes disputes with parties, statements and agreements, by the rights of its mediator', async () => {
    const file = fileOf('made-up.jsonl', rows, '{"broken\n');
    const { exit, json } = await bring(file, ...all.account);
    expect(json).toMatchObject({
      read: 12,
      registered: 9,
      known: 1,
      rejected: 2,
      flagged: 6,
      agreements: { recorded: 1, performed: 2, refused: 6 },
      reasons,
    });
    expect(exit).toBe(1);
    const rejected = readFileSync(String(json['rejectedFile']), 'utf8').split('\r\n');
    expect(rejected.filter((it) => it.includes(',term-without-due,'))).toHaveLength(1);
    expect(rejected.find((it) => it.includes(',no-two-sides,'))).toMatch(/^10,disputing_parties,/);
    expect(readFileSync(String(json['notedFile']), 'utf8')).toMatch(/\bagreement-refused\b/);

    const listed = JSON.parse((await town.mulin('disputes', '--json')).out) as { items: readonly Json[] };
    const outcomes = listed.items.map(({ state, outcome }) => outcome ?? state);
    expect([...outcomes].sort()).toEqual([
      'agreed-and-performed',
      ...Array<string>(1).fill('asking-consent'),
      ...Array<string>(6).fill('in-mediation'),
      'to-perform',
    ]);
    expect(new Set(listed.items.map((it) => it['mediator']))).toEqual(new Set([mediator]));
  });

  test('tells nobody what was said in it, nor who its parties are', () => {
    const told = JSON.stringify([town.messages(), town.said()]);
    expect(town.messages().length).toBeGreaterThan(20);
    expect(told).not.toMatch(/甲某|乙某|编造的|3000元/);
  });

  test('brought again is known, row by row, and nothing is done twice', async () => {
    const told = () => town.messages().length;
    const before = told();
    const { json } = await bring(path.join(town.folder, 'made-up.jsonl'), ...all.account);
    expect(json).toMatchObject({
      registered: 0,
      known: 10,
      rejected: 2,
      agreements: { performed: 2, refused: 6 },
    });
    expect(told()).toBe(before);
    const next = await town.post('clerk', 'disputes', {
      kind: 'other',
      area,
      door: 'walk-in',
      parties: [
        { role: 'applicant', name: 'A' },
        { role: 'respondent', name: 'B' },
      ],
    });
    // No number was taken for a dispute that was known.
    expect(next.body['number']).toBe('mu-M-2026-000010');
  });

  test('that names the same quarrel with other parties is refused for that row', async () => {
    const file = fileOf('other.jsonl', [mediation('编造的纠纷一', '甲某, 丁某', null)]);
    const { exit, json } = await bring(file, ...all.account);
    expect({ exit, json }).toMatchObject({
      exit: 1,
      json: { registered: 0, known: 0, rejected: 1, reasons: { 'same-id-other-content': 1 } },
    });
  });

  test('goes on where an earlier one ended: what parties say now is taken down, too', async () => {
    const [row] = rows;
    const begun = { ...row, event_description: '编造的纠纷十一', dialog: [] };
    const standpoints = { ...begun, prompts: { 甲某: '编造的立场。' } };
    expect((await bring(fileOf('begun.jsonl', [standpoints]), ...all.account)).json).toMatchObject({
      registered: 1,
      agreements: { performed: 0 },
    });
    const whole = { ...row, event_description: '编造的纠纷十一' };
    expect((await bring(fileOf('whole.jsonl', [whole]), ...all.account)).json).toMatchObject({
      registered: 0,
      known: 1,
      agreements: { performed: 1 },
    });
  });

  test('is brought by a mediator of the roster, and by nobody else', async () => {
    const file = fileOf('one.jsonl', [mediation('编造的纠纷十二', '甲某, 乙某', null)]);
    expect(await bring(file, '--account', 'mediator@nowhere')).toMatchObject({
      exit: 2,
      json: { error: { code: 'not-a-mediator' } },
    });
    expect(await bring(file)).toMatchObject({ exit: 2, json: { error: { code: 'not-allowed' } } });
  });

  test('is told of in Chinese', async () => {
    const file = path.join(town.folder, 'made-up.jsonl');
    const options = ['--mapping', 'mediation-dialogues', '--area', area, '--lang', 'zh', '--dry-run'];
    const { out } = await town.mulinAs('operator', 'disputes', 'import', file, ...options);
    expect(out).toMatch(/^试运行，未登记任何纠纷：读取 12 行/);
    expect(out).toContain('有约定未写期限。');
    expect(out).not.toMatch(/甲某|乙某/);
  });
});

(isThere ? describe : describe.skip)('The real mediations', () => {
  const told = (json: Json) =>
    process.stdout.write(`${JSON.stringify({ ...json, rejectedFile: '', notedFile: '' })}\n`);

  test('become disputes, each once, of every kind; what was agreed is recorded where all of it is known', async () => {
    const file = path.join(real, 'mediation-dialogues-97.jsonl');
    const { json } = await bring(file, ...all.account);
    told(json);
    expect(json).toMatchObject({ read: 97, registered: 96, known: 1, rejected: 0 });
    const { performed, recorded, refused } = json['agreements'] as Record<string, number>;
    expect(Number(performed)).toBeGreaterThan(3);
    expect(Number(performed) + Number(recorded) + Number(refused)).toBeGreaterThan(90);
    const again = await bring(file, ...all.account);
    expect(again.json).toMatchObject({ registered: 0, known: 97, agreements: json['agreements'] });
  }, 300_000);

  test('are told of without a name, a place or a word of theirs', () => {
    const names = readFileSync(path.join(real, 'mediation-parties-97.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .flatMap((text) => Object.keys((JSON.parse(text) as { prompts: object }).prompts))
      .filter((name) => name.length > 2);
    const everywhere = JSON.stringify([town.messages(), town.said()]);
    expect(names.filter((name) => everywhere.includes(name))).toEqual([]);
  });

  test('of the file of standpoints are the same disputes, where it names the same parties', async () => {
    const { json } = await bring(path.join(real, 'mediation-parties-97.jsonl'), ...all.account);
    told(json);
    expect(Number(json['known'])).toBeGreaterThan(70);
    expect(json).toMatchObject({ read: 97 });
  }, 300_000);
});
