/** Who has to decide whether a cycle is taken out of the rates, in whatever order it is heard. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { area, caseId, isFor, number, teller, waiting, type Who } from '../a-matter.testing.js';
import type { ObservedEvent, OfFeedback } from '../observed-events.js';

const desk: Who = { id: 'ren', role: 'hotline-clerk', area: 'mu' };
const otherDesk: Who = { id: 'yu', role: 'hotline-clerk', area: 'mu' };
const ownDesk: Who = { id: 'qi', role: 'hotline-clerk', area: 'mu/c1' };
const secretary: Who = { id: 'sun', role: 'community-secretary', area: 'mu/c1' };
const abroad: Who = { id: 'wu', role: 'community-secretary', area: 'mu/c2' };
const leader: Who = { id: 'li', role: 'grid-leader', area: 'mu/c1/v1/g1' };
const town: Who = { id: 'kong', role: 'town-leader', area: 'mu' };
const otherTown: Who = { id: 'meng', role: 'town-leader', area: 'mu' };
const auditor: Who = { id: 'bao', role: 'auditor', area: 'mu' };
const everybody = [desk, otherDesk, ownDesk, secretary, abroad, leader, town, otherTown, auditor];

const asked = (by = 'li', where: string | null = area, cycle = 1): OfFeedback => ({
  is: 'exemption-asked',
  number,
  cycle,
  area: where,
  by,
});
const decided = (by = 'ren', cycle = 1): OfFeedback => ({ is: 'exemption-decided', cycle, by });
const appealed = (by = 'li', where: string | null = area): OfFeedback => ({
  is: 'exemption-appealed',
  number,
  cycle: 1,
  area: where,
  by,
});
const settled: OfFeedback = { is: 'exemption-settled', cycle: 1 };

const heard = (...said: readonly OfFeedback[]): readonly ObservedEvent[] => said.map(teller().feedback);
/** What waits, and for whom of all these. */
const whose = (...said: readonly OfFeedback[]) =>
  waiting(heard(...said)).map(
    (it) =>
      `${it.what}: ${everybody
        .filter((who) => isFor(who, it))
        .map(({ id }) => id)
        .join(', ')}`,
  );

describe('An exemption that was asked for', () => {
  test('waits for the desk and the secretaries of other communities, and for nobody of the unit', () => {
    expect(whose(asked())).toEqual(['exempt: ren, yu, wu']);
    expect(waiting(heard(asked()))).toMatchObject([
      {
        id: `${caseId}.exempt-1-1`,
        kind: 'decide',
        why: 'exemption-asked',
        number,
        cycle: 1,
        area,
        until: null,
        isUrgent: false,
      },
    ]);
  });

  test('does not wait for whoever asked, and of nobody’s land for the desk alone', () => {
    expect(whose(asked('ren'))).toEqual(['exempt: yu, wu']);
    expect(whose(asked('tan', null))).toEqual(['exempt: ren, yu, qi']);
  });

  test('waits for nobody any more once it is decided', () => {
    expect(whose(asked(), decided())).toEqual([]);
  });

  test('waits though the case is over', () => {
    const { intake, feedback } = teller();
    const over = [intake({ is: 'registered', number, cycle: 1 }), intake({ is: 'ended', cycle: 1 })];
    expect(waiting([...over, feedback(asked())]).map(({ what }) => what)).toEqual(['exempt']);
  });

  test('by the unit that has the case by now is another thing than what was decided for the one before', () => {
    const other = 'mu/c2/v1/g1/m1';
    expect(whose(asked(), decided(), asked('he', other))).toEqual(['exempt: ren, yu, sun']);
    expect(waiting(heard(asked(), asked('he', other))).map(({ id }) => id)).toEqual([`${caseId}.exempt-1-2`]);
  });

  test('of one cycle is decided without that of another', () => {
    expect(whose(asked(), asked('li', area, 2), decided())).toEqual(['exempt: ren, yu, wu']);
  });
});

describe('An appeal', () => {
  test('waits for a town leader who has not spoken in it, until it is settled', () => {
    expect(whose(asked(), decided(), appealed())).toEqual(['settle-exemption: kong, meng']);
    expect(whose(asked('meng'), decided(), appealed())).toEqual(['settle-exemption: kong']);
    expect(whose(asked(), decided('kong'), appealed('meng'))).toEqual(['settle-exemption: ']);
    expect(waiting(heard(asked(), decided(), appealed()))).toMatchObject([
      { id: `${caseId}.settle-exemption-1-1`, kind: 'decide', why: 'exemption-appealed', number, area },
    ]);
    expect(whose(asked(), decided(), appealed(), settled)).toEqual([]);
    expect(whose(asked(), decided(), appealed('li', null))).toEqual(['settle-exemption: kong, meng']);
  });

  test('comes to the same in whatever order it is heard, and heard twice', () => {
    const life = heard(
      asked(),
      decided(),
      appealed(),
      asked('he', 'mu/c2', 2),
      settled,
      asked('li', area, 3),
    );
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...life], { minLength: life.length }),
        fc.subarray([...life]),
        (order, again) => expect(waiting([...order, ...again])).toEqual(waiting(life)),
      ),
    );
  });
});
