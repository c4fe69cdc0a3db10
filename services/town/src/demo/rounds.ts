/** The secretaries look, several times a day, at what has reached them, and say what they do about it. */
import { day, hour, type Instant, plus } from '@mulin/kernel';
import type { Parts, Step } from './scene.js';

/** After midnight. */
const roundsAt = [8.75, 11.5, 14.5, 17].map((hours) => hours * hour);

/** How often of ten thousand somebody has no time before the next round. */
const tooBusy = 1_200;

const decisions = ['noted', 'ruled', 'ruled', 'called-in', 'interview'] as const;

type Waiting = Readonly<{ caseId: string; level: string; area: string | null; clocks: readonly string[] }>;

const nextRound = ({ hours }: Parts, after: Instant): Instant => {
  const midnight = plus(after, -hours.ofDay(after));
  const moments = [...roundsAt, ...roundsAt.map((it) => it + day)].map((it) => plus(midnight, it));
  return moments.find((at) => at > after) ?? plus(after, day);
};

/** Every round makes the next one. */
export const roundsOf = (parts: Parts, since: Instant): Step => {
  const { stage, cast, chance } = parts;
  const known = new Set<string>();
  let keys = 0;

  const answer = async ({ caseId, area, clocks }: Waiting): Promise<void> => {
    const key = `${caseId} ${clocks.join(' ')}`;
    const secretary = area === null ? undefined : cast.secretaryOf(area);
    const isBusy = chance.share('busy', key, stage.now()) < tooBusy / 10_000;
    if (known.has(key) || secretary === undefined || isBusy) return;
    known.add(key);
    const decision = chance.oneOf(decisions, 'decision', key);
    const path = `/api/v1/escalations/${caseId}/acknowledge`;
    const { status, body } = await stage.post(secretary, path, { decision }, `demo-round-${++keys}`);
    if (status >= 400) parts.refused.push(`round: acknowledge ${String(body['code'])}`);
  };

  const roundAt = (at: Instant): Step => ({
    at,
    play: async () => {
      const page = await stage.read(cast.auditor, '/api/v1/escalations?to=community-secretary&limit=200');
      // What audit promises of this list.
      const waiting = page['items'] as readonly Waiting[];
      for (const it of waiting.filter(({ level }) => level === 'escalation')) await answer(it);
      return [roundAt(nextRound(parts, at))];
    },
  });
  return roundAt(nextRound(parts, since));
};
