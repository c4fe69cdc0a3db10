/** The features of a map as micro-grids: what can be used, what had to be changed for it, and what cannot. */
import type { LocalizedText } from '@mulin/kernel';
import type { Datum } from '../datum.js';
import type { Finding } from '../geometry/finding.js';
import { type Land, ringArea } from '../geometry/plane.js';
import { smallestArea, withoutRepeats } from '../geometry/ring.js';
import { type PackProblem, problemsIn } from '../problem.js';
import { datumNamed, datumOfMap, geometryInWgs84 } from '../read/crs.js';
import { longestName } from '../read/fields.js';
import { type Net, nets } from '../words.js';
import { valueOf } from './communities.js';
import { landDrawn } from './shape.js';
import { slugOf } from './slug.js';

type Wish = Readonly<{
  grids: unknown;
  idField: string;
  nameField: string;
  communityField?: string;
  town: string;
  datum?: string;
}>;

type Properties = Readonly<Record<string, unknown>>;
type Geometry = { type: 'MultiPolygon'; coordinates: Land };

/** A feature of a map that a micro-grid can be made of; its land in WGS 84. */
export type Usable = Readonly<{
  id: string;
  name: string;
  net: Net;
  properties: Properties;
  geometry: Geometry;
  /** The id as it stands in the map. */
  raw: string;
}>;

type Read = Readonly<{ usable: Usable | null; problems: readonly PackProblem[] }>;

// The map has a name that only its owner knows.
const { mistake, warning, note } = problemsIn('');

const leftOut = (at: string, code: string, { en, zh }: LocalizedText): PackProblem =>
  mistake(code, at, { en: `was left out: ${en}`, zh: `未采用：${zh}` });

const dropped = (...problems: readonly PackProblem[]): Read => ({ usable: null, problems });

const called = (raw: string): string => `feature ${raw}`;

/** The id of a feature, as it stands in the file and as it can be used; or why it cannot. */
const idIn = (properties: Properties, idField: string): { raw: string; id: string } | LocalizedText => {
  const raw = valueOf(properties, idField);
  if (raw === null) return { en: `it has no ${idField}`, zh: `缺少属性 ${idField}` };
  const id = slugOf(raw);
  return id === '' ? { en: `${raw} cannot be an id`, zh: `${raw} 不能用作编号` } : { raw, id };
};

type Named = Readonly<{ name: string; problems: readonly PackProblem[] }>;

const nameIn = (properties: Properties, nameField: string, { at, id }: { at: string; id: string }): Named => {
  const name = valueOf(properties, nameField);
  if (name === null) {
    const sentence = {
      en: `has no ${nameField}: it is called ${id}`,
      zh: `缺少属性 ${nameField}，以 ${id} 命名`,
    };
    return { name: id, problems: [note('no-name', at, sentence)] };
  }
  if (name.length <= longestName) return { name, problems: [] };
  const sentence = {
    en: `has a name of ${name.length} characters: cut after ${longestName}`,
    zh: `名称有 ${name.length} 个字符，已截取前 ${longestName} 个`,
  };
  return { name: name.slice(0, longestName).trim(), problems: [note('name-cut', at, sentence)] };
};

const netNames: Readonly<Record<string, Net>> = {
  生活: 'life',
  生活网: 'life',
  生产: 'production',
  生产网: 'production',
  商业: 'commerce',
  商业网: 'commerce',
};

/** The property `net` says it; a map without it is of the life net. */
const netIn = (
  properties: Properties,
  at: string,
): Readonly<{ net: Net; problems: readonly PackProblem[] }> => {
  const value = valueOf(properties, 'net');
  if (value === null) return { net: 'life', problems: [] };
  const known = nets.find((it) => it === value.toLowerCase());
  const net = known ?? (Object.hasOwn(netNames, value) ? netNames[value] : undefined);
  if (net !== undefined) return { net, problems: [] };
  const sentence = {
    en: `has ${value} as its net, which is none of ${nets.join(', ')}: it is taken for the life net`,
    zh: `所属的网 ${value} 无法识别，按生活网处理`,
  };
  return { net: 'life', problems: [warning('unknown-net', at, sentence)] };
};

