import { expect, test } from '@jest/globals';
import { CaseClosedV1 } from '@mulin/contracts';
import { type Delivered, instant, Rejection, type DeadLetter, Unavailable } from '@mulin/kernel';
import type { LogLine } from '../log.js';
import { dispatcher, on } from './reaction.js';
import { receiver } from './receiver.js';

const noon = instant('2026-05-04T04:00:00Z');
const caseId = '0f2f6d6e-9a1c-4f53-8a44-5a0f3c1f7b10';
const closed = {
  specversion: '1.0',
  id: '6a1c1f0e-3b0c-4c58-9a0e-2b6f6a5d9c11',
  source: '/mu/intake',
  type: CaseClosedV1.type,
  subject: caseId,
  time: noon,
  recordedat: noon,
  town: 'mu',
  correlationid: 'r-1',
  causationid: 'r-1',
  dataschema: `urn:mulin:${CaseClosedV1.type}`,
  data: { cycle: 1, outcome: 'done' },
};

const stands = (value: string): Delivered => ({
  topic: 'mulin.intake',
  partition: 3,
  offset: 7,
  key: caseId,
  value,
});
const good = stands(JSON.stringify(closed));

const receiving = (react: () => Promise<unknown>, put?: () => Promise<void>) => {
  const aside: Omit<DeadLetter, 'id'>[] = [];
  const waits: number[] = [];
  const lines: LogLine[] = [];
  const receive = receiver({
    dispatch: dispatcher([on(CaseClosedV1, react)]),
    deadLetters: { put: put ?? (async (item) => void aside.push(item)) },
    group: 'sla-timer',
    sleep: async (ms) => void waits.push(ms),
    now: () => noon,
    log: (line) => lines.push(line),
  });
  return { receive, aside, waits, lines };
};
const fine = async () => undefined;
const down = async () => {
  throw new Unavailable('the store does not answer');
};

test.each([
  ['not json', /no JSON/],
  ['', /no JSON/],
  ['null', /no type/],
  ['42', /no type/],
  ['[]', /no type/],
  ['{}', /no type/],
  ['{"type":7}', /no text/],
  [`{"type":"${CaseClosedV1.type}"}`, /not a intake\.case-closed\.v1: .*subject/],
  [JSON.stringify({ ...closed, data: { cycle: 'Anna, 13812345678', outcome: 'done' } }), /data\.cycle/],
])(
  'a message that is not what it claims is set aside at once, with its reason: %s',
  async (value, reason) => {
    const { receive, aside, waits } = receiving(fine);
    const message = stands(value);
    expect(await receive(message)).toBe('set-aside');
    expect(aside).toEqual([{ group: 'sla-timer', message, reason: expect.stringMatching(reason), at: noon }]);
    expect(aside[0]?.reason).not.toContain('Anna');
    expect(waits).toEqual([]);
  },
);

test('a message that is handled is handled once', async () => {
  let times = 0;
  const { receive, aside } = receiving(async () => void times++);
  expect(await receive(good)).toBe('handled');
  expect([times, aside]).toEqual([1, []]);
});

test('a type nobody listens to is ignored', async () => {
  expect(await receiving(down).receive(stands('{"type":"someone.else.v1"}'))).toBe('ignored');
});

test('a bug is tried three times, then set aside with its reason', async () => {
  let times = 0;
  const { receive, aside, waits } = receiving(async () => {
    times++;
    throw new TypeError('a bug');
  });
  expect(await receive(good)).toBe('set-aside');
  expect(aside).toEqual([{ group: 'sla-timer', message: good, reason: 'TypeError: a bug', at: noon }]);
  expect([times, waits]).toEqual([3, [100, 200]]);
});

test('a bug that is gone the second time is no harm', async () => {
  let times = 0;
  const { receive, aside } = receiving(async () => {
    if (times++ === 0) throw new Error('a stumble');
  });
  expect([await receive(good), times, aside]).toEqual(['handled', 2, []]);
});

test('a told decision that refuses is a bug too', async () => {
  const { receive, aside } = receiving(async () => {
    throw new Rejection('no', { en: 'No.', zh: '不行。' });
  });
  expect(await receive(good)).toBe('set-aside');
  expect(aside[0]?.reason).toBe('Rejection: No.');
});

test('while the world is down the message waits, however often it comes, and nothing is counted', async () => {
  let isDown = true;
  const { receive, aside, waits } = receiving(async () => (isDown ? down() : undefined));
  for (let times = 0; times < 20; times++) expect(await receive(good)).toBe('paused');
  isDown = false;
  expect(await receive(good)).toBe('handled');
  expect([aside, waits]).toEqual([[], []]);
});

const coded = (code: string) => Object.assign(new Error('said so'), { code });
const at = (offset: number): Delivered => ({ ...good, offset });

test.each(['28000', '28P01', '3D000', '25P03', '53300', '57P03', '42501', 'EMFILE', 'ENFILE', 'ENOSPC'])(
  'trouble of the world that comes as %s is no message’s fault, however long it lasts',
  async (code) => {
    const { receive, aside } = receiving(async () => {
      throw coded(code);
    });
    for (let offset = 0; offset < 300; offset++) expect(await receive(at(offset % 7))).toBe('paused');
    expect(aside).toEqual([]);
  },
);

test.each(['55000', 'XX000', '08P01', '42P01', 'ECONNRESET'])(
  'trouble of the world that comes as %s and goes again is no message’s fault either',
  async (code) => {
    let tries = 0;
    const { receive, aside } = receiving(async () => {
      if (tries++ % 10 < 9) throw coded(code);
    });
    const left = Array.from({ length: 30 }, (_, offset) => offset);
    while (left.length > 0) {
      const offset = left.shift() ?? 0;
      if ((await receive(at(offset))) === 'paused') left.push(offset);
    }
    expect(aside).toEqual([]);
  },
);

test.each(['08P01', 'XX000', '57014', 'ECONNRESET'])(
  'a message that alone meets %s while others of its type are handled is set aside after a while',
  async (code) => {
    let isPoison = true;
    const { receive, aside } = receiving(async () => {
      if (isPoison) throw coded(code);
    });
    const receipts: string[] = [];
    for (let offset = 1; offset <= 8; offset++) {
      isPoison = true;
      receipts.push(await receive(at(0)));
      isPoison = false;
      expect(await receive(at(offset))).toBe('handled');
    }
    expect(receipts).toEqual([...Array.from({ length: 7 }, () => 'paused'), 'set-aside']);
    expect(aside).toMatchObject([
      { message: at(0), reason: expect.stringMatching(/this message alone met it/) },
    ]);
  },
);

test('a message that cannot even be set aside waits', async () => {
  expect(await receiving(fine, down).receive(stands('not json'))).toBe('paused');
});

test('each message leaves one line that names it and says what became of it, and nothing of its content', async () => {
  const { receive, lines } = receiving(fine);
  await receive(good);
  expect(lines).toEqual([
    {
      level: 'debug',
      text: 'message',
      group: 'sla-timer',
      topic: 'mulin.intake',
      partition: 3,
      offset: 7,
      subject: caseId,
      id: closed.id,
      type: CaseClosedV1.type,
      town: 'mu',
      correlationid: 'r-1',
      causationid: 'r-1',
      outcome: 'handled',
      ms: 0,
    },
  ]);
});

test('two reactions to one event are refused before anything starts', () => {
  expect(() => dispatcher([on(CaseClosedV1, fine), on(CaseClosedV1, fine)])).toThrow(
    'Two reactions to intake.case-closed.v1 in one service: make them one, so that their order can be read.',
  );
});
