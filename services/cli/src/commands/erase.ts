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
  { town }: Surroundings,
  { case: number, reason }: Readonly<{ case: string; reason: string }>,
): Promise<Outcome> => {
  const client = town();
  const { caseId } = await client.get<{ caseId: string }>(`/api/v1/timelines/${encodeURIComponent(number)}`);
  const it = await client.post<Erased>(`/api/v1/cases/${caseId}/erase-person`, { reason });
  const line = it.erased
    ? `Erased: nobody opens the words, the place or the contact of the person of ${it.number} any more (${it.reason}).`
    : `The person of ${it.number} was erased before, at ${it.erasedAt} (${it.reason}): there was nothing left.`;
  return { json: it, lines: [line] };
};
