/** One figure: a share, or of few cases the interval in which it lies; of how many; and the cases behind it. */
import { Link } from 'wouter';
import { useLanguage } from '../../app/texts';
import { casesOf, type Conditions, leastToTell, type Measure, type Rate } from './find';
import { useTexts } from './texts';

/** Says a share as the reader writes it: `87.3 %`, `87.3%`. */
export const usePercent = () => {
  const sign = useLanguage() === 'zh' ? '%' : ' %';
  return (share: number): string => `${Math.round(share * 1_000) / 10}${sign}`;
};

const figuresOf = (rate: Rate, kind: Conditions['kind'], measure: Measure) => {
  const isRaw = kind === 'raw';
  const figures = isRaw ? rate : rate.adjusted;
  const interval = isRaw ? rate.interval : rate.interval.adjusted;
  return { share: figures[measure], count: figures.counts[measure], interval: interval[measure] };
};

/** From 0 to 100 %, wherever the reader's language begins: a line for the interval and a dot for the share. */
const Scale = ({ low, high, share }: Readonly<{ low: number; high: number; share: number }>) => (
  <svg viewBox="0 0 100 6" preserveAspectRatio="none" className="rate-scale" aria-hidden>
    <rect x={0} y={2.5} width={100} height={1} className="rate-scale-ground" />
    <rect
      x={low * 100}
      y={1}
      width={Math.max((high - low) * 100, 1)}
      height={4}
      className="rate-scale-interval"
    />
    <rect x={share * 100 - 0.75} y={0} width={1.5} height={6} className="rate-scale-share" />
  </svg>
);

type Props = Readonly<{ rate: Rate; measure: Measure; conditions: Conditions; of: string }>;

export const Figure = ({ rate, measure, conditions, of }: Props) => {
  const say = useTexts();
  const percent = usePercent();
  const { kind } = conditions;
  const { share, count, interval } = figuresOf(rate, kind, measure);
  const otherKind = kind === 'raw' ? 'adjusted' : 'raw';
  const other = figuresOf(rate, otherKind, measure).share;
  if (share === null || interval === null) return <span className="rate-none">{say('nothing')}</span>;
  const [low, high] = interval as [number, number];
  const range = say('interval', { low: percent(low), high: percent(high) });
  const isFew = count.of < leastToTell;
  const shown = isFew ? `${Math.round(low * 100)}–${percent(Math.round(high * 100) / 100)}` : percent(share);
  return (
    <div className="rate-figure">
      <Link
        href={casesOf(conditions, rate, measure)}
        className={isFew ? 'number rate-few' : 'number rate-share'}
        aria-label={`${of}, ${say(measure)}: ${shown}`}
        title={range}
      >
        {shown}
      </Link>
      <Scale low={low} high={high} share={share} />
      <span className="rate-of">
        {say(measure === 'onTime' ? 'ofDeadlines' : 'from', { yes: count.yes, of: count.of })}
        {count.yes < count.of && (
          <>
            {' · '}
            <Link href={casesOf(conditions, rate, measure, true)}>
              {say('missed', { count: count.of - count.yes })}
            </Link>
          </>
        )}
        {other !== null && Math.abs(other - share) > 0.0005 && (
          <>
            <br />
            {say('other', { kind: say(otherKind), figure: percent(other) })}
          </>
        )}
      </span>
    </div>
  );
};
