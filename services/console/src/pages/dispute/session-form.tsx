/** When and where people meet; a time that is taken already is said here, and what was chosen stays. */
import { Button, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client';
import { useCommand } from '../../api/command';
import { useMeetingPlaces } from '../../parts/places';
import { Refusal } from '../../parts/refusal';
import { dayAfter, momentOf, useTownClock } from '../../parts/town-clock';
import { type Dispute, useHere } from './here';
import { useMeetingTexts } from './meeting-texts';

type Session = Dispute['sessions'][number];
type Meeting = Readonly<{ from: string; until: string; place: string }>;

const usePlanning = (moved: Session | null, close: () => void) => {
  const { it } = useHere();
  return useCommand<Meeting, Dispute>(
    (body, header) =>
      moved === null
        ? api.POST('/api/v1/disputes/{dispute}/sessions', {
            params: { path: { dispute: it.disputeId }, header },
            body,
          })
        : api.POST('/api/v1/disputes/{dispute}/sessions/{session}/time', {
            params: { path: { dispute: it.disputeId, session: moved.session }, header },
            body,
          }),
    { done: close },
  );
};

const firstOf = (moved: Session | null, today: string, place: string | undefined) => ({
  day: moved?.from.slice(0, 10) ?? dayAfter(today, 1),
  from: moved?.from.slice(11, 16) ?? '09:00',
  until: moved?.until.slice(11, 16) ?? '10:30',
  place: moved?.place ?? place ?? 'elsewhere',
});

/** `moved`: a session that is to be held at another time; `null`: another one. */
export const SessionForm = ({ moved, close }: Readonly<{ moved: Session | null; close: () => void }>) => {
  const say = useMeetingTexts();
  const { zone, today } = useTownClock();
  const { choices } = useMeetingPlaces();
  const [own, setOwn] = useState<Readonly<Partial<ReturnType<typeof firstOf>>>>({});
  const form = { ...firstOf(moved, today, choices[0]?.value), ...own };
  const command = usePlanning(moved, close);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const [from, until] = [form.from, form.until].map((time) => momentOf(zone, `${form.day}T${time}`) ?? '');
    command.mutate({ from: from ?? '', until: until ?? '', place: form.place });
  };
  const field = (name: 'day' | 'from' | 'until', type: 'date' | 'time') => (
    <TextInput
      type={type}
      label={say(name)}
      value={form[name]}
      onChange={({ currentTarget }) => setOwn({ ...own, [name]: currentTarget.value })}
      error={command.error !== null}
      required
    />
  );
  return (
    <form onSubmit={send}>
      <Stack align="stretch">
        <div className="three">
          {field('day', 'date')}
          {field('from', 'time')}
          {field('until', 'time')}
        </div>
        <Select
          label={say('place')}
          data={choices}
          value={form.place}
          onChange={(place) => setOwn({ ...own, place: place ?? form.place })}
          allowDeselect={false}
        />
        <Refusal error={command.error} />
        <Button type="submit" loading={command.isPending}>
          {say(moved === null ? 'book' : 'move')}
        </Button>
      </Stack>
    </form>
  );
};
