/** `mulin roles apply`: a login role of PostgreSQL for each service that runs as a process of its own. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { applyServiceRoles, NoRoleMaker } from '@mulin/postgres';
import { services } from '@mulin/town';
import type { Surroundings } from '../surroundings.js';
import { type Outcome, WrongCall } from '../terminal.js';

/** Where the address of a service's role is kept. */
export const fileOfRole = (folder: string, service: string): string =>
  path.join(folder, `${service}.database-url`);

/** Files are written while the roles can still be taken back; where one cannot be written, the others go again. */
const keptIn = (out: string, folder: string, isAnew: boolean) => {
  const written: string[] = [];
  return {
    /** Nobody has its password. */
    anew: (service: string): boolean => isAnew && !existsSync(fileOfRole(folder, service)),
    keep: async (service: string, url: string): Promise<void> => {
      const file = fileOfRole(folder, service);
      if (!isAnew && existsSync(file))
        throw new WrongCall(({ wrongCalls }) => wrongCalls.alreadyThere(fileOfRole(out, service)));
      await writeFile(`${file}.new`, `${url}\n`, { mode: 0o600 });
      await rename(`${file}.new`, file);
      written.push(file);
    },
    undo: async (): Promise<void> => {
      for (const file of written) await rm(file, { force: true });
    },
  };
};

/** Who has a role of their own. */
export const rolesOfTown: readonly string[] = [...services, 'gateway'];

export const rolesApplyCommand = async (
  { databaseUrl, resolve, texts: { roles } }: Surroundings,
  { out, anew = false }: { out: string; anew?: boolean },
): Promise<Outcome> => {
  const url = databaseUrl();
  if (url === undefined) throw new WrongCall(({ roles }) => roles.databaseUrlNeeded);
  const folder = resolve(out);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = keptIn(out, folder, anew);
  const made = await applyServiceRoles(url, rolesOfTown, files).catch(async (error: unknown) => {
    await files.undo();
    throw error instanceof NoRoleMaker ? new WrongCall((texts) => texts.roles.noRoleMaker) : error;
  });
  return {
    json: { roles: made.map(({ service, role, isMade }) => ({ service, role, made: isMade })) },
    lines: made.map(({ service, role, isMade }) =>
      isMade ? roles.made(role, fileOfRole(out, service)) : roles.there(role),
    ),
  };
};
