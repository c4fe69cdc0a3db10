/** `mulin roles apply`: a login role of PostgreSQL for each service that runs as a process of its own. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { applyServiceRoles, NoRoleMaker, type ServiceRole } from '@mulin/postgres';
import { services } from '@mulin/town';
import type { Surroundings } from '../surroundings.js';
import { type Outcome, WrongCall } from '../terminal.js';

const fileOf = (folder: string, service: string): string => path.join(folder, `${service}.database-url`);

const applied = async (url: string, names: readonly string[]): Promise<readonly ServiceRole[]> => {
  try {
    return await applyServiceRoles(url, names);
  } catch (error) {
    if (error instanceof NoRoleMaker) throw new WrongCall(({ roles }) => roles.noRoleMaker);
    throw error;
  }
};

export const rolesApplyCommand = async (
  { databaseUrl, resolve, texts: { roles } }: Surroundings,
  { out }: { out: string },
): Promise<Outcome> => {
  const url = databaseUrl();
  if (url === undefined) throw new WrongCall(({ roles }) => roles.databaseUrlNeeded);
  const folder = resolve(out);
  const names = [...services, 'gateway'];
  const there = names.find((name) => existsSync(fileOf(folder, name)));
  if (there !== undefined)
    throw new WrongCall(({ wrongCalls }) => wrongCalls.alreadyThere(fileOf(out, there)));

  await mkdir(folder, { recursive: true, mode: 0o700 });
  const made = await applied(url, names);
  for (const { service, url: its } of made)
    if (its !== null) await writeFile(fileOf(folder, service), `${its}\n`, { mode: 0o600, flag: 'wx' });
  return {
    json: { roles: made.map(({ service, role, url: its }) => ({ service, role, made: its !== null })) },
    lines: made.map(({ service, role, url: its }) =>
      its === null ? roles.there(role) : roles.made(role, fileOf(out, service)),
    ),
  };
};
