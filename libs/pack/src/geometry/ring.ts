/** Whether a list of positions is a ring that goes round something once. */
import type { LocalizedText } from '@mulin/kernel';
import { contactsOf } from './contacts.js';
import { counted, type Finding, pointOf, shown, shownArea, shownMetres } from './finding.js';
import { isSame, lengthOf, lonOf, type Position, type Ring, ringArea, segmentsOf } from './plane.js';
import { fingersOf, type Spike, spikesOf } from './spikes.js';

/** Nobody lives on less, in square metres. */
export const smallestArea = 1;

const mistake = (code: string, sentence: LocalizedText, place?: Position): Finding => ({
  severity: 'mistake',
  code,
  sentence,
  where: place === undefined ? {} : { place: pointOf(place) },
});

const isPosition = (value: unknown): value is number[] =>
  Array.isArray(value) &&
  value.length >= 2 &&
  value.every((it) => typeof it === 'number' && Number.isFinite(it));

const isOnEarth = ([lon = 999, lat = 999]: Position): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;

/** Why a position is off the earth, as far as one can guess. */
const guess = ([first = 0, second = 0]: Position): LocalizedText => {
  if (isOnEarth([second, first]))
    return {
      en: '; latitude and longitude seem to be swapped: GeoJSON has the longitude first',
      zh: '，疑似经纬度颠倒：经度应在前',
    };
  return Math.max(Math.abs(first), Math.abs(second)) > 1_000
    ? {
        en: '; these look like metres of a projection, not like degrees: its datum must be named',
        zh: '，疑似投影坐标（米），而非经纬度：须注明坐标系',
      }
    : { en: '', zh: '' };
};

const offEarth = (position: Position): Finding => {
  const { en, zh } = guess(position);
  const written = position.join(', ');
  return mistake('off-earth', {
    en: `leaves the earth at [${written}]${en}`,
    zh: `坐标超出范围：[${written}]${zh}`,
  });
};

const notClosed = (ring: Ring): Finding | null => {
  const [first = [], last = []] = [ring[0], ring.at(-1)];
  return isSame(first, last)
    ? null
    : mistake(
        'not-closed',
        { en: 'is not closed: it does not end where it began', zh: '未闭合：首尾坐标不同' },
        last,
      );
};

/** A ring that jumps half round the earth was meant to go on beyond 180 degrees. */
const antimeridian = (ring: Ring): Finding | null => {
  const jump = segmentsOf(ring).find(([from, to]) => Math.abs(lonOf(to) - lonOf(from)) > 180);
  return jump === undefined
    ? null
    : mistake(
        'antimeridian',
        {
          en: 'crosses the antimeridian: it must be cut there into two parts (RFC 7946, 3.1.9)',
          zh: '跨越180度经线：须在该处分为两部分',
        },
        jump[0],
      );
};

/** What keeps it from being a ring at all; `null`: nothing. */
export const formOf = (ring: unknown): Finding | null => {
  if (!Array.isArray(ring) || !ring.every(isPosition))
    return mistake('no-positions', { en: 'is no list of positions', zh: '不是坐标列表' });
  const wrong = ring.find((position) => !isOnEarth(position));
  if (wrong) return offEarth(wrong);
  if (ring.length < 4)
    return mistake('too-few-points', { en: 'has fewer than four positions', zh: '少于四个坐标' });
  return notClosed(ring) ?? antimeridian(ring);
};

/** Without positions that stand there twice in a row, which mean nothing. */
export const withoutRepeats = (ring: Ring): Ring =>
  ring.filter((position, place) => place === 0 || !isSame(position, ring[place - 1] ?? []));

const repeated = (ring: Ring): readonly Finding[] => {
  const places = ring.filter((position, place) => place > 0 && isSame(position, ring[place - 1] ?? []));
  const [first] = places;
  if (first === undefined) return [];
  const near = shown(pointOf(first));
  return [
    {
      severity: 'warning',
      code: 'repeated-point',
      sentence: {
        en: `has ${counted(places.length, 'position')} repeated at once, first at ${near}`,
        zh: `有 ${places.length} 个坐标与前一坐标重复，首个位于 ${near}`,
      },
      where: { place: pointOf(first) },
    },
  ];
};

const spikeFinding = ({ tip, metres }: Spike): Finding => {
  const [near, length] = [shown(pointOf(tip)), shownMetres(metres)];
  return {
    severity: 'warning',
    code: 'spike',
    sentence: {
      en: `has a spike of ${length} m that encloses nothing, with its tip at ${near}`,
      zh: `有一处长 ${length} 米、不包围任何面积的尖刺，尖端位于 ${near}`,
    },
    where: { place: pointOf(tip), metres },
  };
};

const fingerFinding = ({ tip, metres }: Spike): Finding => {
  const [near, length] = [shown(pointOf(tip)), shownMetres(metres)];
  return {
    severity: 'warning',
    code: 'spike',
    sentence: {
      en: `runs back beside itself for ${length} m and encloses next to nothing there, near ${near}`,
      zh: `在 ${near} 附近有一段长 ${length} 米的边界几乎原路折返，不包围面积`,
    },
    where: { place: pointOf(tip), metres },
  };
};

const share = (spikes: readonly Spike[], segments: readonly number[]): boolean =>
  spikes.some((spike) => segments.some((place) => spike.segments.has(place)));

/** Crossings make it two rings; seams and spikes enclose nothing and leave the rest as it is. */
const selfContacts = (ring: Ring): readonly Finding[] => {
  const contacts = contactsOf([ring]);
  const crossings = contacts.filter(({ kind }) => kind === 'crossing');
  const [crossing] = crossings;
  const spikes = spikesOf(ring);
  const seam = contacts.find(({ kind, segments }) => kind === 'seam' && !share(spikes, segments));
  const finger = fingersOf(ring).find(({ segments }) => !share(spikes, [...segments]));
  return [
    ...(crossing
      ? [
          mistake(
            'self-crossing',
            {
              en: `crosses itself ${crossings.length === 1 ? '' : `${crossings.length} times, first `}near ${shown(pointOf(crossing.place))}`,
              zh: `自相交${crossings.length === 1 ? '，' : ` ${crossings.length} 次，首处`}位于 ${shown(pointOf(crossing.place))} 附近`,
            },
            crossing.place,
          ),
        ]
      : []),
    ...spikes.map(spikeFinding),
    ...(seam ? [fingerFinding({ tip: seam.place, metres: seam.metres, segments: new Set() })] : []),
    ...(finger && !seam ? [fingerFinding(finger)] : []),
  ];
};

/** What is wrong with a ring that has the form of one. */
export const ringFindings = (ring: Ring): readonly Finding[] => {
  const area = Math.abs(ringArea(ring));
  const clean = withoutRepeats(ring);
  const crossings = selfContacts(clean);
  // A figure of eight may enclose as much to its left as to its right.
  if (area < smallestArea && !crossings.some(({ code }) => code === 'self-crossing'))
    return [
      mistake(
        'no-area',
        {
          en: `encloses nothing: ${shownArea(area)} m² within ${shownMetres(lengthOf(ring))} m of border`,
          zh: `面积为零：${shownMetres(lengthOf(ring))} 米边界内仅 ${shownArea(area)} 平方米`,
        },
        ring[0],
      ),
    ];
  return [...repeated(ring), ...crossings];
};
