/** A resident's own case: opened by its number and its code, which this tab keeps, and which no address sends anywhere. */
import { useQuery } from '@tanstack/react-query';
import { answerOf, api, apiWith, Refused } from '../api/client';
import { keep, kept, keptNames } from './kept';
import { type Client, isFresh } from './visit';

type Opened = Readonly<{ token: string; expiresAt: string; caseId: string; number: string }>;
type OwnCase = Readonly<{ client: Client; caseId: string }>;

const codeName = (number: string): string => `code-${number}`;
const tokenName = (number: string): string => `opened-${number}`;

/** As people type it: without blanks, and the letters of the town small. */
export const numberOf = (typed: string): string => typed.trim().replaceAll(/\s/g, '').toLowerCase();

/** What proves that a code is wrong, and is answered by asking for it again. */
const isWrongCode = (error: unknown): boolean => error instanceof Refused && error.code === 'case-code-wrong';
const isOver = (error: unknown): boolean =>
  error instanceof Refused && error.status === 401 && !isWrongCode(error);

/** What the town has just told, or an address brought along. */
export const keepCode = (number: string, code: string): void => {
  keep(codeName(number), code);
  keep(tokenName(number), null);
};
export const hasCode = (number: string): boolean => kept(codeName(number)) !== null;
/** The cases whose codes this tab has, in the order of their numbers. */
export const knownCases = (): readonly string[] => [...keptNames('code-')].sort();

export const forgetCase = (number: string): void => {
  keep(codeName(number), null);
  keep(tokenName(number), null);
};

/** Opens a case, and keeps its code for the tab. Refused: `case-code-wrong`, `case-access-locked`. */
export const openCase = async (number: string, code: string): Promise<Opened> => {
  const opened = await answerOf(api.POST('/api/v1/case-access', { body: { number, code } }));
  keep(codeName(number), code);
  keep(tokenName(number), opened);
  return opened;
};

const clientOf = async (number: string): Promise<OwnCase> => {
  const before = kept<Opened>(tokenName(number));
  const opened =
    before !== null && isFresh(before)
      ? before
      : await openCase(number, kept<string>(codeName(number)) ?? '');
  return { client: apiWith(opened.token), caseId: opened.caseId };
};

/** Asks in the name of whoever showed the code; a token that is over is made anew from the code, once. */
export const inOwnCase = async <Answer>(
  number: string,
  ask: (own: OwnCase) => Promise<Answer>,
): Promise<Answer> => {
  try {
    return await ask(await clientOf(number));
  } catch (error) {
    if (isWrongCode(error)) forgetCase(number);
    if (!isOver(error)) throw error;
    keep(tokenName(number), null);
    return ask(await clientOf(number));
  }
};

const againMs = 30_000;

/** What of one's own case the town answers, read anew every half minute. */
export const useOwn = <Answer>(
  name: readonly string[],
  number: string,
  ask: (own: OwnCase) => Promise<{ data?: Answer }>,
) =>
  useQuery({
    queryKey: [...name, number],
    queryFn: () => inOwnCase(number, (own) => answerOf(ask(own))),
    refetchInterval: againMs,
    enabled: number !== '',
  });
