/** The PostgreSQL of a town: its own, or the one it was told to use. */
import type { Stop } from '@mulin/kernel';
import { NotHere, startEmbedded } from '@mulin/postgres';
import { type Logger, ConfigurationError } from '@mulin/service';

export type Server = Readonly<{
  url: string;
  stop: Stop;
  /** Ours, and brought back by us when it dies. */
  isEmbedded: boolean;
  /** Where its data lie on this machine, as far as we know. */
  folders: readonly string[];
}>;

type Wanted = Readonly<{
  home: string;
  databaseUrl: string | undefined;
  log: Logger;
  /** For the person at the terminal. */
  remark: (sentence: string) => void;
}>;

export const serverOf = async ({ home, databaseUrl, log, remark }: Wanted): Promise<Server> => {
  if (databaseUrl !== undefined)
    return { url: databaseUrl, stop: async () => undefined, isEmbedded: false, folders: [] };
  try {
    const server = await startEmbedded({ home, log: (sentence) => log.warn({ part: 'postgres' }, sentence) });
    if (server.outside !== null) remark(`What PostgreSQL needs lies in ${server.outside}.`);
    return { url: server.url, stop: server.stop, isEmbedded: true, folders: [server.dataFolder] };
  } catch (error) {
    if (error instanceof NotHere) throw new ConfigurationError(error.message);
    throw error;
  }
};