/** What means nothing is taken out: positions that repeat the one before, and rings that enclose nothing. */
const meaningless = ['repeated-point', 'no-area'];
/** What was done to a geometry so that it is land. */
const done = ['not-polygons', 'ring-closed', 'crossing-mended'];

const isNothing = (ring: Land[number][number]): boolean => Math.abs(ringArea(ring)) < smallestArea;

const cleaned = (land: Land): Land =>
  land
    .filter(([outer = []]) => !isNothing(outer))
    .map((rings) =>
      rings.filter((ring) => !isNothing(ring)).map((ring) => [...withoutRepeats(ring)] as number[][]),
    );

const changed = (
  at: string,
  { severity, code, sentence: { en, zh }, where }: Finding,
): readonly PackProblem[] => {
  if (meaningless.includes(code))
    return [note(code, at, { en: `${en}: taken out`, zh: `${zh}，已去除` }, where)];
  const say = severity === 'warning' ? warning : note;
  return done.includes(code) ? [say(code, at, { en, zh }, where)] : [];
};

type Map = Wish & Readonly<{ inDatum: Datum }>;

const unusable = (at: string, findings: readonly Finding[]): Read =>
  dropped(
    ...findings
      .filter(({ severity }) => severity === 'mistake')
      .map(({ code, sentence, where }) => ({ ...leftOut(at, code, sentence), ...where })),
  );

const readFeature = (feature: unknown, place: number, { idField, nameField, inDatum }: Map): Read => {
  const { properties: own, geometry: drawn } = (feature ?? {}) as {
    properties?: Properties | null;
    geometry?: object;
  };
  const properties = own ?? {};
  const ids = idIn(properties, idField);
  if ('en' in ids) return dropped(leftOut(called(String(place + 1)), 'no-id', ids));

  const { id, raw } = ids;
  const at = called(raw);
  const { geometry, finding } = geometryInWgs84(drawn, inDatum);
  if (finding !== null) return unusable(at, [finding]);
  const { land, findings } = landDrawn(geometry);
  if (land === null) return unusable(at, findings);
  const [names, ofNet] = [nameIn(properties, nameField, { at, id }), netIn(properties, at)];
  return {
    usable: {
      id,
      name: names.name,
      net: ofNet.net,
      raw,
      properties,
      geometry: { type: 'MultiPolygon', coordinates: cleaned(land) },
    },
    problems: [...names.problems, ...ofNet.problems, ...findings.flatMap((it) => changed(at, it))],
  };
};

/** Two ids of the map may be one when they are cleaned; the first one keeps it. */
const collision = ({ id, raw }: Usable, first: string | null): PackProblem =>
  leftOut(
    called(raw),
    'id-twice',
    first === null
      ? { en: `${id} is the name of the town itself`, zh: `${id} 与镇的代号相同` }
      : first === raw
        ? { en: 'its id is used already', zh: '编号重复' }
        : {
            en: `its id becomes ${id}, as that of feature ${first} does`,
            zh: `其编号整理后为 ${id}，与要素 ${first} 相同`,
          },
  );

const joined = (at: string): PackProblem =>
  note('parts-joined', at, {
    en: 'is drawn as several features of one id and one name: they became one micro-grid',
    zh: '由编号和名称相同的多个要素组成，已归为一个微网格',
  });

/** An exclave is often a feature of its own, with everything else the same. */
const isPartOf = (one: Usable, other: Usable): boolean =>
  one.raw === other.raw && one.name === other.name && one.net === other.net && one.name !== one.id;

const withPart = (one: Usable, other: Usable): Usable => ({
  ...one,
  geometry: {
    type: 'MultiPolygon',
    coordinates: [...one.geometry.coordinates, ...other.geometry.coordinates],
  },
});

