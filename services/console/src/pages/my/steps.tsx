/** Where a case is, as steps: which are over, which is now, and what is still to come. */
import { IconCheck } from '@tabler/icons-react';
import type { Schemas } from '../../api/client';
import { useTexts } from './texts';

type State = Schemas['MyCase']['state'];

const steps = ['stepRegistered', 'stepAsked', 'stepTaken', 'stepDone', 'stepRate', 'stepClosed'] as const;

/** Which step is now; what ended otherwise is at none. */
const placeOf: Readonly<Partial<Record<State, number>>> = {
  registered: 0,
  offered: 1,
  'with-arbiter': 1,
  taken: 2,
  finished: 3,
  verified: 4,
  closed: 5,
};

const standingAt = (nth: number, now: number): 'done' | 'now' | 'later' => {
  const isEnd = now === steps.length - 1;
  if (nth < now || isEnd) return 'done';
  return nth === now ? 'now' : 'later';
};

export const Steps = ({ state }: Readonly<{ state: State }>) => {
  const say = useTexts();
  const now = placeOf[state];
  if (now === undefined) return null;
  return (
    <ol className="steps">
      {steps.map((step, nth) => {
        const standing = standingAt(nth, now);
        return (
          <li
            key={step}
            className={`step step-${standing}`}
            aria-current={standing === 'now' ? 'step' : undefined}
          >
            <span className="step-mark" aria-hidden>
              {standing === 'done' ? <IconCheck size={16} /> : nth + 1}
            </span>
            <span>
              {say(step)} <span className="step-word">{say(standing)}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
};
