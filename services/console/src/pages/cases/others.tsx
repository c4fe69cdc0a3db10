/** The conditions with which one came from a map or a figure: each is said, and can be taken away. */
import { Button, Group } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useLanguage } from '../../app/texts';
import { useNames } from '../../parts/names';
import { dayIn } from '../../parts/time';
import { useTownClock } from '../../parts/town-clock';
import { dayAt } from '../../parts/town-days';
import { useWords } from '../../parts/words';
import { useTexts } from './texts';

/** What is taken away together, and its name. */
const periods = [
  { name: 'reportedIn', ends: ['from', 'to'] },
  { name: 'closedIn', ends: ['closedFrom', 'closedTo'] },
  { name: 'missedIn', ends: ['missedFrom', 'missedTo'] },
] as const;

type Shown = Readonly<{ names: readonly string[]; label: string }>;

const useShown = (params: URLSearchParams): readonly Shown[] => {
  const say = useTexts();
  const language = useLanguage();
  const names = useNames();
  const words = useWords();
  const { zone } = useTownClock();
  // A period ends before the last moment that it names.
  const dayOf = (at: string | null, less = 0) =>
    at === null ? '…' : dayIn(language, dayAt(zone, Date.parse(at) - less));
  const one = (name: string, says: (value: string) => string): readonly Shown[] => {
    const value = params.get(name);
    return value === null ? [] : [{ names: [name], label: says(value) }];
  };
  const spans = periods.flatMap(({ name, ends }): readonly Shown[] => {
    const days = ends.map((end) => params.get(end));
    if (days.every((it) => it === null)) return [];
    const [from = null, to = null] = days;
    return [{ names: ends, label: say(name, { from: dayOf(from), to: dayOf(to, 1) }) }];
  });
  return [
    ...one('open', () => say('onlyOpen')),
    ...one('escalated', () => say('onlyEscalated')),
    ...one('area', (path) => say('inArea', { name: names.area(path) })),
    ...one('grid', (id) => say('inGrid', { name: names.microGrid(id) })),
    ...one('menuItem', (id) => say('ofItem', { name: names.item(id) })),
    ...one('channel', (code) => say('byChannel', { name: words.channel(code) })),
    ...one('holder', (account) => say('ofHolder', { name: account })),
    ...spans,
  ];
};

type Props = Readonly<{ params: URLSearchParams; remove: (names: readonly string[]) => void }>;

export const Others = ({ params, remove }: Props) => {
  const say = useTexts();
  const shown = useShown(params);
  if (shown.length === 0) return null;
  return (
    <Group component="ul" gap="xs" mb="md" className="plain" aria-label={say('conditions')}>
      {shown.map(({ names, label }) => (
        <li key={names.join()}>
          <Button
            variant="light"
            size="compact-sm"
            rightSection={<IconX size={14} aria-hidden />}
            aria-label={say('takeAway', { condition: label })}
            onClick={() => remove(names)}
          >
            {label}
          </Button>
        </li>
      ))}
    </Group>
  );
};
