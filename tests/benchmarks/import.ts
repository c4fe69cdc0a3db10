/** 12,000 cases of a file, registered, routed and judged, by the command that people use. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runMulin, runningTown } from './running-town.js';

const shared = fileURLToPath(new URL('../../../../shared/data/boston311/', import.meta.url));
const real = path.join(shared, 'cases-2015-demo.csv');
const rows = 12_000;

/** Rows like the real ones, where those are not at hand. */
const madeUp = (folder: string): string => {
  const stamp = (ms: number) => new Date(ms).toISOString().slice(0, 19);
  const start = Date.UTC(2015, 0, 1);
  const lines = Array.from({ length: rows }, (_, row) => {
    const opened = start + row * 2_500_000;
    const closed = row % 6 === 0 ? '' : stamp(opened + (row % 40) * 6 * 3_600_000);
    const point = `${36.36 + (row % 50) / 1_000},${119.73 + (row % 37) / 1_000}`;
    const late = row % 6 === 0 || (row % 40) * 6 > 5 * 24;
    return [
      row,
      stamp(opened),
      stamp(opened + 5 * 86_400_000),
      closed,
      late ? 'OVERDUE' : 'ONTIME',
      `A thing of the street ${row}`,
      point,
    ].join(',');
  });
  const file = path.join(folder, 'cases.csv');
  writeFileSync(
    file,
    `case_id,opened_local,target_local,closed_local,on_time,case_title,lat,lon\n${lines.join('\n')}\n`,
  );
  return file;
};

/** The town of the real precincts, or the sample town. */
const packFor = async (folder: string): Promise<{ pack?: string }> => {
  if (!existsSync(real)) return {};
  const pack = path.join(folder, 'boston');
  const fields = ['--id', 'ward_precinct', '--name', 'ward_precinct', '--zone', 'America/New_York'];
  const grids = path.join(shared, 'precincts.geojson');
  await runMulin(process.env, ['pack', 'build', '--grids', grids, ...fields, '--out', pack]);
  return { pack };
};

export const benchImport = async (): Promise<Record<string, number>> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mulin-import-'));
  const town = await runningTown(await packFor(folder));
  try {
    const file = existsSync(real) ? real : madeUp(folder);
    const { json } = await town.mulin('import', file, '--mapping', 'boston311');
    return { 'import.cases': Number(json['registered']), 'import.seconds': Number(json['seconds']) };
  } finally {
    await town.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
