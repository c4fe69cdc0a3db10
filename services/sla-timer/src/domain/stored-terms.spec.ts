import { describe, expect, test } from '@jest/globals';
import { memoryEventLog, memoryEventStore } from '@mulin/event-store';
import { instant, newCorrelation, type Position } from '@mulin/kernel';
import type { Event } from './clocks/clock-events.js';
import { upcasts } from './stored-terms.js';

type TermsSet = Extract<Event, { type: 'TermsSet' }>['data'];

const now = () => instant('2026-03-02T00:00:00.000Z');
const at = (text: string) => instant(`2026-03-02T${text}:00.000Z`);
const stream = 'clocks-lamp';
const metadata = newCorrelation({ id: 'news-1', town: 'mu', actor: 'sla-timer' });

const first: TermsSet = {
  clock: 'take/1/2',
  cycle: 1,
  because: 'started',
  since: at('08:00'),
  startedAt: at('08:00'),
  dueAt: at('12:00'),
  ladder: [
    { step: 'take/1/2/50%/grid-member', at: at('10:00'), to: 'grid-member' },
    { step: 'take/1/2/+24hour/town-leader', at: at('20:00'), to: 'town-leader' },
  ],
  policy: 'ordinary@1',
  calendar: 'town@1',
  provisional: false,
  owedBy: at('12:00'),
  formerlyOwedBy: null,
};

const terms: Readonly<Record<string, TermsSet>> = {
  'the first of a clock': first,
  'of a calendar that is not announced': { ...first, provisional: true },
  'that were changed, while another due moment holds': {
    ...first,
    because: 'reclassified',
    since: at('09:00'),
    sequence: '0000000007',
    owedBy: at('11:00'),
    formerlyOwedBy: at('12:00'),
  },
  'of before steps were called by what they say': {
    ...first,
    ladder: [{ step: 'take/1/2/0', at: at('10:00'), to: 'grid-member' }],
  },
  'with a step of another clock': {
    ...first,
    ladder: [{ step: 'take/1/1/50%/grid-member', at: at('10:00'), to: 'grid-member' }],
  },
  'with a step that says more than its name does': {
    ...first,
    ladder: first.ladder.map((step) => ({ ...step, note: 'by post' })),
  },
  'without a ladder': { ...first, ladder: [] },
};

const read = (log: ReturnType<typeof memoryEventLog>) =>
  memoryEventStore({ now, upcasts, log }).readStream(stream);

describe('Terms', () => {
  test.each(Object.keys(terms))('%s are read as they were set', async (which) => {
    const data = terms[which] ?? first;
    const log = memoryEventLog();
    const event = { id: 'terms-1', type: 'TermsSet', data, metadata };
    await memoryEventStore({ now, upcasts, log }).appendToStream(stream, [event], {
      expectedRevision: 'any',
    });
    expect((await read(log)).map((it) => it.data)).toStrictEqual([data]);
  });

  test('say in the log no more than is needed to read them', async () => {
    const log = memoryEventLog();
    const event = { id: 'terms-1', type: 'TermsSet', data: first, metadata };
    await memoryEventStore({ now, upcasts, log }).appendToStream(stream, [event], {
      expectedRevision: 'any',
    });
    expect(JSON.parse(log.events[0]?.data ?? '')).toEqual({
      because: 'started',
      calendar: 'town@1',
      clock: 'take/1/2',
      cycle: 1,
      dueAt: at('12:00'),
      formerlyOwedBy: null,
      ladder: [
        [at('10:00'), '50%', 'grid-member'],
        [at('20:00'), '+24hour', 'town-leader'],
      ],
      policy: 'ordinary@1',
      since: at('08:00'),
    });
  });

  test.each(Object.keys(terms))('%s that a town of before recorded are read as they stand', async (which) => {
    const { formerlyOwedBy: _, ...data } = terms[which] ?? first;
    const log = memoryEventLog();
    const stored = {
      id: 'terms-1',
      type: 'TermsSet',
      version: 1,
      stream,
      revision: 0,
      position: 1 as Position,
    } as const;
    const texts = {
      data: JSON.stringify(data),
      metadata: JSON.stringify({ ...metadata, recordedAt: now() }),
    };
    log.events.push({ ...stored, ...texts });
    log.byStream.set(stream, [...log.events]);
    expect((await read(log)).map((it) => it.data)).toStrictEqual([data]);
  });
});
