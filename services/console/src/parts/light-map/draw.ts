/** What the light map shows, drawn by Leaflet: the land and its names, pictures under it, places on it. */
import {
  circleMarker,
  divIcon,
  geoJSON,
  type GeoJSON,
  type LatLngExpression,
  latLngBounds,
  type LeafletKeyboardEvent,
  type LatLngBounds,
  layerGroup,
  type LayerGroup,
  type Map as Canvas,
  map as canvasIn,
  marker,
  type PathOptions,
  tileLayer,
} from 'leaflet';
import type { Schemas } from '../../api/client';
import { type Datum, shownAt } from '../datum';
import { inksOf } from '../map-inks';

export type Town = Schemas['Town'];
export type Shapes = Schemas['MicroGridMap'];
type Place = Readonly<{ lat: number; lon: number }>;

/** A place that can be pressed. `sign` stands on it, `label` is what it is called. */
export type Mark = Place & Readonly<{ id: string; sign: string; label: string; isPressing: boolean }>;

export const datumOf = ({ map }: Town): Datum => (map?.datum === 'gcj02' ? 'gcj02' : 'wgs84');

export const at = (town: Town, place: Place): LatLngExpression => {
  const [lng, lat] = shownAt(datumOf(town), place);
  return { lat, lng };
};

const boundsOf = (town: Town): LatLngBounds => {
  const [west, south, east, north] = town.bounds as [number, number, number, number]; // four, as it is described
  return latLngBounds([at(town, { lat: south, lon: west }), at(town, { lat: north, lon: east })]);
};

/** So near a single place is shown. */
export const nearZoom = 16;

export const openCanvas = (place: HTMLElement, town: Town): Canvas => {
  const hasMotion = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  const canvas = canvasIn(place, {
    zoomControl: false,
    attributionControl: town.map !== null,
    zoomAnimation: hasMotion,
    fadeAnimation: hasMotion,
    markerZoomAnimation: hasMotion,
    inertia: hasMotion,
    zoomSnap: 0.5,
    maxZoom: 19,
  });
  canvas.fitBounds(boundsOf(town), { padding: [12, 12], animate: false });
  canvas.setMinZoom(canvas.getZoom() - 1);
  if (town.map === null) return canvas;
  canvas.attributionControl.setPrefix(false);
  tileLayer(town.map.tiles, { attribution: town.map.attribution, maxZoom: 19 }).addTo(canvas);
  return canvas;
};

/** The land takes no presses: what lies at a place is asked of its borders, since nets lie one above the other. */
export const drawLand = (canvas: Canvas, shapes: Shapes): GeoJSON =>
  geoJSON(shapes as never, { interactive: false }).addTo(canvas);

type Look = Readonly<{
  hasPictures: boolean;
  isDark: boolean;
  colourOf: ((microGrid: string) => string | undefined) | undefined;
  selected: string | null;
}>;

const idOf = (feature: Readonly<{ properties?: unknown }> | undefined): string =>
  (feature?.properties as Shapes['features'][number]['properties'] | undefined)?.id ?? '';

export const paintLand = (land: GeoJSON, { hasPictures, isDark, colourOf, selected }: Look): void => {
  const ink = inksOf(isDark);
  const lookOf = (id: string): PathOptions => ({
    fillColor: colourOf?.(id) ?? ink.fill,
    fillOpacity: hasPictures ? 0.6 : 0.95,
    color: id === selected ? ink.chosen : ink.line,
    weight: id === selected ? 3 : 0.7,
  });
  land.setStyle((feature) => lookOf(idOf(feature)));
  land.eachLayer((layer) => {
    const { feature, bringToFront } = layer as GeoJSON;
    if (selected !== null && idOf(feature as never) === selected) bringToFront.call(layer);
  });
};

const textOf = (className: string, text: string): HTMLElement => {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
};

/** Nearer than this the names of micro-grids have room. */
const namesFrom = 14.5;
/** No name comes so near to another one, in pixels. */
const apart = { x: 84, y: 22 } as const;

/** The names that have room, of what is in sight. */
export const drawNames = (
  canvas: Canvas,
  names: readonly Readonly<{ at: LatLngExpression; name: string }>[],
): LayerGroup => {
  const group = layerGroup();
  if (canvas.getZoom() < namesFrom) return group.addTo(canvas);
  const sight = canvas.getBounds();
  const placed: { x: number; y: number }[] = [];
  for (const { at: place, name } of names) {
    if (!sight.contains(place)) continue;
    const { x, y } = canvas.latLngToContainerPoint(place);
    if (placed.some((other) => Math.abs(other.x - x) < apart.x && Math.abs(other.y - y) < apart.y)) continue;
    placed.push({ x, y });
    const icon = divIcon({ className: 'map-name', html: textOf('', name), iconSize: [0, 0] });
    marker(place, { icon, interactive: false, keyboard: false }).addTo(group);
  }
  return group.addTo(canvas);
};

/** What the thumb meets, in pixels. */
const thumb = 44;

const drawMark = (town: Town, mark: Mark, press: (id: string) => void) => {
  const looks = mark.isPressing ? 'map-mark is-pressing' : 'map-mark';
  const icon = divIcon({
    className: 'map-thumb',
    html: textOf(looks, mark.sign),
    iconSize: [thumb, thumb],
  });
  const drawn = marker(at(town, mark), { icon, title: mark.label, riseOnHover: true });
  drawn.on('click', () => press(mark.id));
  // A mark is a button for whoever hears the page; the library takes its keys for popups alone.
  drawn.on('keydown', ({ originalEvent: key }: LeafletKeyboardEvent) => {
    if (key.key !== 'Enter' && key.key !== ' ') return;
    key.preventDefault();
    press(mark.id);
  });
  drawn.on('add', () => drawn.getElement()?.setAttribute('aria-label', mark.label));
  return drawn;
};

/** The first lies above the others. */
export const drawMarks = (
  canvas: Canvas,
  town: Town,
  marks: readonly Mark[],
  press: (id: string) => void,
): LayerGroup =>
  layerGroup(
    marks.map((mark, place) => drawMark(town, mark, press).setZIndexOffset((marks.length - place) * 100)),
  ).addTo(canvas);

/** Where something is, or this device. */
export const drawPoint = (canvas: Canvas, where: LatLngExpression, kind: 'point' | 'device'): LayerGroup =>
  layerGroup([
    circleMarker(where, {
      radius: kind === 'point' ? 10 : 8,
      color: '#ffffff',
      weight: 3,
      fillColor: kind === 'point' ? '#c2410c' : '#1d6fd1',
      fillOpacity: 1,
      interactive: false,
    }),
  ]).addTo(canvas);
