/** One duty of a roster that is being changed: when it is, and what can be done with it. */
import { ActionIcon, Group, NativeSelect, Paper, Text, TextInput } from '@mantine/core';
import { IconArrowUp, IconX } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef } from 'react';
import { useLanguage } from '../../../app/texts';
import { usePersonName } from '../../../parts/people';
import { useWords } from '../../../parts/words';
import type { Entered, Shift } from './entered';
import { useRosterTexts } from './texts';

type Props = Readonly<{
  it: Entered;
  place: number;
  shifts: readonly Shift[];
  /** Whoever moved it or put it there goes on from here. */
  isFocused: boolean;
  /** That a time in it is missing, or none. */
  lacksTime: boolean;
  change: (some: Partial<Entered>) => void;
  moveUp: () => void;
  remove: () => void;
}>;

/** The element is focused when it is there, and again when it is somewhere else. */
const useFocused = (isFocused: boolean, place: number): RefObject<HTMLLIElement | null> => {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isFocused) row.current?.focus();
  }, [isFocused, place]);
  return row;
};

const Buttons = ({
  name,
  place,
  moveUp,
  remove,
}: Pick<Props, 'place' | 'moveUp' | 'remove'> & { name: string }) => {
  const say = useRosterTexts();
  return (
    <Group gap="xs" wrap="nowrap">
      {place > 0 && (
        <ActionIcon variant="default" size={44} aria-label={say('asFirst', { name })} onClick={moveUp}>
          <IconArrowUp size={18} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon variant="default" size={44} aria-label={say('remove', { name })} onClick={remove}>
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
};

const standings = ['party-member', 'volunteer', 'applicant'] as const;

const Hours = ({ it, shifts, lacksTime, change }: Pick<Props, 'it' | 'shifts' | 'lacksTime' | 'change'>) => {
  const say = useRosterTexts();
  const time = (field: 'from' | 'until', label: string) => (
    <TextInput
      type="datetime-local"
      label={label}
      value={it[field]}
      error={lacksTime && it[field] !== '' && it[field].length < 16 ? say('noTime') : undefined}
      onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
    />
  );
  return (
    <Group align="flex-end" gap="sm">
      {shifts.length > 0 && (
        <NativeSelect
          label={say('shift')}
          data={[
            { value: '', label: say('roundTheClock') },
            ...shifts.map(({ id, when }) => ({ value: id, label: say(when, { id }) })),
          ]}
          value={it.shift ?? ''}
          onChange={({ currentTarget: { value } }) => change({ shift: value === '' ? null : value })}
        />
      )}
      {it.role === 'helper' && (
        <NativeSelect
          label={say('standing')}
          data={[
            { value: '', label: say('noStanding') },
            ...standings.map((value) => ({ value, label: say(value) })),
          ]}
          value={it.standing ?? ''}
          onChange={({ currentTarget: { value } }) =>
            change({ standing: standings.find((one) => one === value) ?? null })
          }
        />
      )}
      {time('from', say('begins'))}
      {time('until', say('ends'))}
    </Group>
  );
};

export const DutyFields = ({ it, place, isFocused, moveUp, remove, ...hours }: Props) => {
  const say = useRosterTexts();
  const language = useLanguage();
  const personName = usePersonName();
  const words = useWords();
  const row = useFocused(isFocused, place);
  const name = it.name?.[language] ?? personName(it.account);
  return (
    <Paper withBorder p="sm" component="li" data-account={it.account} tabIndex={-1} ref={row}>
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Text fw={600}>
          {name} · {words.role(it.role)}
        </Text>
        <Buttons name={name} place={place} moveUp={moveUp} remove={remove} />
      </Group>
      <Hours it={it} {...hours} />
      {it.turn !== null && (
        <Text size="sm" c="dimmed" mt="xs">
          {say('turn', { days: it.turn.days, every: it.turn.every })}
        </Text>
      )}
    </Paper>
  );
};
