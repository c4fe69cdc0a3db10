/** Land in a few words: two people cannot compare a hundred corners, and see whether one of them was moved. */
import type { Instant, LocalizedText } from '@mulin/kernel';
import { localText } from '@mulin/working-time';
import { type Land, landArea } from '../geometry/plane.js';
import type { MicroGrid } from '../read/grids.js';

const squareMetresInHectare = 10_000;
const [digits, radix, signs] = [7, 16, 6];
const [basis, prime] = [0x811c9dc5, 0x01000193];

/** FNV-1a of its corners, to the seventh decimal of a degree: a centimetre. No proof against anybody. */
const signOf = (land: Land): string => {
  const text = land
    .flat(2)
    .map((corner) => corner.map((it) => it.toFixed(digits)).join())
    .join(' ');
  let hash = basis;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), prime) >>> 0;
  return hash
    .toString(radix)
    .padStart(signs + 2, '0')
    .slice(-signs);
};

const landInWords = (land: Land): LocalizedText => {
  const hectares = (landArea(land) / squareMetresInHectare).toFixed(2);
  const corners = land.flat().reduce((sum, ring) => sum + ring.length - 1, 0);
  const sign = signOf(land);
  return {
    en: `${hectares} ha, ${corners} corners, drawing ${sign}`,
    zh: `${hectares} 公顷，${corners} 个拐点，图形 ${sign}`,
  };
};

const momentIn = (zone: string, moment: Instant | undefined): string | undefined =>
  moment === undefined ? undefined : localText(zone, Date.parse(moment)).slice(0, 16).replace('T', ' ');

/** What is told of each micro-grid, as the file has it: also of one that is not in force yet. */
export const landWords = (grids: readonly MicroGrid[], zone: string) =>
  grids.map(({ id, name, net, area, land, from, until }) => ({
    ...{ id, name, net, area, border: landInWords(land) },
    ...{ from: momentIn(zone, from), until: momentIn(zone, until) },
  }));
