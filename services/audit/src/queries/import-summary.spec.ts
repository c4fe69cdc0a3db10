import { describe, expect, test } from '@jest/globals';
import { summaryOf } from './import-summary.js';
import type { Archive, CaseRow } from '../views/cases.js';
import type { KeptClock } from '../views/clocks.js';
import { notNotified } from '../views/notices.js';

const asOf = '2016-01-12T21:00:00.000Z';
const early = '2015-03-01T12:00:00.000Z';
const late = '2016-02-01T12:00:00.000Z';

const archive = (more: Partial<Archive> = {}): Archive => ({
  batch: 'b',
  sourceId: 's',
  asOf,
  dueAt: early,
  closedAt: early,
  claim: 'met',
  flags: [],
  ...more,
});

const clock = (dueAt: string, verdict?: 'met' | 'breached'): KeptClock => ({
  startedAt: early,
  reportedBy: null,
  due: { at: dueAt, stamp: '1' },
  word: verdict === undefined ? null : { state: verdict, stamp: '2' },
});

const row = (more: Partial<CaseRow> = {}): CaseRow => ({
  caseId: 'c',
  town: 'meixi',
  number: 'n',
  state: 'closed',
  menuItem: 'm',
  net: 'life',
  urgency: 'ordinary',
  wishedUrgency: null,
  reportedBy: null,
  point: null,
  channel: 'file',
  days: {},
  microGrid: 'g',
  area: 'a',
  routed: true,
  member: null,
  helped: {},
  reportedAt: early,
  recordedAt: early,
  closedAt: null,
  clocks: { 'complete/1': clock(early, 'met') },
  sourceNumber: null,
  contactId: null,
  told: notNotified,
  position: 1,
  archive: archive(),
  from: {},
  ...more,
});

const nothing = { routed: 0, unrouted: 0, agreeing: 0, disagreeing: 0, undecided: 0, pending: 0 };
const routed = { ...nothing, routed: 1 };
const pending = { ...nothing, pending: 1 };

describe('A case of an import', () => {
  test.each<[string, Partial<CaseRow>, typeof nothing]>([
    ['agrees: kept by both', {}, { ...routed, agreeing: 1 }],
    [
      'agrees: missed by both',
      { clocks: { 'complete/1': clock(early, 'breached') }, archive: archive({ claim: 'breached' }) },
      { ...routed, agreeing: 1 },
    ],
    [
      'disagrees: its source says missed, we say kept',
      { archive: archive({ claim: 'breached' }) },
      { ...routed, disagreeing: 1 },
    ],
    [
      'disagrees: its source says kept, we say missed',
      { clocks: { 'complete/1': clock(early, 'breached') } },
      { ...routed, disagreeing: 1 },
    ],
    [
      'agrees that nothing was missed when its clock still ran as of then',
      { clocks: { 'complete/1': clock(late) }, archive: archive({ dueAt: late, closedAt: null }) },
      { ...routed, agreeing: 1 },
    ],
    [
      'is undecided where its source set no target',
      { clocks: {}, archive: archive({ dueAt: null }) },
      { ...routed, undecided: 1 },
    ],
    [
      'is undecided where its source made no claim',
      { archive: archive({ claim: null }) },
      { ...routed, undecided: 1 },
    ],
    [
      'is undecided where a time of it cannot be',
      { clocks: {}, archive: archive({ flags: ['implausible-time'] }) },
      { ...routed, undecided: 1 },
    ],
    [
      'is undecided where it was closed at no known hour of the day it was due',
      { clocks: {}, archive: archive({ flags: ['date-without-time', 'closed-on-due-day'] }) },
      { ...routed, undecided: 1 },
    ],
    [
      'is counted as unrouted on nobody’s land',
      { routed: false, microGrid: null },
      { ...nothing, unrouted: 1, agreeing: 1 },
    ],
    ['is undecided when it is live', { archive: null, channel: 'portal' }, { ...routed, undecided: 1 }],
    [
      'is done with when it is live and was declined before anybody was asked',
      { archive: null, routed: null, closedAt: late, clocks: {} },
      { ...nothing, unrouted: 1, undecided: 1 },
    ],
    ['is pending until its registration is heard', { reportedAt: null }, pending],
    ['is pending until it is routed', { routed: null }, pending],
    ['is pending until its clock has started', { clocks: {} }, pending],
    [
      'is pending while it is closed and has no verdict',
      { clocks: { 'complete/1': clock(late) }, archive: archive({ dueAt: late }) },
      pending,
    ],
    [
      'is pending while it was due before then and has no verdict',
      { clocks: { 'complete/1': clock(early) }, archive: archive({ closedAt: null }) },
      pending,
    ],
  ])('%s', (_title, more, expected) => {
    expect(summaryOf([row(more)])).toEqual(expected);
  });

  test('is pending until anything is heard of it', () => {
    expect(summaryOf([null])).toEqual(pending);
  });

  test('counts once, beside the others', () => {
    expect(summaryOf([row(), row(), null, row({ routed: false })])).toEqual({
      routed: 2,
      unrouted: 1,
      agreeing: 3,
      disagreeing: 0,
      undecided: 0,
      pending: 1,
    });
  });
});
