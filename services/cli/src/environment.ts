/** What the environment says to the command line. An empty variable says nothing. */
import path from 'node:path';
import type { Environment } from './surroundings.js';

type Variables = Readonly<Record<string, string | undefined>>;
type Found = Pick<Environment, 'folder' | 'home' | 'url' | 'token' | 'databaseUrl' | 'masterKey' | 'locale'> &
  Readonly<{ isTalkative: boolean }>;

export const environmentOf = (
  variables: Variables,
  { project, here }: Readonly<{ project: string; here: string }>,
): Found => {
  const said = (name: string): string | undefined => variables[name] || undefined;
  // npm runs every script in the project's folder; files are meant from where the caller stands.
  const folder = said('INIT_CWD') ?? here;
  return {
    folder,
    home: path.resolve(folder, said('MULIN_HOME') ?? path.join(project, '.mulin')),
    url: said('MULIN_URL') ?? `http://127.0.0.1:${said('MULIN_PORT') ?? '3110'}`,
    token: said('MULIN_TOKEN'),
    databaseUrl: said('DATABASE_URL'),
    masterKey: said('MULIN_MASTER_KEY'),
    locale: said('LC_ALL') ?? said('LC_MESSAGES') ?? said('LANG'),
    isTalkative: said('MULIN_LOG') === 'debug',
  };
};
