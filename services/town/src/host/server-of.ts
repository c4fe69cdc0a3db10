/** The PostgreSQL of a town: its own, or the one it was told to use. */
import type { LocalizedText } from '@mulin/kernel';
import { NotHere, startEmbedded } from '@mulin/postgres';
import { ConfigurationError, type Logger, type ProcessDatabase } from '@mulin/service';

type Wanted = Readonly<{
  home: string;
  databaseUrl: string | undefined;
  ownerUrl: string | undefined;
  log: Logger;
  /** For the person at the terminal. */
  remark: (sentence: LocalizedText) => void;
}>;

/** What is said again and again while it lasts is written once a minute. */
const sayingOften = (log: Logger, remindMs = 60_000) => {
  const saidAt = new Map<string, number>();
  return (sentence: string): void => {
    const now = performance.now();
    const isSaid = now - (saidAt.get(sentence) ?? -Infinity) < remindMs;
    if (!isSaid) saidAt.set(sentence, now);
    log[isSaid ? 'debug' : 'warn']({ part: 'postgres' }, sentence);
  };
};

export const serverOf = async ({
  home,
  databaseUrl,
  ownerUrl,
  log,
  remark,
}: Wanted): Promise<ProcessDatabase> => {
  if (databaseUrl !== undefined)
    return {
      url: databaseUrl,
      ownerUrl,
      stop: async () => undefined,
      isEmbedded: false,
      folders: [],
    };
  try {
    const server = await startEmbedded({ home, log: sayingOften(log) });
    if (server.outside !== null)
      remark({
        en: `What PostgreSQL needs lies in ${server.outside}.`,
        zh: `PostgreSQL 所需的文件位于 ${server.outside}。`,
      });
    return { ...server.roles, stop: server.stop, isEmbedded: true, folders: [server.dataFolder] };
  } catch (error) {
    if (error instanceof NotHere) throw new ConfigurationError('postgres-cannot-run', error.sentence);
    throw error;
  }
};
