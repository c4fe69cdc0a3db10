/** The console, as `services/console` builds it. */
import { fileURLToPath } from 'node:url';
import type { Site } from '@mulin/service';
import type { Town } from '@mulin/pack';

const folder = fileURLToPath(new URL('../../../console/dist', import.meta.url));

/** The origin of pictures of another host; `{z}`, `{x}` and `{y}` are for the map to fill in. */
const originOf = (tiles: string): string => new URL(tiles.replaceAll(/\{\w\}/g, '0')).origin;

/** The console of this town. */
export const consoleOf = ({ map }: Pick<Town, 'map'>): Site =>
  map === null || map.tiles.startsWith('/') ? { folder } : { folder, picturesFrom: originOf(map.tiles) };
