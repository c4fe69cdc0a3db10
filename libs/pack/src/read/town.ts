/** `town.json`: the town's slug, name and zone, and its areas from the communities down to the grids. */
import { instant, isMoment, levelOf, type LocalizedText } from '@mulin/kernel';
import { type PackProblem, problemsIn, readBy, refuseMistakes } from '../problem.js';
import { z } from 'zod';
import { type Point } from '../geometry/plane.js';
import { type Datum, toWgs84 } from '../datum.js';
import { datumNamed } from './crs.js';
import { forms } from '../english.js';
import { Name, Path, saying, schemaLink } from './fields.js';

const file = 'town.json';
const { mistake } = problemsIn(file);

/** An area that has a name: its path, from the town down. */
export type NamedArea = Readonly<{ path: string; name: LocalizedText }>;

/** Pictures of a map, as a browser loads them. */
type MapTiles = Readonly<{
  /** An address with `{z}`, `{x}` and `{y}`: of this town's own origin where it begins with a slash. */
  tiles: string;
  /** Whose map it is, to be shown beside it. */
  attribution: string;
  /** In which the pictures are drawn: borders and places, which are in WGS 84, are moved to it to fit. */
  datum: 'wgs84' | 'gcj02';
}>;

/** A town, as `town.json` describes it. */
export type Town = Readonly<{
  /** The slug that every event and row of this town carries. */
  town: string;
  name: LocalizedText;
  zone: string;
  /** Communities, villages and grids. The first community keeps what lies nowhere. */
  areas: readonly NamedArea[];
  /** In which the map of this pack is drawn; `null`: as the map says, else WGS 84. */
  datum: Datum | null;
  /** What a map shows under the town's borders; `null`: the town names nothing. */
  map: MapTiles | null;
  /** In WGS 84. Places within the town's outline that are nobody's on purpose: one point in each lake or enclave. */
  outside: readonly Point[];
}>;

const Area = z.strictObject({
  path: Path.meta(
    saying(
      'town/community, town/community/village or …/grid; the one above it is listed, too',
      '镇/社区、镇/社区/村 或 镇/社区/村/网格；其上级也须列出',
    ),
  ),
  name: Name.optional().meta(
    saying('how it is called; absent: the last part of its path', '名称；未填则取路径末段'),
  ),
});

/** `name` is for whoever reads the file. */
const Outside = z.strictObject({
  name: Name.optional().meta(saying('for whoever reads the file', '名称，仅供阅读')),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
});

/** Addresses that a browser loads pictures from: over TLS, or from where the page itself came. */
const tilesForm = /^(https:\/\/[^\s{}]+\/|\/(?!\/))(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})(?:[^\s{}]|\{[xyz]\})*$/;

const Tiles = z.strictObject({
  tiles: z
    .string()
    .max(500)
    .regex(tilesForm, forms.tiles.en)
    .meta(
      saying(
        'address of a picture, with {z}, {x} and {y}: https://… or a path of this server',
        '瓦片地址，含 {z}、{x}、{y}，为 https 地址或本服务器路径',
      ),
    ),
  attribution: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta(saying('whose map it is, shown beside it', '地图来源，显示于图旁')),
  datum: z.enum(['wgs84', 'gcj02']).meta(saying('in which the pictures are drawn', '瓦片所用坐标系')),
});

