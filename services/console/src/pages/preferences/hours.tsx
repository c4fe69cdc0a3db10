/** On which days, and at which hours, what can wait is told. */
import { Button, Checkbox, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { type Form, isOvernight, weekdays } from './form';
import { useTexts } from './texts';

type Props = Readonly<{ form: Form; change: (part: Partial<Form>) => void }>;

const Days = ({ form, change }: Props) => {
  const say = useTexts();
  return (
    <>
      <Radio.Group
        label={say('days')}
        value={form.isWorking ? 'working' : 'chosen'}
        onChange={(value) => change({ isWorking: value === 'working' })}
      >
        <Stack gap={2} mt={4}>
          {(['working', 'chosen'] as const).map((value) => (
            <Radio key={value} value={value} label={say(value)} classNames={{ body: 'radio-row' }} />
          ))}
        </Stack>
      </Radio.Group>
      {!form.isWorking && (
        <Group gap="xs" role="group" aria-label={say('chosen')}>
          {weekdays.map((day) => (
            <Checkbox
              key={day}
              label={say(day)}
              classNames={{ body: 'radio-row' }}
              checked={form.days.includes(day)}
              onChange={({ currentTarget: { checked } }) =>
                change({ days: weekdays.filter((it) => (it === day ? checked : form.days.includes(it))) })
              }
            />
          ))}
        </Group>
      )}
    </>
  );
};

const mostHours = 6;

const Digest = ({ form: { digestAt }, change }: Props) => {
  const say = useTexts();
  const put = (nth: number, by: readonly string[]) =>
    change({ digestAt: [...digestAt.slice(0, nth), ...by, ...digestAt.slice(nth + 1)] });
  return (
    <Stack gap="xs" role="group" aria-label={say('digest')}>
      <div>
        <Text size="sm" fw={500}>
          {say('digest')}
        </Text>
        <Text size="xs" c="dimmed">
          {say('digestHint')}
        </Text>
      </div>
      {digestAt.map((hour, nth) => (
        <Group key={nth} align="end" gap="xs">
          <TextInput
            type="time"
            label={say('digestHour', { nth: nth + 1 })}
            value={hour}
            onChange={({ currentTarget }) => put(nth, [currentTarget.value])}
            required
          />
          <Button variant="subtle" color="red" onClick={() => put(nth, [])}>
            {say('away')}
          </Button>
        </Group>
      ))}
      {digestAt.length < mostHours && (
        <Group>
          <Button variant="default" onClick={() => change({ digestAt: [...digestAt, '08:30'] })}>
            {say('digestAdd')}
          </Button>
        </Group>
      )}
    </Stack>
  );
};

export const Hours = (props: Props) => {
  const say = useTexts();
  const { form, change } = props;
  const hour = (name: 'from' | 'to') => (
    <TextInput
      type="time"
      label={say(name)}
      value={form[name]}
      onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
      required
    />
  );
  return (
    <Stack>
      <Days {...props} />
      <div>
        <div className="two">
          {hour('from')}
          {hour('to')}
        </div>
        <Text size="sm" c="dimmed" mt={4}>
          {isOvernight(form) ? `${say('overnight', { to: form.to })} ` : ''}
          {say('hoursHint')}
        </Text>
      </div>
      <Digest {...props} />
      <Text size="sm">{say('urgent')}</Text>
    </Stack>
  );
};
