import { describe, expect, test } from '@jest/globals';
import { parseMapping } from './mapping.js';
import { RowRefused, rowReader } from './row.js';

const mapping = parseMapping(
  'hotline',
  JSON.stringify({
    name: 'hotline',
    format: 'csv',
    zone: 'America/New_York',
    mode: 'archive',
    asOf: '2016-01-12T16:00',
    columns: {
      id: 'id',
      reportedAt: 'opened',
      closedAt: 'closed',
      dueAt: 'target',
      claim: 'on_time',
      words: ['title', 'text'],
      lat: 'lat',
      lon: 'lon',
      address: 'where',
      channel: 'source',
      menuItem: 'reason',
      person: 'user',
    },
    claims: { ONTIME: 'met', OVERDUE: 'breached' },
    channels: { default: 'hotline-12345', of: { App: 'portal' } },
    menuItems: { default: 'general-request', of: { Trees: 'parks-and-trees' } },
  }),
);
const read = rowReader(mapping);
const row = {
  id: '101',
  opened: '2015-01-01T03:46:15',
  closed: '2015-01-06T08:50:05',
  target: '2015-03-10T08:30:00',
  on_time: 'ONTIME',
  title: 'A tree has fallen',
  text: 'It lies on the road',
  lat: '42.28',
  lon: '-71.05',
  where: '1 Elm St',
  source: 'App',
  reason: 'Trees',
  user: 'u-7',
};

const refused = (change: object): RowRefused => {
  try {
    read({ ...row, ...change });
  } catch (error) {
    if (error instanceof RowRefused) return error;
    throw error;
  }
  throw new Error('the row was not refused');
};

describe('A row of history', () => {
  test('is a demand, its times those of the source’s own zone', () => {
    expect(read(row)).toEqual({
      sourceId: '101',
      menuItem: 'parks-and-trees',
      words: 'A tree has fallen\nIt lies on the road',
      place: { lat: 42.28, lon: -71.05, address: '1 Elm St' },
      channel: 'portal',
      person: 'u-7',
      reportedAt: '2015-01-01T08:46:15.000Z',
      closedAt: '2015-01-06T13:50:05.000Z',
      dueAt: '2015-03-10T12:30:00.000Z',
      claim: 'met',
      flags: [],
    });
  });

  test('may leave out whatever the source does not know', () => {
    expect(read({ id: 7, opened: row.opened, title: 'A tree' })).toMatchObject({
      sourceId: '7',
      closedAt: null,
      dueAt: null,
      claim: null,
      place: null,
      person: null,
      channel: 'hotline-12345',
      menuItem: 'general-request',
      flags: ['no-place'],
    });
  });

  test('is kept and flagged where its times are odd', () => {
    expect(read({ ...row, closed: '2014-12-31T00:00:00' }).flags).toEqual(['closed-before-opened']);
    expect(read({ ...row, closed: '2015/1/6' })).toMatchObject({
      closedAt: '2015-01-06T05:00:00.000Z',
      flags: ['date-without-time'],
    });
  });

  test('may use words that mean something else elsewhere', () => {
    const odd = { ...row, source: 'constructor', reason: 'toString', on_time: '__proto__' };
    expect(read(odd)).toMatchObject({ channel: 'hotline-12345', menuItem: 'general-request', claim: null });
  });

  test('has no address that ends in the middle of a character', () => {
    const { place } = read({ ...row, where: `${'x'.repeat(499)}\ud83c\udfe0` });
    expect(place?.address).toBe('x'.repeat(499));
  });

  test.each([
    ['without its id', { id: ' ' }, 'id', 'missing'],
    ['that was never opened', { opened: '' }, 'opened', 'missing'],
    ['of a day that never was', { opened: '2015-02-30T10:00:00' }, 'opened', 'not-a-time'],
    ['whose target is no time', { target: 'soon' }, 'target', 'not-a-time'],
    ['without a word', { title: '', text: '' }, 'title', 'missing'],
    ['with a NUL in it', { text: 'a\0b' }, 'text', 'nul-character'],
    ['with half a character in it', { text: 'a\ud83d' }, 'text', 'broken-text'],
    ['with an id as long as a letter', { id: '1'.repeat(201) }, 'id', 'too-long'],
    ['of somebody with a name as long as a letter', { user: 'u'.repeat(201) }, 'user', 'too-long'],
    ['of a year that is written otherwise', { opened: '9999-12-31T23:59' }, 'opened', 'not-a-time'],
    ['from beyond the pole', { lat: '94.1' }, 'lat', 'not-a-coordinate'],
    ['whose longitude is a word', { lon: 'west' }, 'lon', 'not-a-coordinate'],
    ['as long as a book', { text: 'x'.repeat(20_001) }, 'title', 'too-long'],
  ])('%s is refused, with the column that says so', (_, change, column, code) => {
    const { column: at, code: why } = refused(change);
    expect({ column: at, code: why }).toEqual({ column, code });
  });

  test.each([{ target: 'Mrs Li, 1 Elm St' }, { lon: 'Mrs Li, 1 Elm St' }])(
    'that is refused is not quoted: %j',
    (change) => {
      expect(refused(change).message).not.toContain('Mrs Li');
    },
  );
});

describe('A mapping', () => {
  test.each([
    ['that is no JSON', '{', /not JSON/],
    ['of a zone that is none', JSON.stringify({ ...mapping, zone: 'Boston' }), /zone/],
    ['without columns', JSON.stringify({ ...mapping, columns: undefined }), /columns/],
    [
      'with a door that is none',
      JSON.stringify({ ...mapping, channels: { default: 'pigeon' } }),
      /channels\.default/,
    ],
    ['as of no moment', JSON.stringify({ ...mapping, asOf: 'yesterday' }), /asOf/],
  ])('%s is refused in one sentence', (_, text, sentence) => {
    expect(() => parseMapping('hotline', text)).toThrow(sentence);
  });
});
