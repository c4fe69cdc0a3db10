/** How the rings of one piece of land lie to each other: holes within their ring, parts beside each other. */
import type { LocalizedText } from '@mulin/kernel';
import type { Land } from './plane.js';
import { common, without } from './clip.js';
import { type Contact, contactsOf } from './contacts.js';
import { type Finding, pointOf, shown, shownArea, shownMetres } from './finding.js';
import { boxOf, landArea, middleOf, ringArea, type Ring } from './plane.js';
import { smallestArea, withoutRepeats } from './ring.js';

type Rings = Land[number];

const finding = (
  severity: Finding['severity'],
  code: string,
  sentence: LocalizedText,
  where: Finding['where'],
): Finding => ({ severity, code, sentence, where });

/** The larger of two holds "all of it" but for rounding. */
const nearlyAll = 0.999;

const areaOf = (land: Land | null): number => (land === null ? 0 : landArea(land));

const within = (land: Land | null): Finding['where'] => {
  const [rings] = land ?? [];
  return rings === undefined ? {} : { place: middleOf(rings), squareMetres: areaOf(land) };
};

const whereText = ({ place }: Finding['where']): string => (place === undefined ? '?' : shown(place));

const holeCalled = (part: number, hole: number): LocalizedText => ({
  en: `part ${part + 1}, ring ${hole + 1}`,
  zh: `第${part + 1}部分第${hole + 1}环`,
});

/** Outside it takes nothing away; where it crosses its ring, two programs read two different things. */
const strayHole = (outer: Ring, hole: Ring, { en, zh }: LocalizedText): Finding | null => {
  const [whole, ring]: readonly Land[] = [[[[...hole] as number[][]]], [[[...outer] as number[][]]]];
  const outside = without(whole ?? [], [ring ?? []]);
  const area = areaOf(outside);
  if (area < smallestArea) return null;
  const where = within(outside);
  const isAll = area >= nearlyAll * Math.abs(ringArea(hole));
  return isAll
    ? finding(
        'mistake',
        'hole-outside',
        {
          en: `${en} is a hole that lies outside of its ring, near ${whereText(where)}: a further part of the land would be a polygon of its own`,
          zh: `${zh}是位于外环之外的孔洞（${whereText(where)}）：若为另一部分土地，应写成单独的多边形`,
        },
        where,
      )
    : finding(
        'mistake',
        'hole-crosses',
        {
          en: `${en} is a hole that sticks out of its ring with ${shownArea(area)} m² near ${whereText(where)}`,
          zh: `${zh}是超出外环的孔洞，超出 ${shownArea(area)} 平方米，位于 ${whereText(where)} 附近`,
        },
        where,
      );
};

const touchOf = (contacts: readonly Contact[], ring: number): Contact | undefined =>
  contacts.find(({ rings }) => rings[0] === 0 && rings[1] === ring);

const touching = (contact: Contact | undefined, { en, zh }: LocalizedText): readonly Finding[] => {
  if (contact === undefined) return [];
  const near = shown(pointOf(contact.place));
  const along = { en: `along ${shownMetres(contact.metres)} m`, zh: `沿 ${shownMetres(contact.metres)} 米` };
  const how = contact.kind === 'seam' ? along : { en: 'in a point', zh: '在一点上' };
  return [
    finding(
      'warning',
      'hole-touches',
      {
        en: `${en} is a hole that touches its ring ${how.en} near ${near}`,
        zh: `${zh}是${how.zh}与外环相接的孔洞，位于 ${near} 附近`,
      },
      { place: pointOf(contact.place), metres: contact.metres },
    ),
  ];
};

const turning = (outer: Ring, hole: Ring, { en, zh }: LocalizedText): readonly Finding[] =>
  Math.sign(ringArea(outer)) === Math.sign(ringArea(hole))
    ? [
        finding(
          'warning',
          'hole-same-turn',
          {
            en: `${en} is a hole that turns the same way as its ring: other programs take it for land`,
            zh: `${zh}是与外环同向的孔洞：其他软件可能将其视为土地`,
          },
          { place: pointOf(hole[0] ?? []) },
        ),
      ]
    : [];

