/** `mulin erase`: a resident's words, place and contact open to nobody any more. */
import type { Surroundings } from '../surroundings.js';
import type { Outcome } from '../terminal.js';

type Erased = Readonly<{
  caseId: string;
  number: string;
  /** `false`: they had been erased before, at `erasedAt` and for `reason`. */
  erased: boolean;
  erasedAt: string;
  reason: string;
}>;

export const eraseCommand = async (
  { town, texts }: Surroundings,
  { case: number, reason }: Readonly<{ case: string; reason: string }>,
): Promise<Outcome> => {
  const client = town();
  const { caseId } = await client.get<{ caseId: string }>(`/api/v1/timelines/${encodeURIComponent(number)}`);
  const it = await client.post<Erased>(`/api/v1/cases/${caseId}/erase-person`, { reason });
  const line = it.erased
    ? texts.erase.done(it.number, it.reason)
    : texts.erase.before(it.number, it.erasedAt, it.reason);
  return { json: it, lines: [line] };
};
