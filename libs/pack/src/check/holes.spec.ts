import { describe, expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import fc from 'fast-check';
import { holesIn } from './holes.js';

const day = (date: string) => instant(`2026-${date}T00:00:00Z`);
const now = day('06-01');
const term = (from: string | null, until: string | null) => ({
  from: from === null ? null : day(from),
  until: until === null ? null : day(until),
});
const hole = (since: string | null, until: string | null) => ({
  since: since === null ? null : day(since),
  until: until === null ? null : day(until),
});

describe('When nobody is on duty', () => {
  test.each([
    ['nobody ever', [], [hole(null, null)]],
    ['somebody for ever', [term(null, null)], []],
    ['until somebody begins', [term('07-01', null)], [hole(null, '07-01')]],
    ['from when the last duty ends', [term(null, '08-01')], [hole('08-01', null)]],
    ['since the last duty ended', [term(null, '05-01')], [hole('05-01', null)]],
    ['between two duties', [term('07-15', null), term(null, '07-01')], [hole('07-01', '07-15')]],
    ['never, where one duty begins as another one ends', [term(null, '07-01'), term('07-01', null)], []],
    ['never, where duties overlap', [term(null, '08-01'), term('07-01', '07-05'), term('07-20', null)], []],
    ['not any more', [term(null, '04-01'), term('05-01', null)], []],
    ['right now', [term(null, '05-01'), term('06-02', null)], [hole('05-01', '06-02')]],
    ['in a term that ends before it begins', [term('07-01', '06-15')], [hole(null, null)]],
  ])('%s', (_, terms, holes) => {
    expect(holesIn(terms, now)).toEqual(holes);
  });

  test('is the same as asking each day', () => {
    const at = (days: number) => instant(Date.UTC(2026, 5, 1 + days));
    const moment = fc.option(fc.integer({ min: -20, max: 60 }), { nil: null });
    fc.assert(
      fc.property(fc.array(fc.tuple(moment, moment), { maxLength: 8 }), (drawn) => {
        const terms = drawn.map(([from, until]) => ({
          from: from === null ? null : at(from),
          until: until === null ? null : at(until),
        }));
        const holes = holesIn(terms, at(0));
        for (let days = 0; days < 70; days++) {
          const isManned = terms.some(
            ({ from, until }) => (from === null || from <= at(days)) && (until === null || at(days) < until),
          );
          const isHole = holes.some(
            ({ since, until }) =>
              (since === null || since <= at(days)) && (until === null || at(days) < until),
          );
          expect({ days, isHole }).toEqual({ days, isHole: !isManned });
        }
      }),
    );
  });
});