const pairsOf = <Item>(items: readonly Item[]): readonly (readonly [number, Item, number, Item])[] =>
  items.flatMap((one, first) =>
    items.slice(first + 1).map((other, step) => [first, one, first + 1 + step, other] as const),
  );

const holesFindings = (rings: Rings, part: number): readonly Finding[] => {
  const [outer = [], ...holes] = rings;
  const contacts = contactsOf(rings.map(withoutRepeats));
  const single = holes.flatMap((hole, place) => {
    const called = holeCalled(part, place + 1);
    const stray = strayHole(outer, hole, called);
    return stray
      ? [stray]
      : [...touching(touchOf(contacts, place + 1), called), ...turning(outer, hole, called)];
  });
  const twice = pairsOf(holes).flatMap(([first, one, second, other]) => {
    const shared = common([[one]], [[other]]);
    if (areaOf(shared) < smallestArea) return [];
    const [a, b] = [holeCalled(part, first + 1), holeCalled(part, second + 1)];
    const where = within(shared);
    const near = whereText(where);
    return [
      finding(
        'mistake',
        'holes-overlap',
        {
          en: `${a.en} and ${b.en} are holes that overlap near ${near}`,
          zh: `${a.zh}与${b.zh}为相互重叠的孔洞，位于 ${near} 附近`,
        },
        where,
      ),
    ];
  });
  return [...single, ...twice];
};

const areApart = (one: Rings, other: Rings): boolean => {
  const [west, south, east, north] = boxOf(one[0] ?? []);
  const [otherWest, otherSouth, otherEast, otherNorth] = boxOf(other[0] ?? []);
  return otherWest > east || otherEast < west || otherSouth > north || otherNorth < south;
};

/** One part within the other: turned the other way round it was meant as a hole, and is land as it stands. */
const nested = (called: LocalizedText, where: Finding['where'], isTurned: boolean): Finding => {
  const near = whereText(where);
  return isTurned
    ? finding(
        'mistake',
        'part-meant-as-hole',
        {
          en: `${called.en}, and it turns the other way, as a hole does, near ${near}: a hole is a ring of its part`,
          zh: `${called.zh}，且方向相反，形同孔洞，位于 ${near} 附近：孔洞应写为该部分的内环`,
        },
        where,
      )
    : finding(
        'warning',
        'part-nested',
        { en: `${called.en}, near ${near}`, zh: `${called.zh}，位于 ${near} 附近` },
        where,
      );
};

const partsFindings = (land: Land): readonly Finding[] =>
  pairsOf(land).flatMap(([first, one, second, other]) => {
    if (areApart(one, other)) return [];
    const shared = common([one], [other]);
    const area = areaOf(shared);
    if (area < smallestArea) return [];
    const where = within(shared);
    const isOtherInner = landArea([other]) <= landArea([one]);
    const [inner, outer] = isOtherInner ? [second, first] : [first, second];
    if (area >= nearlyAll * Math.min(landArea([one]), landArea([other]))) {
      const isTurned = Math.sign(ringArea(one[0] ?? [])) !== Math.sign(ringArea(other[0] ?? []));
      const called = {
        en: `part ${inner + 1} lies within part ${outer + 1}`,
        zh: `第${inner + 1}部分位于第${outer + 1}部分之内`,
      };
      return [nested(called, where, isTurned)];
    }
    const near = whereText(where);
    return [
      finding(
        'warning',
        'parts-overlap',
        {
          en: `part ${first + 1} and part ${second + 1} overlap by ${shownArea(area)} m² near ${near}`,
          zh: `第${first + 1}部分与第${second + 1}部分重叠 ${shownArea(area)} 平方米，位于 ${near} 附近`,
        },
        where,
      ),
    ];
  });

/** What is unsound in how rings lie to each other, each of which is sound in itself. */
export const relationsIn = (land: Land): readonly Finding[] => [
  ...land.flatMap((rings, part) => (rings.length > 1 ? holesFindings(rings, part) : [])),
  ...partsFindings(land),
];
