/** Which master key opens this vault: one that would open nothing of what is kept is refused before anything starts. */
import { Rejection } from '@mulin/kernel';
import { type Database, migrate } from '@mulin/postgres';
import { masterKeysOf } from './crypto.js';
import { masterKeyFrom, masterKeyIn } from './master-key.js';
import { migrations, schema } from './schema.js';

const select = `
  select exists (select from ${schema}.person where wrapped is not null) as used,
    exists (select from ${schema}.person where wrapped is not null and master = $1) as ours`;

type Use = Readonly<{ used: boolean; ours: boolean }>;

/** Whether anything is locked in this vault, and whether this key opens any of it. */
const useOf = async ({ sql }: Database, key: string): Promise<Use> =>
  (await sql<Use>(select, [key]))[0] ?? { used: false, ours: false };

const anotherKey = () =>
  new Rejection('master-key-is-another', {
    en: 'The vault was locked with another master key than this one: give it the key it was locked with (MULIN_MASTER_KEY, or vault.key).',
    zh: '保险库是用另一主密钥加锁的：请提供原主密钥（MULIN_MASTER_KEY 或 vault.key）。',
  });

/**
 * The master key to open this vault with.
 *
 * @param key.text the key itself, as 64 hexadecimal digits. Default: the one in `folder`, made there for a vault
 *   that holds nothing yet.
 * @returns 32 bytes.
 * @throws `Rejection`: `master-key-is-another` where the vault was locked with another key, `master-key-gone` where
 *   the key that it was locked with is not there, `not-a-master-key` and `key-readable-by-others` as `masterKeyIn`.
 */
export const masterKeyFor = async (
  database: Database,
  { folder, text }: Readonly<{ folder: string; text?: string | undefined }>,
): Promise<Uint8Array> => {
  await migrate(database, schema, migrations);
  const wasUsed = async () => (await useOf(database, '')).used;
  const master = text === undefined ? await masterKeyIn(folder, wasUsed) : masterKeyFrom(text);
  const { used, ours } = await useOf(database, masterKeysOf(master).id);
  if (used && !ours) throw anotherKey();
  return master;
};
