/** What needs an engine that is not to be had here is left out, and never in silence. */
import process from 'node:process';
import { NoEngine } from '@mulin/testing/engines';

/** @returns no figures, after a line that says what was not measured and why, where `measure` finds no engine. */
export const orNotMeasured = async (
  what: string,
  measure: () => Promise<Record<string, number>>,
): Promise<Record<string, number>> => {
  try {
    return await measure();
  } catch (error) {
    if (!(error instanceof NoEngine)) throw error;
    process.stderr.write(`NOT MEASURED: ${what}: ${error.message}.\n`);
    return {};
  }
};
