/** What a call brought: chosen by digits, one question after the other. */
import type { paths } from '../../api/schema';
import type { Code } from '../../parts/codes';

type Body = paths['/api/v1/cases/{caseId}/call-backs']['post']['requestBody']['content']['application/json'];

export type Heard = Readonly<{
  outcome: Code<'callBack'> | null;
  response: Code<'response'> | null;
  resolution: Code<'resolution'> | null;
  satisfaction: Code<'satisfaction'> | null;
  words: string;
}>;

export const nothingHeard: Heard = {
  outcome: null,
  response: null,
  resolution: null,
  satisfaction: null,
  words: '',
};

/** In the order in which they are asked; the last three only of whoever was reached. */
const questions = ['outcome', 'response', 'resolution', 'satisfaction'] as const;
export type Question = (typeof questions)[number];

export const questionsOf = ({ outcome }: Heard): readonly Question[] =>
  outcome === 'reached' ? questions : ['outcome'];

/** The one that a digit answers now; when all are answered, none. */
export const nextOf = (heard: Heard): Question | null =>
  questionsOf(heard).find((it) => heard[it] === null) ?? null;

/** `null`: something has not been answered yet. */
export const bodyOf = ({ outcome, response, resolution, satisfaction, words }: Heard): Body | null => {
  if (outcome === null) return null;
  if (outcome !== 'reached') return { outcome };
  if (response === null || resolution === null || satisfaction === null) return null;
  const said = words.trim();
  return {
    outcome,
    rating: { response, resolution, satisfaction, ...(said === '' ? {} : { words: said }) },
  };
};
