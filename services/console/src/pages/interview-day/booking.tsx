/** The desk books for whoever calls; a booking goes to another slot, is given up, or is said to be about cases. */
import { Button, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { hasRight } from '@mulin/kernel';
import { townNow } from '../../api/clock';
import { api } from '../../api/client';
import { useCommand } from '../../api/command';
import type { Session } from '../../api/session';
import { CaseChoice } from '../../parts/case-choice';
import { ConfirmButton } from '../../parts/confirm';
import { useDraft } from '../../parts/draft';
import { Fold } from '../../parts/fold';
import { Refusal } from '../../parts/refusal';
import type { Booking, Day } from './read';
import { useTexts } from './texts';

type Slot = Day['slots'][number];

const isToCome = ({ from }: Slot): boolean => Date.parse(from) > townNow();

type SlotProps = Readonly<{ slots: readonly Slot[]; value: string; choose: (slot: string) => void }>;

const SlotChoice = ({ slots, value, choose }: SlotProps) => {
  const say = useTexts();
  if (slots.length === 0) return <Text>{say('slotNone')}</Text>;
  return (
    <Radio.Group label={say('slot')} value={value} onChange={choose} required>
      <Stack gap={2}>
        {slots.map(({ slot, from, until, free }) => (
          <Radio
            key={slot}
            value={String(slot)}
            classNames={{ body: 'radio-row' }}
            label={say('slotFree', { from: from.slice(11, 16), until: until.slice(11, 16), free })}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
};

const openSlots = ({ slots }: Day): readonly Slot[] => slots.filter((it) => it.free > 0 && isToCome(it));

type Sends = Readonly<{
  label: string;
  isReady: boolean;
  command: Readonly<{ mutate: () => void; isPending: boolean; error: Error | null }>;
  children: ReactNode;
}>;

const Form = ({ label, isReady, command, children }: Sends) => {
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) command.mutate();
  };
  return (
    <form onSubmit={send}>
      <Stack>
        {children}
        <Refusal error={command.error} />
        <Button type="submit" disabled={!isReady} loading={command.isPending}>
          {label}
        </Button>
      </Stack>
    </form>
  );
};

type Caller = Readonly<{
  slot: string;
  name: string;
  phone: string;
  topic: string;
  cases: readonly string[];
}>;

const nobody: Caller = { slot: '', name: '', phone: '', topic: '', cases: [] };

export const BookFor = ({ it, close }: Readonly<{ it: Day; close: () => void }>) => {
  const say = useTexts();
  const draftName = `book-for-${it.day}`;
  const { draft: who, change } = useDraft(draftName, nobody);
  const { slot, cases } = who;
  const slots = openSlots(it);
  const topic = who.topic.trim();
  const command = useCommand<void, Booking>(
    (_, header) =>
      api.POST('/api/v1/interview-days/{day}/bookings', {
        params: { path: { day: it.day }, header },
        body: {
          ...{ slot: Number(slot), name: who.name.trim(), phone: who.phone.trim(), cases: [...cases] },
          ...(topic === '' ? {} : { topic }),
        },
      }),
    { name: draftName, done: close },
  );
  const line = (name: 'name' | 'phone') => (
    <TextInput
      type={name === 'phone' ? 'tel' : 'text'}
      label={say(name)}
      value={who[name]}
      onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
      autoComplete="off"
      required
    />
  );
  // What was chosen when this was begun may be full by now.
  const isFree = slots.some((one) => String(one.slot) === slot);
  const isReady = isFree && who.name.trim() !== '' && who.phone.trim() !== '';
  return (
    <Form label={say('bookSend')} isReady={isReady} command={command}>
      <SlotChoice slots={slots} value={slot} choose={(chosen) => change({ slot: chosen })} />
      <div className="two">
        {line('name')}
        {line('phone')}
      </div>
      <Textarea
        label={say('topic')}
        value={who.topic}
        onChange={({ currentTarget }) => change({ topic: currentTarget.value })}
        autosize
        minRows={2}
      />
      <CaseChoice label={say('aboutCases')} value={cases} change={(chosen) => change({ cases: chosen })} />
    </Form>
  );
};

type Of = Readonly<{ booking: Booking; close: () => void }>;

const Move = ({ booking, it, close }: Of & Readonly<{ it: Day }>) => {
  const say = useTexts();
  const [slot, setSlot] = useState('');
  const path = { day: booking.day, booking: booking.booking };
  const command = useCommand<void, Booking>(
    (_, header) =>
      api.POST('/api/v1/interview-days/{day}/bookings/{booking}/slot', {
        params: { path, header },
        body: { slot: Number(slot) },
      }),
    { done: close },
  );
  return (
    <Form label={say('move')} isReady={slot !== ''} command={command}>
      <SlotChoice
        slots={openSlots(it).filter((one) => one.slot !== booking.slot)}
        value={slot}
        choose={setSlot}
      />
    </Form>
  );
};

const NameCases = ({ booking, close }: Of) => {
  const say = useTexts();
  const [cases, setCases] = useState<readonly string[]>([]);
  const path = { day: booking.day, booking: booking.booking };
  const command = useCommand<void, Booking>(
    (_, header) =>
      api.POST('/api/v1/interview-days/{day}/bookings/{booking}/cases', {
        params: { path, header },
        body: { cases: [...cases] },
      }),
    { done: close },
  );
  return (
    <Form label={say('casesSend')} isReady={cases.length > 0} command={command}>
      <CaseChoice label={say('aboutCases')} value={cases} change={setCases} />
    </Form>
  );
};

const Cancel = ({ booking }: Pick<Of, 'booking'>) => {
  const say = useTexts();
  const path = { day: booking.day, booking: booking.booking };
  const command = useCommand<void, Booking>((_, header) =>
    api.POST('/api/v1/interview-days/{day}/bookings/{booking}/cancellation', { params: { path, header } }),
  );
  return (
    <ConfirmButton
      label={say('giveUp')}
      sentence={say('giveUpSentence')}
      isGrave
      command={command}
      onConfirm={(done) => command.mutate(undefined, { onSuccess: done })}
    />
  );
};

/** What is done with a booking before the interview: by the desk for whoever calls, by whoever receives them. */
export const BookingDeeds = ({
  booking,
  it,
  session,
}: Readonly<{ booking: Booking; it: Day; session: Session }>) => {
  const say = useTexts();
  const isComing = booking.state === 'booked';
  if (!isComing && booking.state !== 'here') return null;
  return (
    <Group align="flex-start" gap="xs">
      <Fold label={say('nameCases')}>{(close) => <NameCases booking={booking} close={close} />}</Fold>
      {isComing && hasRight('interview.move', session) && (
        <Fold label={say('move')}>{(close) => <Move booking={booking} it={it} close={close} />}</Fold>
      )}
      {isComing && hasRight('interview.book', session) && <Cancel booking={booking} />}
    </Group>
  );
};
