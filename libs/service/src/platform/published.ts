/** How far each service of a town has published its events, where processes of other services can read it. */
import type { Checkpoints, Position } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';

const relay = 'relay';

/** The further counts: another process may have published since. Not worth a wait for the disk, like the checkpoint. */
const note = `
  with async_commit as materialized (select set_config('synchronous_commit', 'off', true))
  insert into mulin.published as p (service, position) select $1, $2::bigint from async_commit
  on conflict (service) do update set position = excluded.position where p.position < excluded.position`;

/**
 * Where many processes share a town, what a relay has published is noted in a table of the whole town, too: the
 * checkpoint itself lies in the schema of its service, which the roles of others cannot read.
 *
 * @param own the checkpoints of a service of this process; `undefined`: it is none of this process.
 */
export const publishedPositions = (
  { sql }: Pick<Database, 'sql'>,
  { own, isShared }: Readonly<{ own: (service: string) => Checkpoints | undefined; isShared: boolean }>,
) => ({
  /** The checkpoints of a service of this process, which note what its relay has published. */
  checkpoints: (service: string, checkpoints: Checkpoints): Checkpoints =>
    isShared
      ? {
          read: checkpoints.read,
          write: async (reader, position) => {
            await checkpoints.write(reader, position);
            if (reader === relay) await sql(note, [service, position], { name: 'note published position' });
          },
        }
      : checkpoints,
  /** See `Platform.published`. */
  published: async (service: string): Promise<Position | null> => {
    const here = own(service);
    if (here !== undefined) return here.read(relay);
    const [row] = await sql<{ position: Position }>(
      'select position from mulin.published where service = $1',
      [service],
      { name: 'read published position' },
    );
    return row?.position ?? null;
  },
});
