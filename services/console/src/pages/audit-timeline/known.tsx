/** What was known, entry by entry, with what became known in between marked; and the deadlines that changed. */
import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useSearchParams } from 'wouter';
import type { Schemas } from '../../api/client';
import { apart } from '../../app/apart';
import { useLanguage } from '../../app/texts';
import { Moment, momentIn } from '../../parts/time';
import { CaseStateBadge, useWords } from '../../parts/words';
import { type Clock, markedBetween, type Marked, movedClocks } from './difference';
import { useTexts } from './texts';

type Answer = Schemas['Timeline'];
type Props = Readonly<{ after: Answer; before: Answer | null; isCompared: boolean }>;

/** A millisecond before something was recorded, so that it is not known yet. */
const justBefore = (at: string): string => new Date(Date.parse(at) - 1).toISOString();

const Entry = ({ it: { entry, mark } }: Readonly<{ it: Marked }>) => {
  const say = useTexts();
  const [, setParams] = useSearchParams();
  const choose = (name: 'at' | 'before', value: string) =>
    setParams((params) => {
      const chosen = new URLSearchParams(params);
      chosen.set(name, value);
      return chosen;
    });
  return (
    <li className={`known known-${mark}`}>
      {mark !== 'same' && (
        <Badge variant="light" color={mark === 'new' ? 'town' : 'red'} tt="none">
          {say(mark)}
        </Badge>
      )}
      <Text className="told">{entry.text}</Text>
      <Text size="sm" c="dimmed">
        {say('happened')} <Moment at={entry.at} isDay={entry.isDay === true} /> · {say('recorded')}{' '}
        <Moment at={entry.recordedAt} /> · {apart(entry.actorName)}
      </Text>
      <Group gap="md">
        <button type="button" className="as-link known-do" onClick={() => choose('at', entry.recordedAt)}>
          {say('untilHere')}
        </button>
        <button
          type="button"
          className="as-link known-do"
          onClick={() => choose('before', justBefore(entry.recordedAt))}
        >
          {say('fromHere')}
        </button>
      </Group>
    </li>
  );
};

const useClockSentence = () => {
  const say = useTexts();
  const language = useLanguage();
  return (clock: Clock | null): string => {
    if (clock === null) return say('none');
    const { state, due } = clock;
    return due === null ? say(state) : say('due', { state: say(state), due: momentIn(language, due) });
  };
};

const Clocks = ({ before, after }: Readonly<{ before: Answer; after: Answer }>) => {
  const say = useTexts();
  const words = useWords();
  const sentence = useClockSentence();
  const moved = movedClocks(before, after);
  if (moved.length === 0) return <Text c="dimmed">{say('noChange')}</Text>;
  return (
    <table className="figures" aria-label={say('clocks')}>
      <thead>
        <tr>
          {(['clock', 'was', 'is'] as const).map((it) => (
            <th key={it} scope="col">
              {say(it)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {moved.map(({ name, before: was, after: is }) => (
          <tr key={`${name}-${(was ?? is)?.startedAt}`}>
            <th scope="row">{words.clock(name)}</th>
            <td data-label={say('was')}>{sentence(was)}</td>
            <td data-label={say('is')}>{sentence(is)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const nothing = { timeline: [], clocks: [] };

export const Known = ({ after, before, isCompared }: Props) => {
  const say = useTexts();
  const words = useWords();
  const marked = markedBetween(isCompared ? (before ?? nothing) : null, after);
  const fresh = marked.filter(({ mark }) => mark === 'new').length;
  const hasMoved = before !== null && before.state !== after.state;
  return (
    <Stack>
      <Group>
        <CaseStateBadge state={after.state} />
        {hasMoved && (
          <Text>
            {say('stateMoved', { before: words.state(before.state), after: words.state(after.state) })}
          </Text>
        )}
        {isCompared && <Text fw={600}>{say('newCount', { count: fresh })}</Text>}
      </Group>
      {before !== null && (
        <section aria-labelledby="changed-clocks">
          <Title order={2} size="h4" mb="xs" id="changed-clocks">
            {say('clocks')}
          </Title>
          <Clocks before={before} after={after} />
        </section>
      )}
      <section aria-labelledby="known">
        <Title order={2} size="h4" mb="xs" id="known">
          {say('timeline')}
        </Title>
        <ol className="plain">
          {marked.map((it, nth) => (
            <Entry key={`${it.entry.recordedAt}-${it.entry.type}-${nth}`} it={it} />
          ))}
        </ol>
      </section>
    </Stack>
  );
};
