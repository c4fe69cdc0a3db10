/** What one asks, where, and with which photos; sent with one button under the thumb. */
import { Button, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import type { Schemas } from '../../api/client';
import { useCommand } from '../../api/command';
import { newKey } from '../../api/keys';
import { useLanguage } from '../../app/texts';
import { Page } from '../../parts/page';
import { Refusal } from '../../parts/refusal';
import { keep } from '../../resident/kept';
import { Photos } from '../../resident/photos';
import { Back } from './back';
import { Promised } from './promised';
import { type Draft, useDraft, wordsAtMost, wrongIn } from './draft';
import { PlaceOf } from './place';
import { isVisitOver, mayBeThere, type Order, sendOrder, type Sent } from './send';
import { useTexts } from './texts';

type Item = Schemas['MenuItem'];
type Parts = Readonly<{ draft: Draft; change: (part: Partial<Draft>) => void; isTried: boolean }>;

const useOrder = (item: Item) => {
  const [draft, set, forget] = useDraft();
  const [isTried, setTried] = useState(false);
  const [progress, told] = useState<Parameters<Order['told']>[0]>(null);
  const [, go] = useLocation();
  const command = useCommand<Order, Sent>(sendOrder, {
    done: () => {
      forget();
      go('/asked', { replace: true });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(wrongIn(draft)).some(Boolean)) {
      setTimeout(() => document.querySelector<HTMLElement>('[aria-invalid=true], [role=alert]')?.focus());
      return;
    }
    command.mutate(
      { item, draft, told },
      {
        onError: (error) => {
          if (isVisitOver(error)) keep('visit', null);
        },
      },
    );
  };
  // What was refused is changed before it is sent again: that is another demand, unless the town may have the one before.
  const change = (part: Partial<Draft>) => {
    const isRefused = command.error !== null && 'code' in command.error;
    set({ ...draft, ...part, ...(isRefused && !mayBeThere(draft) ? { key: newKey() } : {}) });
    if (isRefused) command.reset();
  };
  return { draft, change, isTried, progress, command, send };
};

const WordsOf = ({ draft, change, isTried }: Parts) => {
  const say = useTexts();
  const wrong = wrongIn(draft);
  const over = draft.words.trim().length - wordsAtMost;
  return (
    <Textarea
      size="md"
      label={say('words')}
      description={say('wordsHint')}
      value={draft.words}
      onChange={({ currentTarget }) => change({ words: currentTarget.value })}
      autosize
      minRows={4}
      maxRows={14}
      required
      error={wrong.length ? say('wordsLong', { over }) : isTried && wrong.words && say('wordsMissing')}
    />
  );
};

const ContactOf = ({ draft, change, isTried }: Parts) => {
  const say = useTexts();
  return (
    <Stack gap="sm" component="fieldset" className="field-set">
      <legend>{say('contact')}</legend>
      <Text size="sm" c="dimmed">
        {say('contactHint')}
      </Text>
      <TextInput
        size="md"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        label={say('phone')}
        placeholder={say('optional')}
        maxLength={40}
        value={draft.phone}
        onChange={({ currentTarget }) => change({ phone: currentTarget.value })}
        error={isTried && wrongIn(draft).phone && say('phoneWrong')}
      />
      <TextInput
        size="md"
        autoComplete="name"
        label={say('name')}
        placeholder={say('optional')}
        maxLength={100}
        value={draft.name}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
    </Stack>
  );
};

export const Form = ({ item }: Readonly<{ item: Item }>) => {
  const say = useTexts();
  const language = useLanguage();
  const { draft, change, isTried, progress, command, send } = useOrder(item);
  const parts = { draft, change, isTried };
  return (
    <Page title={item.name[language]} isNarrow>
      <Back />
      <form onSubmit={send} noValidate>
        <Stack gap="lg">
          <WordsOf {...parts} />
          <Photos photos={draft.photos} set={(photos) => change({ photos })} />
          <PlaceOf draft={draft} change={change} isPublic={item.public} />
          <ContactOf {...parts} />
          <Text size="sm" c="dimmed">
            {say('keptHint')}
          </Text>
          <Promised menuItem={item.id} />
          <div className="at-thumb">
            <Refusal error={command.error} />
            <Button type="submit" size="lg" fullWidth loading={command.isPending}>
              {say('send')}
            </Button>
            {command.isPending && (
              <Text size="sm" c="dimmed" ta="center" role="status">
                {progress === null ? say('sendingDemand') : say('sendingPhotos', progress)}
              </Text>
            )}
          </div>
        </Stack>
      </form>
    </Page>
  );
};
