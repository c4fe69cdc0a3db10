/** Deadlines of a case: what is owed, by when, and whether it was kept. */
import { Badge, Group, Stack, Text } from '@mantine/core';
import type { Schemas } from '../api/client';
import { textsOf } from '../app/texts';
import { ClockPicture } from './clock-picture';
import { Due, Moment } from './time';
import { useWords } from './words';

type Clock = Pick<Schemas['Clock'], 'name' | 'startedAt' | 'due' | 'state' | 'verdict'>;

const useTexts = textsOf('clocks', {
  en: {
    none: 'No deadline runs.',
    met: 'kept',
    breached: 'missed',
    cancelled: 'called off',
    running: 'running',
    due: 'due',
    more: '{{count}} more that have ended',
  },
  zh: {
    none: '没有时限。',
    met: '按时',
    breached: '超期',
    cancelled: '已取消',
    running: '计时中',
    due: '到期',
    more: '另有 {{count}} 项已结束',
  },
});

const colours = { running: 'blue', met: 'town', breached: 'red', cancelled: 'gray' } as const;

/** So many are seen at once, and all that run; what ended long ago stands behind `more`. */
const most = 6;

/** What runs comes first, by when it is due; then what has ended, latest first. */
const inOrder = (clocks: readonly Clock[]) => {
  const due = ({ due: at }: Clock) => at ?? '';
  const running = clocks.filter(({ state }) => state === 'running');
  const over = clocks.filter(({ state }) => state !== 'running');
  const all = [
    ...running.sort((a, b) => due(a).localeCompare(due(b))),
    ...over.sort((a, b) => due(b).localeCompare(due(a))),
  ];
  const seen = Math.max(running.length, most);
  return { first: all.slice(0, seen), rest: all.slice(seen) };
};

type Props = Readonly<{
  clocks: readonly Clock[];
  /** Whose clocks these are, where the reader may see how they were counted. */
  caseId?: string;
}>;

const Line = ({ clock, caseId }: Readonly<{ clock: Clock; caseId: string | undefined }>) => {
  const say = useTexts();
  const words = useWords();
  return (
    <li>
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text fw={500} className="starts">
            {words.clock(clock.name)}
          </Text>
          {clock.due !== null && (
            <Text size="sm" c="dimmed">
              {say('due')} <Moment at={clock.due} />
            </Text>
          )}
        </div>
        {clock.state === 'running' ? (
          <Due at={clock.due} />
        ) : (
          <Badge variant="light" color={colours[clock.state]} tt="none">
            {say(clock.state)}
          </Badge>
        )}
      </Group>
      {caseId !== undefined && <ClockPicture caseId={caseId} name={clock.name} startedAt={clock.startedAt} />}
    </li>
  );
};

const Lines = ({ clocks, caseId }: Readonly<{ clocks: readonly Clock[]; caseId: string | undefined }>) => (
  <Stack gap="xs" component="ul" className="plain">
    {clocks.map((clock) => (
      <Line key={`${clock.name}-${clock.startedAt}`} clock={clock} caseId={caseId} />
    ))}
  </Stack>
);

export const ClockList = ({ clocks, caseId }: Props) => {
  const say = useTexts();
  if (clocks.length === 0) return <Text c="dimmed">{say('none')}</Text>;
  const { first, rest } = inOrder(clocks);
  return (
    <>
      <Lines clocks={first} caseId={caseId} />
      {rest.length > 0 && (
        <details className="more-actions">
          <summary>{say('more', { count: rest.length })}</summary>
          <Lines clocks={rest} caseId={caseId} />
        </details>
      )}
    </>
  );
};
