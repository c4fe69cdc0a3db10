/** The console, as `services/console` builds it. */
import { fileURLToPath } from 'node:url';
import type { Site } from '@mulin/service';
import type { Town } from '@mulin/pack';

const folder = fileURLToPath(new URL('../../../console/dist', import.meta.url));

/** The origin of pictures that the town's map has; `{s}` and `{z}` are for the map to fill in. */
const originOf = (tiles: string): string => new URL(tiles.replaceAll(/\{\w+\}/g, 'x')).origin;

/** The console of this town. */
export const consoleOf = ({ map }: Pick<Town, 'map'>): Site =>
  map === null ? { folder } : { folder, picturesFrom: originOf(map.tiles) };
