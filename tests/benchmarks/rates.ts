/**
 * How long the rates of a town take over a million closed cases, how long their report of a month on paper, and how fast the
 * view behind them is made anew.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FEEDBACK, FeedbackModule } from '@mulin/feedback';
import type { Area, NewEvent } from '@mulin/kernel';
import { openService, type Platform, postgresPlatform } from '@mulin/service';

const cases = 1_000_000;
const atOnce = 1_000;
/** As many as the town for which Mulin was made. */
const microGrids = 297;
const readings = 5;
const patienceMs = 3_600_000;
/** Primes, so that how a case came out has nothing to do with where it lies. */
const strides = { late: 11, unsolved: 7, handedOn: 19, minutes: 7_919 };
const minutesOfYear = 365 * 24 * 60;
const begun = new Date(Date.UTC(2024, 11, 1)).toISOString();

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

const metadata = { town: 'mu', actor: 'bench', correlationId: 'bench' };
const items = ['sanitation', 'traffic', 'housing', 'street-and-lighting', 'parks-and-trees', 'noise'];

const recorded = (type: string, data: object): NewEvent => {
  const id = randomUUID();
  return { type, data, id, metadata: { ...metadata, causationId: id } };
};

const areaOf = (microGrid: number): string => {
  const [grid, village] = [Math.floor(microGrid / 3), Math.floor(microGrid / 12)];
  return `mu/c${Math.floor(village / 4)}/v${village}/g${grid}/m${microGrid}`;
};

/** What was heard of one case: filed, placed, two clocks judged; one in so many was late before it was handed on. */
const heard = (nth: number, until: string): readonly NewEvent[] => {
  const stamp = { cycle: 1, sequence: 0 };
  const microGrid = nth % microGrids;
  const item = items[nth % items.length] ?? 'other';
  const judged =
    nth % strides.late === 0 ? { standing: 'missed', dueAt: until } : { standing: 'met', endedAt: until };
  const contact = { clock: 'contact/1', standing: 'met', endedAt: begun };
  const next = { area: areaOf((microGrid + 1) % microGrids), office: null, since: until };
  return [
    recorded('CycleFiled', {
      number: `mu-2026-${nth}`,
      menuItem: item,
      net: 'life',
      channel: 'portal',
      ...stamp,
    }),
    recorded('CyclePlaced', { area: areaOf(microGrid), office: null, since: begun, ...stamp }),
    recorded('ClockJudged', { ...contact, ...stamp }),
    recorded('ClockJudged', { clock: 'complete/1', ...judged, ...stamp }),
    ...(nth % strides.handedOn === 0 ? [recorded('CyclePlaced', { ...next, cycle: 1, sequence: 1 })] : []),
  ];
};

/** What whoever asked said of it, and that it is over. */
const answered = (nth: number, endedAt: string): readonly NewEvent[] => [
  recorded('CaseRated', {
    number: `mu-2026-${nth}`,
    cycle: 1,
    area: 'mu',
    channel: 'desk',
    response: 'responded',
    resolution: nth % strides.unsolved === 0 ? 'not-solved' : 'solved',
    satisfaction: 'satisfied',
    ratedAt: endedAt,
  }),
  recorded('CycleEnded', { cycle: 1, because: 'closed', endedAt }),
];

const fill = async ({ eventStore }: Platform): Promise<void> => {
  const store = eventStore('feedback');
  const tell = async (nth: number) => {
    const id = randomUUID();
    const ended = Date.UTC(2025, 0, 1) + ((nth * strides.minutes) % minutesOfYear) * 60_000;
    const until = new Date(ended).toISOString();
    const options = { expectedRevision: 'no-stream' } as const;
    await store.appendToStream(`rate-${id}`, heard(nth, until), options);
    await store.appendToStream(`rating-${id}`, answered(nth, until), options);
  };
  for (let done = 0; done < cases; done += atOnce)
    await Promise.all(Array.from({ length: atOnce }, (_, place) => tell(done + place)));
};

/** Every area of the town with its rates, over HTTP; seconds of the slowest of a few. */
const secondsOf = async (url: string, token: string): Promise<number> => {
  const read = async (): Promise<number> => {
    const began = performance.now();
    const response = await fetch(`${url}/api/v1/rates?by=area`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { rates } = (await response.json()) as { rates: readonly { area: string; n: number }[] };
    const whole = rates.find(({ area }) => area === 'mu')?.n;
    if (whole !== cases) throw new Error(`the rates are of ${whole} cases`);
    return (performance.now() - began) / 1_000;
  };
  const times: number[] = [];
  for (let nth = 0; nth < readings; nth++) times.push(await read());
  return Math.max(...times);
};

/** The report of a month of all areas as a PDF, over HTTP; seconds of the slowest of a few, and its size in kilobytes. */
const printed = async (url: string, token: string) => {
  const times: number[] = [];
  let bytes = 0;
  for (let nth = 0; nth < readings; nth++) {
    const began = performance.now();
    const response = await fetch(`${url}/api/v1/rates/report.pdf?month=2025-06`, {
      headers: { authorization: `Bearer ${token}`, 'accept-language': 'zh' },
    });
    const file = Buffer.from(await response.arrayBuffer());
    if (file.subarray(0, 5).toString('latin1') !== '%PDF-') throw new Error(`${response.status}: no PDF`);
    times.push((performance.now() - began) / 1_000);
    bytes = file.length;
  }
  return { seconds: Math.max(...times), kilobytes: bytes / 1_000 };
};

export const benchRates = async (databaseUrl: string) => {
  const { platform, close } = await postgresPlatform({
    databaseUrl,
    keys: path.join(mkdtempSync(path.join(tmpdir(), 'mulin-bench-rates-')), 'keys'),
    town: 'mu',
    zone: 'Asia/Shanghai',
    services: ['feedback'],
    log: silent,
  });
  await fill(platform);
  const app = await openService(platform, {
    modules: [FeedbackModule.with(null)],
    services: [FEEDBACK],
    port: 0,
  });
  const head = (await platform.eventStore('feedback').head()) ?? 0;
  for (const view of platform.views()) await view.showing(head, patienceMs);
  const view = platform.views().find(({ name }) => name === 'rated-cycles');
  const rebuilt = await view?.rebuild();
  const { token } = await platform.identity.issue({ role: 'auditor', area: 'mu' as Area, minutes: 60 });
  const seconds = await secondsOf(app.url, token);
  const paper = await printed(app.url, token);
  await app.close();
  await close();
  return {
    'rates.seconds': seconds,
    'rates.pdf.seconds': paper.seconds,
    'rates.pdf.kilobytes': paper.kilobytes,
    'rates.rebuildFactsPerSecond': (rebuilt?.facts ?? 0) / (rebuilt?.seconds ?? 1),
  };
};
