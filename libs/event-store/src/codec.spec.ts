import { describe, expect, test } from '@jest/globals';
import { type EventMetadata, instant, type Position } from '@mulin/kernel';
import { codecOf } from './codec.js';

const recordedAt = instant('2026-11-26T08:00:00.000Z');
const stream = 'case-lamp';
const noted = (metadata: EventMetadata, data: object = { words: 'dark' }) => ({
  id: 'note-1',
  type: 'CaseNoted',
  data,
  metadata,
});
const about = { town: 'mu', actor: 'desk' };

const contexts: Readonly<Record<string, EventMetadata>> = {
  'of a conversation about its own subject': { ...about, correlationId: 'lamp', causationId: 'request-1' },
  'that is its own cause': { ...about, correlationId: 'lamp', causationId: 'note-1' },
  'of another conversation': { ...about, correlationId: 'request-1', causationId: 'request-1' },
  'with all that metadata may say': {
    ...about,
    role: 'clerk',
    correlationId: 'request-1',
    causationId: 'note-1',
    traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
    bodyHash: 'hmac:1',
  },
};

const place = { stream, revision: 0, position: 1 as Position } as const;

describe('Metadata', () => {
  test.each(Object.keys(contexts))('%s are read as they were written', (which) => {
    const metadata = contexts[which];
    if (metadata === undefined) throw new Error('it is one of them');
    const codec = codecOf();
    const [stored] = codec.write(stream, [noted(metadata)], recordedAt);
    if (stored === undefined) throw new Error('one is written as one');
    expect(codec.read(stored, place).metadata).toEqual({ ...metadata, recordedAt });
  });

  test('do not say again what the event is about, nor that it is its own cause', () => {
    const texts = Object.values(contexts).map(
      (metadata) => codecOf().write(stream, [noted(metadata)], recordedAt)[0]?.metadata,
    );
    expect(texts.slice(0, 2)).toEqual([
      `{"actor":"desk","causationId":"request-1","recordedAt":"${recordedAt}","town":"mu"}`,
      `{"actor":"desk","recordedAt":"${recordedAt}","town":"mu"}`,
    ]);
  });

  test('of one decision are each event’s own where only one of them is its own cause', () => {
    const metadata = { ...about, correlationId: 'lamp', causationId: 'note-1' };
    const codec = codecOf();
    const events = [noted(metadata), { ...noted(metadata), id: 'note-2' }, noted(metadata)];
    const read = codec.write(stream, events, recordedAt).map((stored) => codec.read(stored, place));
    expect(read.map((event) => event.metadata.causationId)).toEqual(['note-1', 'note-1', 'note-1']);
  });
});

describe('A type whose last upcast has an inverse', () => {
  const upcasts = {
    CaseNoted: [
      ({ text }: { text: string }) => ({ text, of: 'lamp' }),
      {
        up: ({ text }: { text: string }) => ({ words: text }),
        down: ({ words }: { words: string }) => ({ text: words }),
      },
    ],
  };
  const metadata = { ...about, correlationId: 'lamp', causationId: 'request-1' };
  const codec = codecOf(upcasts);

  test('is written in the version before, and read in today’s', () => {
    const [stored] = codec.write(stream, [noted(metadata)], recordedAt);
    if (stored === undefined) throw new Error('one is written as one');
    expect(stored).toMatchObject({ version: 2, data: '{"text":"dark"}' });
    expect(codec.read(stored, place).data).toEqual({ words: 'dark' });
  });

  test('is read from version 1 by both steps, and refused where it is newer than this program', () => {
    const old = { id: 'note-1', type: 'CaseNoted', data: '{"text":"dim"}', metadata: '{}' };
    expect(codec.read({ ...old, version: 1 }, place).data).toEqual({ words: 'dim' });
    expect(() => codec.read({ ...old, version: 4 }, place)).toThrow('version 4');
  });

  test('is read as it is stored by whoever does not know the service, and not written', () => {
    const stranger = codecOf('as-stored');
    const newer = { id: 'note-1', type: 'CaseNoted', version: 9, data: '{"text":"dim"}', metadata: '{}' };
    expect(stranger.read(newer, place).data).toEqual({ text: 'dim' });
    expect(() => stranger.write(stream, [noted(metadata)], recordedAt)).toThrow('not written to');
  });
});
