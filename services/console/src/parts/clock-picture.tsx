/** How a deadline was counted: a bar from its start to its due, and the same as sentences for whoever does not see it. */
import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { answerOf, api, type Schemas } from '../api/client';
import { textsOf, useLanguage } from '../app/texts';
import { Asked } from './asked';
import { Moment, momentIn, useNow, useSpan } from './time';

type Clock = Schemas['ExplainedClock'];
type Interval = Schemas['CountedInterval'];

const useTexts = textsOf('clock-picture', {
  en: {
    show: 'How it was counted',
    hide: 'Hide',
    none: 'This deadline was set by somebody; nothing was counted.',
    sum: '{{amount}} {{unit}} from {{from}} until {{to}}.',
    list: 'Every stretch, one by one',
    merged: 'Counted anew after two cases became one, on {{at}}.',
    reclassified: 'Counted anew after the kind of demand was corrected, on {{at}}.',
    'working-second': 'working seconds',
    'working-minute': 'working minutes',
    'working-hour': 'working hours',
    'working-day': 'working days',
    'calendar-day': 'calendar days',
    hour: 'hours',
    gone: 'Nothing more is known of this deadline.',
  },
  zh: {
    show: '时限如何计算',
    hide: '收起',
    none: '该时限由人员指定，未经计算。',
    sum: '自{{from}}至{{to}}，共计{{amount}}{{unit}}。',
    list: '逐段列出',
    merged: '并案后重新计算，时间：{{at}}。',
    reclassified: '更正事项后重新计算，时间：{{at}}。',
    'working-second': '秒工作时间',
    'working-minute': '分钟工作时间',
    'working-hour': '小时工作时间',
    'working-day': '个工作日',
    'calendar-day': '天',
    hour: '小时',
    gone: '没有该时限的计算记录。',
  },
});

const lengthOf = ({ from, to }: Interval): number => Date.parse(to) - Date.parse(from);

/** What counts and what does not, each with its reason and its whole length; the longest first. */
const summed = (intervals: readonly Interval[]) => {
  const sums = new Map<string, { text: string; counts: boolean; ms: number }>();
  for (const it of intervals) {
    const key = `${it.counts}-${it.text}`;
    const sum = sums.get(key) ?? { text: it.text, counts: it.counts, ms: 0 };
    sums.set(key, { ...sum, ms: sum.ms + lengthOf(it) });
  }
  return [...sums.values()].sort((a, b) => Number(b.counts) - Number(a.counts) || b.ms - a.ms);
};

/** Drawn on a line of so many units; what is shorter than one is drawn as one, so that it is seen. */
const width = 1_000;

const Bar = ({ clock, label }: Readonly<{ clock: Clock; label: string }>) => {
  const now = useNow();
  const start = Date.parse(clock.startedAt);
  const end = Math.max(Date.parse(clock.due), ...clock.intervals.map(({ to }) => Date.parse(to)));
  const at = (moment: number): number => ((moment - start) / Math.max(end - start, 1)) * width;
  return (
    <svg
      viewBox={`0 0 ${width} 30`}
      preserveAspectRatio="none"
      className="clock-bar"
      role="img"
      aria-label={label}
    >
      <rect x={0} y={5} width={width} height={20} className="clock-bar-ground" />
      {clock.intervals.map((it) => (
        <rect
          key={it.from}
          x={at(Date.parse(it.from))}
          y={5}
          width={Math.max(at(Date.parse(it.to)) - at(Date.parse(it.from)), 1)}
          height={20}
          className={it.counts ? 'clock-bar-counts' : 'clock-bar-skips'}
        >
          <title>{it.text}</title>
        </rect>
      ))}
      {clock.state === 'running' && now > start && now < end && (
        <rect x={at(now) - 2} y={0} width={4} height={30} className="clock-bar-now" />
      )}
    </svg>
  );
};

/** Each reason says itself whether it counts. */
const Sums = ({ intervals }: Pick<Clock, 'intervals'>) => {
  const span = useSpan();
  return (
    <ul className="plain clock-sums">
      {summed(intervals).map(({ text, counts, ms }) => (
        <li key={`${counts}-${text}`}>
          <span className={counts ? 'clock-key is-counted' : 'clock-key'} aria-hidden />
          <span>{text}</span>
          <span className="number">{span(ms)}</span>
        </li>
      ))}
    </ul>
  );
};

const Stretches = ({ intervals }: Pick<Clock, 'intervals'>) => {
  const say = useTexts();
  return (
    <details>
      <summary>{say('list')}</summary>
      <ol className="plain clock-stretches">
        {intervals.map((it) => (
          <li key={it.from} className={it.counts ? 'is-counted' : undefined}>
            <Moment at={it.from} /> – <Moment at={it.to} />
            <br />
            {it.text}
          </li>
        ))}
      </ol>
    </details>
  );
};

const Explained = ({ clock }: Readonly<{ clock: Clock }>) => {
  const say = useTexts();
  const language = useLanguage();
  const { unit, amount, because, since, intervals } = clock;
  if (unit === null) return <Text size="sm">{say('none')}</Text>;
  const sum = say('sum', {
    amount: amount ?? '–',
    unit: say(unit),
    from: momentIn(language, clock.startedAt),
    to: momentIn(language, clock.due),
  });
  return (
    <Stack gap={6}>
      <Text size="sm">{sum}</Text>
      {because !== 'started' && <Text size="sm">{say(because, { at: momentIn(language, since) })}</Text>}
      <Bar clock={clock} label={sum} />
      <Sums intervals={intervals} />
      <Stretches intervals={intervals} />
    </Stack>
  );
};

type Props = Readonly<{ caseId: string; name: string; startedAt: string | null }>;

const Picture = ({ caseId, name, startedAt }: Props) => {
  const say = useTexts();
  const language = useLanguage();
  const asked = useQuery({
    queryKey: ['clock-explanation', caseId, language],
    queryFn: () =>
      answerOf(api.GET('/api/v1/cases/{caseId}/clocks/explanation', { params: { path: { caseId } } })),
  });
  return (
    <Asked of={asked}>
      {({ clocks }) => {
        const same = clocks.filter((clock) => clock.name === name);
        const clock = same.find((it) => it.startedAt === startedAt) ?? same.at(-1);
        return clock === undefined ? <Text size="sm">{say('gone')}</Text> : <Explained clock={clock} />;
      }}
    </Asked>
  );
};

/** Asked for on demand, since most deadlines need no explanation. */
export const ClockPicture = (props: Props) => {
  const say = useTexts();
  const id = useId();
  const [isShown, setShown] = useState(false);
  return (
    <div className="clock-picture">
      <Button
        variant="subtle"
        size="compact-sm"
        className="clock-picture-button"
        aria-expanded={isShown}
        aria-controls={id}
        onClick={() => setShown(!isShown)}
      >
        {say(isShown ? 'hide' : 'show')}
      </Button>
      <div id={id}>{isShown && <Picture {...props} />}</div>
    </div>
  );
};
