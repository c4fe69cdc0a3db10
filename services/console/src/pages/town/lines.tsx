/** Lines of what was opened, closed and late; loaded when it is shown, and drawn anew when the width or the looks change. */
import { useComputedColorScheme } from '@mantine/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useTexts } from './texts';
import type { Point } from './series';

const height = 260;
const inks = {
  light: { opened: '#10508f', closed: '#0b6e4f', late: '#b3261e', axis: '#4d5761', grid: '#dfe3e6' },
  dark: { opened: '#85b7dc', closed: '#7fd1ab', late: '#ff9d94', axis: '#a9b3bd', grid: '#3b4046' },
} as const;

/** Lines differ by their dashes, too. */
const dashes = { opened: [], closed: [8, 4], late: [2, 3] } as const;

/** How wide there is room to draw, in pixels; 0 until it is known. */
const useWidth = (place: RefObject<HTMLElement | null>): number => {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [place]);
  return width;
};

const seconds = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1_000;

export const Lines = ({ points, label }: Readonly<{ points: readonly Point[]; label: string }>) => {
  const say = useTexts();
  const room = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(room);
  const ink = inks[useComputedColorScheme('light')];
  const names = { opened: say('opened'), closed: say('closed'), late: say('missed') };
  const key = Object.values(names).join();
  useEffect(() => {
    if (place.current === null || width < 50) return undefined;
    const lines = (['opened', 'closed', 'late'] as const).map((name): uPlot.Series => ({
      label: names[name],
      stroke: ink[name],
      width: 2,
      dash: [...dashes[name]],
      points: { show: points.length < 40, size: 5 },
    }));
    const axis = {
      stroke: ink.axis,
      grid: { stroke: ink.grid, width: 1 },
      ticks: { stroke: ink.grid, width: 1 },
    };
    const chart = new uPlot(
      {
        width,
        height,
        tzDate: (ts) => uPlot.tzDate(new Date(ts * 1_000), 'Etc/UTC'),
        series: [{ label: say('from'), value: '{YYYY}-{MM}-{DD}' }, ...lines],
        axes: [
          {
            ...axis,
            values: (_, splits) => splits.map((at) => new Date(at * 1_000).toISOString().slice(5, 10)),
          },
          { ...axis, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000] },
        ],
        scales: { y: { range: (_, __, most) => [0, Math.max(most * 1.1, 1)] } },
        cursor: { drag: { x: false, y: false } },
      },
      [
        points.map(({ day }) => seconds(day)),
        points.map(({ opened }) => opened),
        points.map(({ closed }) => closed),
        points.map(({ late }) => late),
      ],
      place.current,
    );
    return () => chart.destroy();
  }, [points, width, ink, key]);
  return (
    <div ref={room} className="trend" role="img" aria-label={label}>
      <div ref={place} />
    </div>
  );
};
