/** What the three rates weigh, as the pack says it, by moments. */
import { localMoment } from '@mulin/working-time';
import type { Weights } from '../domain/rates/figures.js';

/** As a pack has them; `from`: the day from whose beginning in the town they are in force. */
export type RateWeights = Readonly<{
  version: number;
  from?: string;
  response: number;
  resolution: number;
  satisfaction: number;
}>;

/** Where the pack does not say: response, resolution and satisfaction as 准格尔旗 weighs them. */
export const defaultWeights: readonly RateWeights[] = [
  { version: 1, response: 30, resolution: 35, satisfaction: 35 },
];

export const weightsIn = (zone: string, weights: readonly RateWeights[]): readonly Weights[] =>
  weights.map(({ from, ...it }) => ({
    ...it,
    from: from === undefined ? null : localMoment(zone, `${from}T00:00`),
  }));
