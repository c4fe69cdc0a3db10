/** The smallest town a spec can live in: two micro-grids side by side, everything else as a town begins. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildPack } from '@mulin/pack';

const square = (id: string, west: number) => ({
  type: 'Feature',
  properties: { id, name: id },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 36],
        [west + 0.01, 36],
        [west + 0.01, 36.01],
        [west, 36.01],
        [west, 36],
      ],
    ],
  },
});

export const inTheWest = { lat: 36.005, lon: 119.005 };
export const nowhere = { lat: 10, lon: 10 };

/** A folder with the pack of a town called `mu`; `change` may spoil a file's text on its way. */
export const twoSquares = (
  change: (name: string, text: string) => string | null = (_, text) => text,
): string => {
  const { files } = buildPack({
    grids: { type: 'FeatureCollection', features: [square('west', 119), square('east', 119.01)] },
    idField: 'id',
    nameField: 'name',
    zone: 'Asia/Shanghai',
    town: 'mu',
  });
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'mulin-pack-')), 'pack');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) {
    const changed = change(name, text);
    if (changed !== null) writeFileSync(path.join(folder, name), changed);
  }
  return folder;
};
