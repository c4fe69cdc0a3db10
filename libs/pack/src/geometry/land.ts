/** What a GeoJSON geometry must be, so that one can say of every point whether it lies in it. */
import type { LocalizedText } from '@mulin/kernel';
import type { Land } from './plane.js';
import type { Finding } from './finding.js';
import { landArea, type Ring } from './plane.js';
import { relationsIn } from './relations.js';
import { formOf, ringFindings, smallestArea } from './ring.js';

type Read = Readonly<{
  /** `null` where there is a mistake. */
  land: Land | null;
  findings: readonly Finding[];
}>;

const mistake = (code: string, en: string, zh: string): Finding => ({
  severity: 'mistake',
  code,
  sentence: { en, zh },
  where: {},
});

const broken = (code: string, en: string, zh: string): Read => ({
  land: null,
  findings: [mistake(code, en, zh)],
});

const ringCalled = (part: number, ring: number): LocalizedText => ({
  en: `part ${part + 1}, ring ${ring + 1}`,
  zh: `第${part + 1}部分第${ring + 1}环`,
});

const inRing = (finding: Finding, part: number, ring: number): Finding => {
  const called = ringCalled(part, ring);
  const { en, zh } = finding.sentence;
  return { ...finding, sentence: { en: `${called.en} ${en}`, zh: `${called.zh}${zh}` } };
};

const partsOf = (type: unknown, coordinates: unknown): readonly unknown[] | null => {
  if (!Array.isArray(coordinates) || coordinates.length === 0) return null;
  if (type === 'Polygon') return [coordinates];
  return type === 'MultiPolygon' ? coordinates : null;
};

const isMistake = ({ severity }: Finding): boolean => severity === 'mistake';

const formMistakes = (parts: readonly unknown[]): readonly Finding[] =>
  parts.flatMap((rings, part): readonly Finding[] => {
    if (!Array.isArray(rings) || rings.length === 0)
      return [mistake('no-ring', `part ${part + 1} has no ring`, `第${part + 1}部分没有环`)];
    return rings.flatMap((ring: unknown, place) => {
      const wrong = formOf(ring);
      return wrong === null ? [] : [inRing(wrong, part, place)];
    });
  });

/** A hole or a further part that encloses nothing takes nothing away and adds nothing. */
const isNeedless = (land: Land, part: number, ring: number): boolean =>
  ring > 0 || land.some((rings, other) => other !== part && landArea([rings]) >= smallestArea);

const contentFindings = (land: Land): readonly Finding[] =>
  land.flatMap((rings, part) =>
    rings.flatMap((ring, place) =>
      ringFindings(ring).map((finding): Finding => {
        const called = inRing(finding, part, place);
        return finding.code === 'no-area' && isNeedless(land, part, place)
          ? { ...called, severity: 'warning' }
          : called;
      }),
    ),
  );

const nothingLeft = (land: Land): readonly Finding[] =>
  landArea(land) < smallestArea
    ? [mistake('no-area', 'its holes leave nothing of it', '扣除孔洞后面积为零')]
    : [];

const findingsIn = (land: Land): readonly Finding[] => {
  const own = contentFindings(land);
  // How rings lie to each other can only be said of rings that are sound.
  if (own.some(isMistake)) return own;
  const relations = relationsIn(land);
  return [...own, ...relations, ...(relations.some(isMistake) ? [] : nothingLeft(land))];
};

/** A start checks a map and then takes it: what has been read is not looked at again. */
const read = new WeakMap<object, Read>();

/** The land of a Polygon or MultiPolygon, with whatever is unsound in it; no land where something is a mistake. */
export const landOf = (geometry: unknown): Read => {
  if (typeof geometry !== 'object' || geometry === null)
    return broken('no-geometry', 'has no geometry', '缺少几何图形');
  const known = read.get(geometry) ?? readLand(geometry);
  read.set(geometry, known);
  return known;
};

const readLand = (geometry: object): Read => {
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
  const parts = partsOf(type, coordinates);
  if (parts === null)
    return broken('no-polygon', 'is no Polygon or MultiPolygon with coordinates', '不是带坐标的多边形');

  const formless = formMistakes(parts);
  if (formless.length > 0) return { land: null, findings: formless };
  // Every ring has been looked at; heights, where a file has any, say nothing about whose land it is.
  const land = flat(parts as readonly (readonly Ring[])[]);
  const findings = findingsIn(land);
  return { land: findings.some(isMistake) ? null : land, findings };
};

const flat = (parts: readonly (readonly Ring[])[]): Land =>
  parts.map((rings) => rings.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon, lat])));
