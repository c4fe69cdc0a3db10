/** `mulin demo`: a made-up month for a town that has no case yet. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Surroundings } from '../surroundings.js';
import { exits, type Outcome, progressBar, WrongCall } from '../terminal.js';

type Progress = Readonly<{
  state: 'not-begun' | 'filling' | 'filled' | 'failed';
  share: number;
  refused: Readonly<{ code: string; en: string; zh: string }> | null;
  filled: Readonly<{ cases: number; open: number; late: number; escalated: number }> | null;
}>;

/** The town is at work meanwhile, and may answer late. */
const patienceMs = 60_000;
const lookAgainMs = 500;
const percent = 100;

export const demoCommand = async (surroundings: Surroundings): Promise<Outcome> => {
  const { texts, remark, language, url } = surroundings;
  const startedAt = performance.now();
  const town = surroundings.town({ patienceMs });
  let progress = await town.post<Progress>('/api/v1/demo', {});
  remark(texts.demo.began);
  const bar = progressBar(texts.demo.working, percent);
  try {
    while (progress.state === 'filling') {
      bar.update(Math.round(progress.share * percent));
      await sleep(lookAgainMs);
      progress = await town.get<Progress>('/api/v1/demo');
    }
  } finally {
    bar.stop();
  }
  const { filled, refused, state } = progress;
  if (refused !== null) throw new WrongCall(refused[language()]);
  if (filled === null) {
    // A town that was started again since knows of no month that was begun.
    const why = state === 'not-begun' ? texts.demo.interrupted : texts.demo.failed;
    return { json: { error: why }, lines: [why], exit: exits.notAsItShould };
  }
  const seconds = Math.round((performance.now() - startedAt) / 10) / 100;
  const { cases, open, late, escalated } = filled;
  return {
    json: { cases, open, late, escalated, seconds },
    lines: [
      texts.demo.filled(cases, seconds),
      texts.demo.standing(open, late, escalated),
      texts.demo.look(url()),
      texts.demo.remove,
    ],
  };
};
