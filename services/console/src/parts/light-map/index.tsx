/**
 * The map of phones: places, one's own micro-grids and orders, moved and zoomed by thumb or keys. It is a sixth of the
 * map that leaders have (`town-map.tsx`), shows the same land, and needs no WebGL.
 */
import 'leaflet/dist/leaflet.css';
import { useComputedColorScheme } from '@mantine/core';
import type { GeoJSON, LeafletMouseEvent, Map as Canvas } from 'leaflet';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useMicroGrids, useTown } from '../../api/town';
import { useLanguage } from '../../app/texts';
import { Asked } from '../asked';
import { shownShapes, trueAt } from '../datum';
import { isInside, pointInside } from '../inside';
import type { TownMapProps } from '../town-map';
import { Buttons } from './buttons';
import {
  at,
  datumOf,
  drawLand,
  drawMarks,
  drawNames,
  drawPoint,
  type Mark,
  nearZoom,
  openCanvas,
  paintLand,
  type Shapes,
  type Town,
} from './draw';
import { useTexts } from './texts';

export type LightMapProps = Omit<TownMapProps, 'net'> &
  Readonly<{
    /** Places that can be pressed, the most important first; the map opens on them. */
    marks?: readonly Mark[];
    onMark?: (id: string) => void;
    /** Whether it shows where the device is, to whoever asks it to. */
    hasDevice?: boolean;
  }>;

type Drawn = LightMapProps & Readonly<{ town: Town; shapes: Shapes }>;

const useCanvas = (town: Town) => {
  const place = useRef<HTMLDivElement>(null);
  const [canvas, setCanvas] = useState<Canvas | null>(null);
  useEffect(() => {
    if (place.current === null) return undefined;
    const made = openCanvas(place.current, town);
    setCanvas(made);
    return () => {
      setCanvas(null);
      made.remove();
    };
  }, [town]);
  return { place, canvas };
};

const useLand = (canvas: Canvas | null, { town, shapes, colourOf, selected = null }: Drawn): void => {
  const [land, setLand] = useState<GeoJSON | null>(null);
  const isDark = useComputedColorScheme('light') === 'dark';
  useEffect(() => {
    if (canvas === null) return undefined;
    const drawn = drawLand(canvas, shownShapes(datumOf(town), shapes));
    setLand(drawn);
    return () => {
      setLand(null);
      drawn.remove();
    };
  }, [canvas, town, shapes]);
  useEffect(() => {
    if (land !== null) paintLand(land, { hasPictures: town.map !== null, isDark, colourOf, selected });
  }, [land, town, isDark, colourOf, selected]);
};

const useNames = (canvas: Canvas | null, { town, shapes }: Drawn): void => {
  const language = useLanguage();
  useEffect(() => {
    if (canvas === null) return undefined;
    const names = shapes.features.flatMap(({ geometry, properties: { name } }) => {
      const middle = pointInside(geometry);
      return middle === null ? [] : [{ at: at(town, middle), name: name[language] }];
    });
    let drawn = drawNames(canvas, names);
    const again = () => {
      drawn.remove();
      drawn = drawNames(canvas, names);
    };
    canvas.on('moveend', again);
    return () => {
      canvas.off('moveend', again);
      drawn.remove();
    };
  }, [canvas, town, shapes, language]);
};

/** A place that is chosen elsewhere, and out of sight, is brought into sight. */
const usePoint = (canvas: Canvas | null, { town, point = null }: Drawn): void => {
  useEffect(() => {
    if (canvas === null || point === null) return undefined;
    const where = at(town, point);
    const isSeen = canvas.getZoom() >= nearZoom - 2 && canvas.getBounds().contains(where);
    if (!isSeen) canvas.setView(where, nearZoom);
    const drawn = drawPoint(canvas, where, 'point');
    return () => void drawn.remove();
  }, [canvas, town, point?.lat, point?.lon]);
};

const useMarks = (canvas: Canvas | null, { town, marks, onMark }: Drawn): void => {
  const press = useRef(onMark);
  press.current = onMark;
  const isFitted = useRef(false);
  const key = JSON.stringify(marks);
  useEffect(() => {
    if (canvas === null || marks === undefined || marks.length === 0) return undefined;
    if (!isFitted.current) {
      const bounds = marks.map((mark) => at(town, mark) as [number, number]);
      canvas.fitBounds(bounds, { padding: [44, 44], maxZoom: nearZoom, animate: false });
      isFitted.current = true;
    }
    const drawn = drawMarks(canvas, town, marks, (id) => press.current?.(id));
    return () => void drawn.remove();
    // Marks are made anew with each reading; only what differs is drawn anew.
  }, [canvas, town, key]);
};

/** Of several that lie one above the other, one that is coloured; `null`: outside of the town. */
const microGridAt = (
  { shapes, colourOf }: Drawn,
  place: Readonly<{ lat: number; lon: number }>,
): string | null => {
  const ids = shapes.features
    .filter(({ geometry }) => isInside(geometry, place))
    .map(({ properties: { id } }) => id);
  return ids.find((id) => colourOf?.(id) !== undefined) ?? ids.at(-1) ?? null;
};

/** Picks where one points, or with Enter the middle. */
const usePicking = (canvas: Canvas | null, props: Drawn): void => {
  const now = useRef(props);
  now.current = props;
  const picks = props.onPick !== undefined;
  useEffect(() => {
    if (canvas === null || !picks) return undefined;
    const pick = ({ lat, lng }: Readonly<{ lat: number; lng: number }>) => {
      const place = trueAt(datumOf(now.current.town), [lng, lat]);
      now.current.onPick?.({ ...place, microGrid: microGridAt(now.current, place) });
    };
    const element = canvas.getContainer();
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.target !== element) return;
      event.preventDefault();
      pick(canvas.getCenter());
    };
    const click = ({ latlng }: LeafletMouseEvent) => pick(latlng);
    canvas.on('click', click);
    element.addEventListener('keydown', press);
    return () => {
      canvas.off('click', click);
      element.removeEventListener('keydown', press);
    };
  }, [canvas, picks]);
};

const Drawing = (props: Drawn) => {
  const { town, label, height, onPick, hasDevice = false } = props;
  const say = useTexts();
  const keys = useId();
  const { place, canvas } = useCanvas(town);
  useLand(canvas, props);
  useNames(canvas, props);
  useMarks(canvas, props);
  usePoint(canvas, props);
  usePicking(canvas, props);
  return (
    <div className="map-frame">
      <div
        ref={place}
        className={onPick === undefined ? 'town-map' : 'town-map map-picks'}
        role="region"
        aria-label={label}
        aria-describedby={keys}
        style={{ height }}
        data-drawn={canvas !== null}
      />
      <Buttons canvas={canvas} town={town} hasDevice={hasDevice} />
      <p id={keys} className="map-keys">
        {say(onPick === undefined ? 'keys' : 'keysPick')}
      </p>
    </div>
  );
};

export const LightMap = (props: LightMapProps) => {
  const town = useTown();
  const shapes = useMicroGrids();
  const both = useMemo(() => ({ town: town.data, shapes: shapes.data }), [town.data, shapes.data]);
  if (both.town !== undefined && both.shapes !== undefined)
    return <Drawing {...props} town={both.town} shapes={both.shapes} />;
  return <Asked of={town.data === undefined ? town : (shapes as never)}>{() => null}</Asked>;
};
