/** A day is published by its hours: the slots follow from how long each is. */
import { Button, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api, type Schemas } from '../../api/client';
import { useCommand } from '../../api/command';
import { type Session } from '../../api/session';
import { PersonChoice } from '../../parts/person-choice';
import { Refusal } from '../../parts/refusal';
import { dayAfter, momentOf, useTownClock } from '../../parts/town-clock';
import { holdsDays, mayNameHost, useHostArea } from './host';
import { useTexts } from './texts';

type Day = Schemas['InterviewDayOfStaff'];
type Form = Readonly<{
  date: string;
  place: string;
  from: string;
  until: string;
  each: number;
  capacity: number;
  host: string;
}>;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((it) => String(it).padStart(2, '0')).join(':');

const mostSlots = 100;

const slotsOf = (zone: string, { date, from, until, each, capacity }: Form) => {
  const [first, end] = [minutesOf(from), minutesOf(until)];
  const count = each > 0 ? Math.min(mostSlots, Math.max(0, Math.floor((end - first) / each))) : 0;
  const at = (minutes: number) => momentOf(zone, `${date}T${timeOf(minutes)}`) ?? '';
  return Array.from({ length: count }, (_, nth) => ({
    from: at(first + nth * each),
    until: at(first + (nth + 1) * each),
    capacity,
  }));
};

const first = { place: '', from: '09:00', until: '11:30', each: 30, capacity: 1, host: '' };

const usePublish = (session: Session, close: () => void) => {
  const { zone, today } = useTownClock();
  const whoseOf = useHostArea(session);
  const [own, setOwn] = useState<Partial<Form>>({});
  const form: Form = { ...first, date: dayAfter(today, 7), ...own };
  const slots = slotsOf(zone, form);
  const command = useCommand<void, Day>(
    (_, header) =>
      api.POST('/api/v1/interview-days', {
        params: { header },
        body: { place: form.place.trim(), slots, ...whoseOf(form.host) },
      }),
    { done: close },
  );
  return { form, slots, command, today, change: (part: Partial<Form>) => setOwn({ ...own, ...part }) };
};

type HostProps = Readonly<{ session: Session; value: string; choose: (host: string) => void }>;

const Host = ({ session, value, choose }: HostProps) => {
  const say = useTexts();
  const isForOthers = session.role === 'hotline-clerk';
  if (!mayNameHost(session)) return null;
  return (
    <PersonChoice
      label={say('host')}
      description={say(isForOthers ? 'hostHint' : 'hostOwnHint')}
      value={value}
      choose={choose}
      isMeant={holdsDays(session)}
      isOptional={!isForOthers}
    />
  );
};

export const Publish = ({ session, close }: Readonly<{ session: Session; close: () => void }>) => {
  const say = useTexts();
  const { form, slots, command, today, change } = usePublish(session, close);
  const isForOthers = session.role === 'hotline-clerk';
  const send = (event: FormEvent) => {
    event.preventDefault();
    command.mutate();
  };
  const field = (name: 'date' | 'from' | 'until', type: 'date' | 'time') => (
    <TextInput
      type={type}
      label={say(name)}
      value={form[name]}
      {...(name === 'date' ? { min: today } : {})}
      onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
      required
    />
  );
  const number = (name: 'each' | 'capacity') => (
    <NumberInput
      label={say(name)}
      value={form[name]}
      min={1}
      onChange={(value) => change({ [name]: Number(value) })}
      required
    />
  );
  return (
    <form onSubmit={send}>
      <Stack>
        <div className="three">
          {field('date', 'date')}
          {field('from', 'time')}
          {field('until', 'time')}
        </div>
        <div className="two">
          {number('each')}
          {number('capacity')}
        </div>
        <TextInput
          label={say('place')}
          description={say('placeHint')}
          value={form.place}
          onChange={({ currentTarget }) => change({ place: currentTarget.value })}
          required
        />
        <Host session={session} value={form.host} choose={(host) => change({ host })} />
        <Text size="sm" role="status">
          {slots.length === 0
            ? say('noSlots')
            : say('slots', { count: slots.length, places: slots.length * form.capacity })}
        </Text>
        <Refusal error={command.error} />
        <Button
          type="submit"
          disabled={slots.length === 0 || (isForOthers && form.host === '')}
          loading={command.isPending}
        >
          {say('send')}
        </Button>
      </Stack>
    </form>
  );
};
