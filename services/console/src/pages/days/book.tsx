/** One takes a slot: as whose case, who comes, and what about. */
import { Alert, Button, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { answerOf } from '../../api/client';
import { useCommand } from '../../api/command';
import { useLanguage } from '../../app/texts';
import { useShellTexts } from '../../app/shell-texts';
import { Refusal } from '../../parts/refusal';
import { tell } from '../../parts/tell';
import { momentIn } from '../../parts/time';
import { Dialog } from '../../resident/dialog';
import { CodeForm } from '../../resident/code-form';
import { inOwnCase } from '../../resident/own-case';
import { useKept } from '../../resident/use-kept';
import type { Day } from './read';
import { useTexts } from './texts';

export type Chosen = Readonly<{ day: Day; slot: Day['slots'][number] }>;
type Draft = Readonly<{ name: string; phone: string; topic: string }>;
type Props = Readonly<{ chosen: Chosen; numbers: readonly string[]; known: () => void; close: () => void }>;

const phoneForm = /^[+(（]?[0-9][0-9 ()（）.·-]{3,28}$/;

const useBooking = ({ chosen: { day, slot }, close }: Props, number: string | undefined) => {
  const say = useTexts();
  const shell = useShellTexts();
  const language = useLanguage();
  const [draft, set, forget] = useKept<Draft>('book', { name: '', phone: '', topic: '' });
  const [isTried, setTried] = useState(false);
  const command = useCommand<string, unknown>(
    (own, header) =>
      inOwnCase(own, async ({ client }) => {
        const { name, phone, topic } = draft;
        const body = {
          slot: slot.slot,
          name: name.trim(),
          phone: phone.trim(),
          ...(topic.trim() === '' ? {} : { topic: topic.trim() }),
          cases: [own],
        };
        const params = { path: { day: day.day }, header };
        return {
          data: await answerOf(client.POST('/api/v1/interview-days/{day}/bookings', { params, body })),
        };
      }),
    {
      name: `book-${day.day}`,
      done: () => {
        forget();
        tell(say('done', { when: momentIn(language, slot.from) }), { close: shell('close') });
        close();
      },
    },
  );
  const wrong = { name: draft.name.trim() === '', phone: !phoneForm.test(draft.phone.trim()) };
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (number !== undefined && !wrong.name && !wrong.phone) command.mutate(number);
  };
  return { draft, set, wrong, isTried, command, send };
};

const Fields = ({ draft, set, wrong, isTried }: Omit<ReturnType<typeof useBooking>, 'command' | 'send'>) => {
  const say = useTexts();
  return (
    <>
      <TextInput
        size="md"
        label={say('name')}
        autoComplete="name"
        maxLength={200}
        required
        value={draft.name}
        onChange={({ currentTarget }) => set({ ...draft, name: currentTarget.value })}
        error={isTried && wrong.name && say('nameMissing')}
      />
      <TextInput
        size="md"
        type="tel"
        inputMode="tel"
        label={say('phone')}
        autoComplete="tel"
        maxLength={40}
        required
        value={draft.phone}
        onChange={({ currentTarget }) => set({ ...draft, phone: currentTarget.value })}
        error={isTried && wrong.phone && say('phoneWrong')}
      />
      <Textarea
        size="md"
        label={say('topic')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={20_000}
        value={draft.topic}
        onChange={({ currentTarget }) => set({ ...draft, topic: currentTarget.value })}
      />
      <Text size="sm" c="dimmed">
        {say('private')}
      </Text>
    </>
  );
};

const Form = (props: Props) => {
  const say = useTexts();
  const { numbers } = props;
  const [number, setNumber] = useState(numbers[0]);
  const { command, send, ...fields } = useBooking(props, number);
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <Radio.Group
          label={say('case')}
          description={say('bookHint')}
          value={number ?? ''}
          onChange={setNumber}
        >
          <Stack gap={0} mt="xs">
            {numbers.map((it) => (
              <Radio key={it} value={it} label={it} classNames={{ body: 'large-choice' }} />
            ))}
          </Stack>
        </Radio.Group>
        <Fields {...fields} />
        <Refusal error={command.error} />
        <Button type="submit" size="lg" loading={command.isPending}>
          {say('book')}
        </Button>
      </Stack>
    </form>
  );
};

export const Book = (props: Props) => {
  const say = useTexts();
  const language = useLanguage();
  const { chosen, numbers, known, close } = props;
  return (
    <Dialog isOpen close={close} title={say('bookTitle', { when: momentIn(language, chosen.slot.from) })}>
      {numbers.length > 0 ? (
        <Form {...props} />
      ) : (
        <Stack>
          <Text>{say('bookHint')}</Text>
          <CodeForm then={known} />
          <Alert color="gray">
            {say('noCase')} <Link href="/ask">{say('toAsk')}</Link>
          </Alert>
        </Stack>
      )}
    </Dialog>
  );
};
