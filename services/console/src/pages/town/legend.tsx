/** What each colour of the map says, in numbers, and how many micro-grids have it. */
import { type Shade, classOf } from './classes';
import { useTexts } from './texts';

const useRange = () => {
  const say = useTexts();
  return ({ from, to }: Shade): string => {
    if (to === null) return say('more', { from });
    return from === to ? String(from) : say('range', { from, to });
  };
};

type Props = Readonly<{ classes: readonly Shade[]; counts: readonly number[] }>;

export const Legend = ({ classes, counts }: Props) => {
  const say = useTexts();
  const rangeOf = useRange();
  const withNone = counts.filter((count) => count === 0).length;
  return (
    <div className="legend">
      <span className="legend-title">{say('legend')}</span>
      <ul className="plain">
        <li>
          <span className="legend-none legend-key" aria-hidden />
          {say('none')} <span className="rate-of">{say('grids', { count: withNone })}</span>
        </li>
        {classes.map((it) => (
          <li key={it.from}>
            <svg viewBox="0 0 16 16" className="legend-key" aria-hidden>
              <rect width={16} height={16} fill={it.colour} />
            </svg>
            {rangeOf(it)}{' '}
            <span className="rate-of">
              {say('grids', { count: counts.filter((count) => classOf(classes, count) === it).length })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};