/** The first feature of an id with another one of the same id, or why that one is left out. */
const merged = (first: Read, usable: Usable, problems: readonly PackProblem[]): Read | PackProblem => {
  if (first.usable === null || !isPartOf(usable, first.usable))
    return collision(usable, first.usable?.raw ?? null);
  return {
    usable: withPart(first.usable, usable),
    problems: [...first.problems, ...problems, joined(called(usable.raw))],
  };
};

/** The town's own slug is taken already. */
const withoutDoubles = (read: readonly Read[], town: string): readonly Read[] => {
  const byId = new Map<string, Read>([[town, dropped()]]);
  const left: Read[] = [];
  for (const it of read) {
    const first = it.usable && byId.get(it.usable.id);
    if (it.usable === null) left.push(it);
    else if (!first) byId.set(it.usable.id, it);
    else {
      const both = merged(first, it.usable, it.problems);
      if ('code' in both) left.push(dropped(both));
      else byId.set(it.usable.id, both);
    }
  }
  return [...byId.values(), ...left];
};

const featuresOf = (grids: unknown): readonly unknown[] => {
  const { type, features } = (grids ?? {}) as { type?: unknown; features?: unknown };
  return type === 'FeatureCollection' && Array.isArray(features) ? features : [];
};

const propertyNames = (features: readonly unknown[]): readonly string[] => [
  ...new Set(
    features.flatMap((it) => Object.keys((it as { properties?: object | null } | null)?.properties ?? {})),
  ),
];

/** A property that was asked for and that no feature has. */
const unknownProperties = (features: readonly unknown[], wish: Wish): readonly PackProblem[] => {
  const there = propertyNames(features);
  const asked = [wish.idField, wish.nameField, ...(wish.communityField ? [wish.communityField] : [])];
  const list =
    there.length === 0 ? { en: 'none at all', zh: '无' } : { en: there.join(', '), zh: there.join('、') };
  return [...new Set(asked)]
    .filter((field) => !there.includes(field))
    .map((field) =>
      mistake('no-property', '', {
        en: `no feature has the property ${field}; the properties are: ${list.en}`,
        zh: `没有要素带有属性 ${field}；已有的属性：${list.zh}`,
      }),
    );
};

const noFeatures = (): PackProblem =>
  mistake('no-features', '', {
    en: 'the file is no GeoJSON FeatureCollection with features',
    zh: '文件不是包含要素的地图（GeoJSON 要素集合）',
  });

const convertedNote = (datum: Datum): readonly PackProblem[] =>
  datum === 'WGS84'
    ? []
    : [
        note('converted', '', {
          en: `the map is drawn in ${datum}: it was converted to WGS 84`,
          zh: `地图坐标系为 ${datum}，已转换为 WGS 84`,
        }),
      ];

type ReadMap = Readonly<{ usable: readonly Usable[]; problems: readonly PackProblem[] }>;

/**
 * What a map holds.
 *
 * @returns the features that can be used, in their order, and a problem for each that cannot, or that was mended.
 */
export const readMap = (wish: Wish): ReadMap => {
  const features = featuresOf(wish.grids);
  if (features.length === 0) return { usable: [], problems: [noFeatures()] };
  const unknown = unknownProperties(features, wish);
  if (unknown.length > 0) return { usable: [], problems: unknown };

  const told = datumNamed(wish.datum);
  const { datum, finding } =
    told.finding === null ? datumOfMap(wish.grids, wish.datum === undefined ? null : told.datum) : told;
  if (finding !== null) return { usable: [], problems: [mistake(finding.code, '', finding.sentence)] };

  const read = withoutDoubles(
    features.map((feature, place) => readFeature(feature, place, { ...wish, inDatum: datum })),
    wish.town,
  );
  const usable = read.flatMap((it) => it.usable ?? []);
  return { usable, problems: [...convertedNote(datum), ...read.flatMap((it) => it.problems)] };
};