/** `town.json`. */
export const TownFile = z.strictObject({
  /** Part of case numbers and of file names, so plain. */
  town: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,30}$/, forms.town.en)
    .meta(
      saying(
        'short name of the town, part of every case number; never changed later',
        '镇的代号，写入案件编号，启用后不再更改',
      ),
    ),
  name: Name.meta(saying('how the town is called', '镇的名称')),
  zone: z
    .string()
    .min(1)
    .meta(saying('time zone by its IANA name, such as Asia/Shanghai', '时区，如 Asia/Shanghai')),
  datum: z
    .string()
    .min(1)
    .optional()
    .meta(
      saying(
        'in which the map of this pack is drawn: WGS84, GCJ02, BD09, CGCS2000, EPSG:4549 …; absent: as the map declares, else WGS84',
        '地图坐标系：WGS84、GCJ02、BD09、CGCS2000、EPSG:4549 等；未填则以地图声明为准，否则为 WGS84',
      ),
    ),
  areas: z
    .array(Area)
    .min(1)
    .meta(
      saying(
        'communities, villages and grids; the first community keeps what lies nowhere',
        '社区、村和网格；没有位置的诉求归第一个社区',
      ),
    ),
  outside: z
    .array(Outside)
    .default([])
    .meta(
      saying(
        'one point in each lake or enclave that is nobody’s on purpose',
        '无归属地点：每处湖泊或飞地内的一个点',
      ),
    ),
  map: Tiles.optional().meta(
    saying('pictures of a map under the borders; absent: none', '底图；未填则不显示底图'),
  ),
  $schema: schemaLink,
});

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const areaProblems = ({ town, areas }: z.infer<typeof TownFile>): readonly PackProblem[] => {
  const known = new Set([town, ...areas.map(({ path }) => path)]);
  const seen = new Set<string>();
  return areas.flatMap(({ path }) => {
    const problems: PackProblem[] = [];
    if (levelOf(path) === 'micro-grid')
      problems.push(
        mistake('area-is-micro-grid', path, {
          en: 'a micro-grid stands in grids.geojson',
          zh: '微网格应写入 grids.geojson',
        }),
      );
    if (!known.has(path.slice(0, path.lastIndexOf('/'))))
      problems.push(
        mistake('unknown-area', path, {
          en: 'the area it should lie in is not named',
          zh: '未列出其上级区域',
        }),
      );
    if (seen.has(path))
      problems.push(mistake('twice', path, { en: 'it stands there twice', zh: '重复出现' }));
    seen.add(path);
    return problems;
  });
};

const ownProblems = (town: z.infer<typeof TownFile>): readonly PackProblem[] => {
  const zone = isZone(town.zone)
    ? []
    : [
        mistake('no-zone', 'zone', {
          en: `${town.zone} is no time zone`,
          zh: `${town.zone} 不是有效时区`,
        }),
      ];
  const communities = town.areas.some(({ path }) => levelOf(path) === 'community')
    ? []
    : [
        mistake('no-community', 'areas', {
          en: 'a town has at least one community',
          zh: '至少须有一个社区',
        }),
      ];
  return [...zone, ...communities, ...areaProblems(town)];
};

/** A name for an area that has none: the last part of its path. */
const nameOf = (path: string): LocalizedText => {
  const last = path.slice(path.lastIndexOf('/') + 1);
  return { en: last, zh: last };
};

/** Picked from a Chinese map, a place is in that map's datum; what is in degrees otherwise is in WGS 84. */
const placeIn = (lat: number, lon: number, datum: Datum): Point =>
  datum === 'GCJ02' || datum === 'BD09' ? toWgs84(lon, lat, datum) : { lat, lon };

/** What `town.json` holds, with everything that is wrong with it by itself; `null` where it cannot be read. */
export const readTown = (json: unknown): { town: Town | null; problems: readonly PackProblem[] } => {
  const { value, problems } = readBy(TownFile, json, { file });
  if (value === null) return { town: null, problems };
  const { datum, finding } = datumNamed(value.datum);
  const areas = value.areas.map(({ path, name }) => ({ path, name: name ?? nameOf(path) }));
  const { $schema: _, ...own } = value;
  const wrong = finding === null ? [] : [mistake(finding.code, 'datum', finding.sentence)];
  return {
    town: {
      ...own,
      areas,
      map: value.map ?? null,
      datum: value.datum === undefined ? null : datum,
      outside: value.outside.map(({ lat, lon }) => placeIn(lat, lon, datum)),
    },
    problems: [...wrong, ...ownProblems(value)],
  };
};

/**
 * The town.
 *
 * @param json the content of `town.json`.
 * @throws `Rejection` `pack-invalid`, with every mistake named.
 */
export const parseTown = (json: unknown): Town => {
  const { town, problems } = readTown(json);
  refuseMistakes(problems);
  if (town === null) throw new Error('a town without a mistake was not read');
  return town;
};

/** For a moment that a pack names, with its offset. */
export const Moment = z.iso
  .datetime({ offset: true, abort: true })
  .check(({ value, issues }) => {
    if (!isMoment(value)) issues.push({ code: 'invalid_format', format: 'datetime', input: value });
  })
  .transform((text) => instant(text));
