/** How the map looks: borders and names, pale where nothing is told of a place. */
import type { DataDrivenPropertyValueSpecification, StyleSpecification } from 'maplibre-gl';
import type { Schemas } from '../api/client';
import type { Language } from '../app/language';
import { inksOf } from './map-inks';

type Shapes = Schemas['MicroGridMap'];
type Town = Schemas['Town'];
type Look = Readonly<{ isDark: boolean; language: Language }>;

/** The layers that are changed after the map is there. */
export const layersOf = { fill: 'grids', chosen: 'chosen' } as const;

/** The map asks for whole addresses; those of the town's own origin begin with a slash. */
const wholeAddress = (tiles: string): string =>
  tiles.startsWith('/') ? `${location.origin}${tiles}` : tiles;

const picturesOf = ({ map }: Town): Pick<StyleSpecification, 'sources' | 'layers'> =>
  map === null
    ? { sources: {}, layers: [] }
    : {
        sources: {
          pictures: {
            type: 'raster',
            tiles: [wholeAddress(map.tiles)],
            tileSize: 256,
            attribution: map.attribution,
          },
        },
        layers: [{ id: 'pictures', type: 'raster', source: 'pictures' }],
      };

/** Closer than that the names of micro-grids have room. */
const namesFrom = 13.5;

export const styleOf = (town: Town, shapes: Shapes, { isDark, language }: Look): StyleSpecification => {
  const ink = inksOf(isDark);
  const pictures = picturesOf(town);
  return {
    version: 8,
    sources: { ...pictures.sources, grids: { type: 'geojson', data: shapes as never } },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': ink.ground } },
      ...pictures.layers,
      {
        id: layersOf.fill,
        type: 'fill',
        source: 'grids',
        paint: { 'fill-color': ink.fill, 'fill-opacity': town.map === null ? 0.95 : 0.6 },
      },
      { id: 'borders', type: 'line', source: 'grids', paint: { 'line-color': ink.line, 'line-width': 0.7 } },
      {
        id: layersOf.chosen,
        type: 'line',
        source: 'grids',
        filter: ['==', ['get', 'id'], ''],
        paint: { 'line-color': ink.chosen, 'line-width': 3 },
      },
      {
        id: 'names',
        type: 'symbol',
        source: 'grids',
        minzoom: namesFrom,
        layout: { 'text-field': ['get', language, ['get', 'name']], 'text-size': 12, 'text-max-width': 7 },
        paint: { 'text-color': ink.name, 'text-halo-color': ink.halo, 'text-halo-width': 1.2 },
      },
    ],
  };
};

/** One colour for each micro-grid that has one. */
export const coloursIn = (
  { features }: Shapes,
  colourOf: ((microGrid: string) => string | undefined) | undefined,
  isDark: boolean,
): DataDrivenPropertyValueSpecification<string> => {
  const { fill } = inksOf(isDark);
  const own = features.flatMap(({ properties: { id } }) => {
    const colour = colourOf?.(id);
    return colour === undefined ? [] : [id, colour];
  });
  return own.length === 0 ? fill : (['match', ['get', 'id'], ...own, fill] as never);
};
