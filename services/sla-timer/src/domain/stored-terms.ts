/** How terms stand in the log: a step does not say again which clock it is of, nor terms what their due moment says. */
import { type StoredForm, type Upcasts, withoutImplied } from '@mulin/kernel';
import type { Event } from './clocks/clock-events.js';
import { type Step, stepName } from './clocks/terms.js';

type TermsSet = Extract<Event, { type: 'TermsSet' }>['data'];

/** Its moment, its threshold, and to whom. */
type StoredStep = readonly [at: Step['at'], threshold: string, to: string];
type StoredTerms = Omit<TermsSet, 'ladder'> & Readonly<{ ladder: readonly (StoredStep | Step)[] }>;

/** Steps of before were called by their place in a ladder: these stay as they are. */
const storedStep = (clock: string, { step, at, to, ...more }: Step): StoredStep | Step => {
  const threshold = step.slice(clock.length + 1, -to.length - 1);
  const isImplied = step === stepName(clock, threshold, to) && Object.keys(more).length === 0;
  return isImplied ? [at, threshold, to] : { step, at, to, ...more };
};

const stepOf = (clock: string, stored: StoredStep | Step): Step => {
  if ('step' in stored) return stored;
  const [at, threshold, to] = stored;
  return { step: stepName(clock, threshold, to), at, to };
};

/** Most terms are the first of their clock, and so their own due moment holds. */
const usual = withoutImplied<Pick<TermsSet, 'dueAt' | 'since'>>(({ dueAt, since }) => ({
  owedBy: dueAt,
  startedAt: since,
  provisional: false,
}));

const storedTerms: StoredForm = {
  down: (data: TermsSet, event) => {
    const ladder = data.ladder.map((step) => storedStep(data.clock, step));
    return usual.down({ ...data, ladder } as never, event);
  },
  up: (stored: StoredTerms, event) => {
    const ladder = stored.ladder.map((step) => stepOf(stored.clock, step));
    return usual.up({ ...stored, ladder } as never, event);
  },
};

/** Version 1 said everything, and version 3 does again; version 2 is what is stored of it. */
export const upcasts = { TermsSet: [storedTerms.down, storedTerms] } satisfies Upcasts;
