/** One duty of a roster that is being changed: when it is, and what can be done with it. */
import { ActionIcon, Group, NativeSelect, Paper, Text, TextInput } from '@mantine/core';
import { IconArrowUp, IconX } from '@tabler/icons-react';
import { useLanguage } from '../../../app/texts';
import { usePersonName } from '../../../parts/people';
import { useWords } from '../../../parts/words';
import type { Entered, Shift } from './entered';

import { useRosterTexts } from './texts';

type Props = Readonly<{
  it: Entered;
  shifts: readonly Shift[];
  isFirst: boolean;
  /** That a time in it is missing, or none. */
  lacksTime: boolean;
  change: (some: Partial<Entered>) => void;
  moveUp: () => void;
  remove: () => void;
}>;

export const DutyFields = ({ it, shifts, isFirst, lacksTime, change, moveUp, remove }: Props) => {
  const say = useRosterTexts();
  const language = useLanguage();
  const personName = usePersonName();
  const name = it.name?.[language] ?? personName(it.account);
  const words = useWords();
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
    <Paper withBorder p="sm" component="li" data-account={it.account}>
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Text fw={600}>
          {name} · {words.role(it.role)}
        </Text>
        <Group gap="xs" wrap="nowrap">
          {!isFirst && (
            <ActionIcon variant="default" size={36} aria-label={say('asFirst', { name })} onClick={moveUp}>
              <IconArrowUp size={18} aria-hidden />
            </ActionIcon>
          )}
          <ActionIcon variant="default" size={36} aria-label={say('remove', { name })} onClick={remove}>
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <Group align="flex-end" gap="sm">
        {shifts.length > 0 && (
          <NativeSelect
            label={say('shift')}
            data={[
              { value: '', label: say('roundTheClock') },
              ...shifts.map(({ id, when }) => ({ value: id, label: say(when, { id }) })),
            ]}
            value={it.shift ?? ''}
            onChange={({ currentTarget }) =>
              change({ shift: currentTarget.value === '' ? null : currentTarget.value })
            }
          />
        )}
        {time('from', say('begins'))}
        {time('until', say('ends'))}
      </Group>
      {it.turn !== null && (
        <Text size="sm" c="dimmed" mt="xs">
          {say('turn', { days: it.turn.days, every: it.turn.every })}
        </Text>
      )}
    </Paper>
  );
};
