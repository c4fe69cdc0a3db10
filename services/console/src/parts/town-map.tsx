/** The town's micro-grids on a map that needs no other host; a town may name pictures to lie under them. */
import 'maplibre-gl/dist/maplibre-gl.css';
import { Text, useComputedColorScheme } from '@mantine/core';
import { Map as Canvas, Marker, type MapMouseEvent, NavigationControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Schemas } from '../api/client';
import { useMicroGrids, useTown } from '../api/town';
import { textsOf, useLanguage } from '../app/texts';
import { Asked } from './asked';
import { type Datum, shownAt, shownShapes, trueAt } from './datum';
import { coloursIn, layersOf, styleOf } from './map-style';

setWorkerUrl(workerUrl);

export type Picked = Readonly<{ lat: number; lon: number; microGrid: string | null }>;

export type TownMapProps = Readonly<{
  /** What the map shows, for whoever does not see it. */
  label: string;
  height: number | string;
  /** The colour of a micro-grid, or none: as CSS has it. */
  colourOf?: (microGrid: string) => string | undefined;
  selected?: string | null;
  /** The micro-grids of this net alone; absent: all, one above the other. */
  net?: Schemas['Net'];
  point?: Readonly<{ lat: number; lon: number }> | null;
  onPick?: (picked: Picked) => void;
}>;

type Shapes = Schemas['MicroGridMap'];
type Town = Schemas['Town'];

const useTexts = textsOf('map', {
  en: {
    none: 'This device cannot draw the map. Choose the place by its name.',
    zoomIn: 'Closer',
    zoomOut: 'Farther',
  },
  zh: { none: '本设备无法显示地图，请按名称选择地点。', zoomIn: '放大', zoomOut: '缩小' },
});

const datumOf = ({ map }: Town): Datum => (map?.datum === 'gcj02' ? 'gcj02' : 'wgs84');

type Drawn = TownMapProps & Readonly<{ town: Town; shapes: Shapes }>;

/** Makes the canvas once, and ends it with the page; `null` where the device has no WebGL. */
const useCanvas = ({ town, shapes }: Drawn, isDark: boolean) => {
  const place = useRef<HTMLDivElement>(null);
  const [canvas, setCanvas] = useState<Canvas | null>(null);
  const [isPossible, setPossible] = useState(true);
  const say = useTexts();
  const words = { zoomIn: say('zoomIn'), zoomOut: say('zoomOut') };
  const said = useRef(words);
  said.current = words;
  const language = useLanguage();
  useEffect(() => {
    if (place.current === null) return undefined;
    const datum = datumOf(town);
    const [west, south, east, north] = town.bounds as [number, number, number, number];
    try {
      const made = new Canvas({
        container: place.current,
        style: styleOf(town, shownShapes(datum, shapes), { isDark, language }),
        bounds: [shownAt(datum, { lat: south, lon: west }), shownAt(datum, { lat: north, lon: east })],
        fitBoundsOptions: { padding: 16 },
        attributionControl: town.map === null ? false : { compact: true },
        dragRotate: false,
        pitchWithRotate: false,
        cooperativeGestures: false,
        locale: {
          'NavigationControl.ZoomIn': said.current.zoomIn,
          'NavigationControl.ZoomOut': said.current.zoomOut,
        },
      });
      made.addControl(new NavigationControl({ showCompass: false }), 'top-right');
      made.touchZoomRotate.disableRotation();
      made.on('load', () => setCanvas(made));
      return () => {
        setCanvas(null);
        made.remove();
      };
    } catch {
      setPossible(false);
      return undefined;
    }
  }, [town, shapes, isDark, language]);
  return { place, canvas, isPossible };
};

/** Paints the micro-grids and the one that is chosen. */
const useColours = (canvas: Canvas | null, { shapes, colourOf, selected }: Drawn, isDark: boolean): void => {
  useEffect(() => {
    if (canvas === null) return;
    canvas.setPaintProperty(layersOf.fill, 'fill-color', coloursIn(shapes, colourOf, isDark));
    canvas.setFilter(layersOf.chosen, ['==', ['get', 'id'], selected ?? '']);
  }, [canvas, shapes, colourOf, selected, isDark]);
};

const usePoint = (canvas: Canvas | null, { town, point }: Drawn): void => {
  useEffect(() => {
    if (canvas === null || point === undefined || point === null) return undefined;
    const marker = new Marker({ color: '#c2410c' }).setLngLat(shownAt(datumOf(town), point)).addTo(canvas);
    return () => void marker.remove();
  }, [canvas, town, point]);
};

const usePicking = (canvas: Canvas | null, { town, onPick }: Drawn): void => {
  useEffect(() => {
    if (canvas === null || onPick === undefined) return undefined;
    const pick = ({ lngLat, point }: MapMouseEvent) => {
      const [found] = canvas.queryRenderedFeatures(point, { layers: [layersOf.fill] });
      const microGrid: unknown = found?.properties['id'];
      const place = trueAt(datumOf(town), [lngLat.lng, lngLat.lat]);
      onPick({ ...place, microGrid: typeof microGrid === 'string' ? microGrid : null });
    };
    canvas.on('click', pick);
    canvas.getCanvas().style.cursor = 'crosshair';
    return () => {
      canvas.off('click', pick);
      canvas.getCanvas().style.cursor = '';
    };
  }, [canvas, town, onPick]);
};

const Drawing = (props: Drawn) => {
  const say = useTexts();
  const isDark = useComputedColorScheme('light') === 'dark';
  const { place, canvas, isPossible } = useCanvas(props, isDark);
  useColours(canvas, props, isDark);
  usePoint(canvas, props);
  usePicking(canvas, props);
  if (!isPossible) return <Text c="dimmed">{say('none')}</Text>;
  return (
    <div
      ref={place}
      className="town-map"
      role="region"
      aria-label={props.label}
      style={{ height: props.height }}
      data-drawn={canvas !== null}
    />
  );
};

/** Nets lie one above the other: of one alone, nothing of the others hides it. */
const OfNet = (props: Drawn) => {
  const { shapes, net } = props;
  const shown = useMemo(
    () =>
      net === undefined
        ? shapes
        : { ...shapes, features: shapes.features.filter(({ properties }) => properties.net === net) },
    [shapes, net],
  );
  return <Drawing {...props} shapes={shown} />;
};

export const TownMap = (props: TownMapProps) => {
  const town = useTown();
  const shapes = useMicroGrids();
  return (
    <Asked of={town}>
      {(it) => <Asked of={shapes}>{(all) => <OfNet {...props} town={it} shapes={all} />}</Asked>}
    </Asked>
  );
};
