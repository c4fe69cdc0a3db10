/**
 * Chinese maps show every place some hundred metres beside where satellites have it (GCJ-02). Where the pictures under
 * the borders are of such a map, everything that we draw is moved with them, and what is pointed at is moved back. The
 * town itself knows WGS 84 alone.
 */
import gcoord from 'gcoord';

export type Datum = 'wgs84' | 'gcj02';
type Place = Readonly<{ lat: number; lon: number }>;

export const shownAt = (datum: Datum, { lat, lon }: Place): [lon: number, lat: number] =>
  datum === 'wgs84'
    ? [lon, lat]
    : (gcoord.transform([lon, lat], gcoord.WGS84, gcoord.GCJ02) as [number, number]);

export const trueAt = (datum: Datum, [lon, lat]: readonly [number, number]): Place => {
  if (datum === 'wgs84') return { lat, lon };
  const [trueLon, trueLat] = gcoord.transform([lon, lat], gcoord.GCJ02, gcoord.WGS84) as [number, number];
  return { lat: trueLat, lon: trueLon };
};

/** A copy of GeoJSON, moved to where the map shows it. */
export const shownShapes = <Shapes extends object>(datum: Datum, shapes: Shapes): Shapes =>
  datum === 'wgs84'
    ? shapes
    : (gcoord.transform(structuredClone(shapes) as never, gcoord.WGS84, gcoord.GCJ02) as Shapes);
