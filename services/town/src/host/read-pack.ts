/** The pack a town starts with. */
import { lineOf, mistakesOfPack, type Pack, packIn } from '@mulin/pack';
import { ConfigurationError } from '@mulin/service';

/** Refused (`ConfigurationError`) with every mistake in one message; what is only worth a look refuses nothing. */
export const readPack = (folder: string): Pack => {
  const mistakes = mistakesOfPack(folder);
  if (mistakes.length > 0) {
    const said = mistakes.map((it) => lineOf(it)).join('; ');
    throw new ConfigurationError(`The town pack ${folder} cannot be used: ${said}`);
  }
  return packIn(folder);
};
