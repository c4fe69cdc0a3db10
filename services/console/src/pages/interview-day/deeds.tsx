/** Somebody comes without a booking; a day is called off. */
import { Button, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answerOf, api, type Schemas } from '../../api/client';
import { useCommand } from '../../api/command';
import { useLanguage } from '../../app/texts';
import { ConfirmButton } from '../../parts/confirm';
import { useDraft } from '../../parts/draft';
import { Refusal } from '../../parts/refusal';
import { momentIn } from '../../parts/time';
import type { Booking, Day } from './read';
import { useTexts } from './texts';

const orNone = (name: string, value: string) => (value.trim() === '' ? {} : { [name]: value.trim() });

const nobody = { name: '', phone: '', topic: '' };

export const WalkIn = ({ day, close }: Readonly<{ day: string; close: () => void }>) => {
  const say = useTexts();
  const draftName = `walk-in-${day}`;
  const { draft, change } = useDraft(draftName, nobody);
  const { name, phone, topic } = draft;
  const command = useCommand<void, Booking>(
    (_, header) =>
      api.POST('/api/v1/interview-days/{day}/walk-ins', {
        params: { path: { day }, header },
        body: { name: name.trim(), ...orNone('phone', phone), ...orNone('topic', topic), cases: [] },
      }),
    { name: draftName, done: close },
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    command.mutate();
  };
  return (
    <form onSubmit={send}>
      <Stack>
        <div className="two">
          <TextInput
            label={say('name')}
            value={name}
            onChange={({ currentTarget }) => change({ name: currentTarget.value })}
            autoComplete="off"
            required
          />
          <TextInput
            type="tel"
            label={say('phone')}
            value={phone}
            onChange={({ currentTarget }) => change({ phone: currentTarget.value })}
            autoComplete="off"
          />
        </div>
        <Textarea
          label={say('topic')}
          value={topic}
          onChange={({ currentTarget }) => change({ topic: currentTarget.value })}
          autosize
          minRows={2}
        />
        <Refusal error={command.error} />
        <Button type="submit" loading={command.isPending}>
          {say('receive')}
        </Button>
      </Stack>
    </form>
  );
};

export const CallOff = ({ it }: Readonly<{ it: Day }>) => {
  const say = useTexts();
  const language = useLanguage();
  const [toDay, setToDay] = useState('');
  const { data } = useQuery({
    queryKey: ['interview-days-after', it.area, it.date],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/interview-days', { params: { query: { area: it.area, from: it.date, limit: 50 } } }),
      ),
  });
  const others = (data?.items ?? []).filter(({ day, isCalledOff }) => day !== it.day && !isCalledOff);
  const choices = others.map(({ day, date, place, slots }) => ({
    value: day,
    label: `${slots[0] === undefined ? date : momentIn(language, slots[0].from)} · ${place}`,
  }));
  const command = useCommand<void, Schemas['InterviewDayOfStaff']>((_, header) =>
    api.POST('/api/v1/interview-days/{day}/calling-off', {
      params: { path: { day: it.day }, header },
      body: { toDay: toDay === '' ? null : toDay },
    }),
  );
  return (
    <ConfirmButton
      label={say('callOff')}
      sentence={say('callOffSentence')}
      isGrave
      command={command}
      onConfirm={(done) => command.mutate(undefined, { onSuccess: done })}
    >
      <Select
        label={say('toDay')}
        data={[{ value: '', label: say('nowhere') }, ...choices]}
        value={toDay}
        onChange={(value) => setToDay(value ?? '')}
        allowDeselect={false}
      />
    </ConfirmButton>
  );
};
