/** Somebody is away: who, from when until when, and who has their duties meanwhile. */
import { Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api, type Schemas } from '../../api/client';
import { useCommand } from '../../api/command';
import { useDraft } from '../../parts/draft';
import { Finder } from '../../parts/finder';
import { Refusal } from '../../parts/refusal';
import { momentOf, useTownClock } from '../../parts/town-clock';
import { useLeaveTexts } from './leave-texts';
import { usePeopleChoices } from './people';

type Form = Readonly<{
  account: string | null;
  standIn: string | null;
  nobody: boolean;
  isNow: boolean;
  from: string;
  isOpen: boolean;
  until: string;
}>;

const draftName = 'leave';

const empty: Form = {
  account: null,
  standIn: null,
  nobody: false,
  isNow: true,
  from: '',
  isOpen: true,
  until: '',
};

type Times = Readonly<{ from?: string; until?: string }>;

/** `null`: a time was wanted and is none. */
const timesOf = ({ isNow, from, isOpen, until }: Form, zone: string): Times | null => {
  const begin = isNow ? undefined : momentOf(zone, from);
  const end = isOpen ? undefined : momentOf(zone, until);
  if (begin === null || end === null) return null;
  return { ...(begin === undefined ? {} : { from: begin }), ...(end === undefined ? {} : { until: end }) };
};

/** What is written, what becomes of it, and whether a time is missing. */
const useRecording = (close: () => void) => {
  const { draft: form, change, clear } = useDraft<Form>(draftName, empty);
  const { zone } = useTownClock();
  const [lacksTime, setLacksTime] = useState(false);
  const command = useCommand<Times, unknown>(
    (times, header) =>
      api.POST('/api/v1/leave', {
        params: { header },
        body: {
          account: form.account ?? '',
          ...(form.nobody || form.standIn === null ? {} : { standIn: form.standIn }),
          nobodyStandsIn: form.nobody,
          ...times,
        },
      }),
    {
      name: draftName,
      done: () => {
        clear();
        close();
      },
    },
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    const times = timesOf(form, zone);
    setLacksTime(times === null);
    if (times !== null) command.mutate(times);
  };
  return { form, change, command, send, lacksTime };
};

type Props = Readonly<{ people: readonly Schemas['PersonOnDuty'][]; close: () => void }>;

export const RecordLeave = ({ people, close }: Props) => {
  const say = useLeaveTexts();
  const choices = usePeopleChoices(people);
  const { form, change, command, send, lacksTime } = useRecording(close);
  const time = (name: 'from' | 'until') => (
    <TextInput
      type="datetime-local"
      label={say(name)}
      value={form[name]}
      error={lacksTime && form[name] === '' ? say('noTime') : undefined}
      onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
      required
    />
  );
  const finder = (name: 'account' | 'standIn', label: string, among: typeof choices) => (
    <Finder
      label={label}
      placeholder={say('find')}
      nothingFoundMessage={say('none')}
      choices={among}
      value={form[name]}
      onChange={(value) => change({ [name]: value })}
      required
    />
  );
  const box = (name: 'nobody' | 'isNow' | 'isOpen', label: string, description?: string) => (
    <Checkbox
      label={label}
      description={description}
      checked={form[name]}
      onChange={({ currentTarget }) => change({ [name]: currentTarget.checked })}
    />
  );
  return (
    <form onSubmit={send}>
      <Stack maw={560}>
        {finder('account', say('who'), choices)}
        {!form.nobody &&
          finder(
            'standIn',
            say('standIn'),
            choices.filter(({ value }) => value !== form.account),
          )}
        {box('nobody', say('nobody'), say('nobodyHint'))}
        {box('isNow', say('fromNow'))}
        {!form.isNow && time('from')}
        {box('isOpen', say('openEnd'))}
        {!form.isOpen && time('until')}
        <Text size="sm" c="dimmed">
          {say('whatHappens')}
        </Text>
        <Refusal error={command.error} />
        <Button type="submit" loading={command.isPending}>
          {say('send')}
        </Button>
      </Stack>
    </form>
  );
};
