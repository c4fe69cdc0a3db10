/** What was done on this device and is on its way to the town. */
import { Button, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import type { Entry } from '../../offline/database';
import { useOutbox, useSendNow } from '../../offline/use-outbox';
import { Empty } from '../../parts/asked';
import { EntryList } from '../../parts/entry-card';
import { Page } from '../../parts/page';
import { useTexts } from './texts';

const Part = ({ title, entries }: Readonly<{ title: string; entries: readonly Entry[] }>) =>
  entries.length === 0 ? null : (
    <section>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      <EntryList entries={entries} />
    </section>
  );

export const View = () => {
  const say = useTexts();
  const entries = useOutbox();
  const sendNow = useSendNow();
  const [isSending, setSending] = useState(false);
  const open = entries.filter(({ state }) => state !== 'sent');
  const sent = entries.filter(({ state }) => state === 'sent');
  // What comes after something that was refused is shown with it.
  const stuck = new Set(open.filter(({ state }) => state === 'refused').map(({ lane }) => lane));
  const send = async () => {
    setSending(true);
    await sendNow();
    setSending(false);
  };
  return (
    <Page title={say('title')} hint={say('hint')} isNarrow>
      <Stack gap="xl">
        {open.length === 0 && <Empty title={say('emptyTitle')} hint={say('emptyHint')} />}
        <Part title={say('refused')} entries={open.filter(({ lane }) => stuck.has(lane))} />
        <Part title={say('waiting')} entries={open.filter(({ lane }) => !stuck.has(lane))} />
        {open.length > 0 && (
          <Button size="lg" loading={isSending} onClick={() => void send()}>
            {say('sendNow')}
          </Button>
        )}
        <Part title={say('sent')} entries={[...sent].reverse()} />
      </Stack>
    </Page>
  );
};
