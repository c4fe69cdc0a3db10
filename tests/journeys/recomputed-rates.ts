/** Whether what a town says of its rates is what an outsider makes of its public events, who shares no code with it. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { expect } from '@jest/globals';
import { newFolder, root, type Town } from './real-town.js';

type Figures = Readonly<Record<string, unknown>>;
type Rate = Readonly<{ of: string; area: string; interval: Figures }> & Figures;

const script = path.join(root, 'infra/scripts/recompute-rates.mjs');

/** Shares of two ways to compute them are the same but for the last digits. */
const near = (value: unknown): unknown => {
  if (typeof value === 'number' && !Number.isInteger(value)) return Number(value.toFixed(9));
  if (Array.isArray(value)) return value.map(near);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, near(it)]));
};

/** The `rates` of a JSON text of the town or of the script. */
const ratesIn = (json: Readonly<Record<string, unknown>>): readonly Rate[] =>
  json['rates'] as readonly Rate[];

const figuresOf = ({ name: _, rank: __, ...figures }: Rate) => near(figures);

/** Asks the town by each of these, and has the same recomputed from what it exports. */
export const expectRecomputed = async (
  town: Town,
  { by, weights }: Readonly<{ by: readonly string[]; weights: string }>,
): Promise<void> => {
  const copy = path.join(newFolder(), 'town.mulin');
  expect((await town.mulin('export', '--out', copy)).code).toBe(0);
  for (const dimension of by) {
    const said = await town.mulin('rates', '--by', dimension);
    const options = ['--by', dimension, '--weights', weights];
    const text = execFileSync(process.execPath, [script, copy, ...options], { maxBuffer: 2 ** 26 });
    const recomputed = JSON.parse(text.toString()) as Readonly<Record<string, unknown>>;
    if (dimension === 'area') expect(ratesIn(said.json).length).toBeGreaterThan(0);
    expect([dimension, ...ratesIn(said.json).map(figuresOf)]).toEqual([
      dimension,
      ...ratesIn(recomputed).map(figuresOf),
    ]);
  }
};
