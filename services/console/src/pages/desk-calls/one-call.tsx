/** One call: the number, what to read out, what was done, and what came of it. */
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { useLanguage } from '../../app/texts';
import { Asked } from '../../parts/asked';
import { momentIn } from '../../parts/time';
import { Timeline } from '../../parts/timeline';
import { useTimeline } from '../case/find';
import { Ask } from './ask';
import { useTown } from '../../api/town';
import { type ToCall, useListed, useWordsForCall, workOf } from './find';
import { useTexts } from './texts';

const Contact = ({ caseId }: Readonly<{ caseId: string }>) => {
  const say = useTexts();
  const [isWanted, setWanted] = useState(false);
  const asked = useWordsForCall(caseId, isWanted);
  useHotkeys([['c', () => setWanted(true)]]);
  if (!isWanted)
    return (
      <div>
        <Button leftSection={<IconPhone size={18} aria-hidden />} onClick={() => setWanted(true)}>
          {say('show')} <kbd className="key">C</kbd>
        </Button>
        <Text size="xs" c="dimmed" mt={4}>
          {say('showHint')}
        </Text>
      </div>
    );
  return (
    <Asked of={asked}>
      {({ words, contact }) => (
        <Stack gap="xs">
          {contact?.phone === undefined ? (
            <Text>{say('noPhone')}</Text>
          ) : (
            <Group gap="sm">
              <p className="read-out-big number">{contact.phone}</p>
              <Button component="a" href={`tel:${contact.phone}`} variant="light">
                {say('call')}
              </Button>
              {contact.name !== undefined && <Text>{contact.name}</Text>}
            </Group>
          )}
          <Text size="sm" c="dimmed">
            {say('said')}
          </Text>
          <Text className="told">{words ?? say('erased')}</Text>
        </Stack>
      )}
    </Asked>
  );
};

const Script = ({ number }: Readonly<{ number: string }>) => {
  const say = useTexts();
  const language = useLanguage();
  const town = useTown();
  const listed = useListed(number);
  const reportedAt = listed.data?.reportedAt ?? null;
  const values = {
    town: town.data?.name[language] ?? '',
    item: listed.data?.menuItemName ?? '…',
    number,
    day: reportedAt === null ? '' : momentIn(language, reportedAt).replace(/ \S+$/, ''),
  };
  return (
    <Card className="script" component="section">
      <Title order={3} size="h6">
        {say('greeting')}
      </Title>
      <Text size="lg">{say(reportedAt === null ? 'scriptUndated' : 'script', values)}</Text>
    </Card>
  );
};

const Done = ({ number }: Readonly<{ number: string }>) => {
  const say = useTexts();
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {say('didHead')}
      </Title>
      <Asked of={useTimeline(number)}>
        {({ timeline }) => {
          const work = workOf(timeline);
          return work.length === 0 ? (
            <Text c="dimmed">{say('didNothing')}</Text>
          ) : (
            <Timeline entries={work} />
          );
        }}
      </Asked>
    </section>
  );
};

export const OneCall = ({ it, onDone }: Readonly<{ it: ToCall; onDone: () => void }>) => {
  const say = useTexts();
  return (
    <div>
      <Group justify="space-between" mb="md">
        <Title order={2} size="h4" className="number">
          {it.number}
        </Title>
        <Link href={`/cases/${encodeURIComponent(it.number)}`}>{say('openCase')}</Link>
      </Group>
      <div className="call-halves">
        <Stack gap="lg">
          <Contact caseId={it.caseId} />
          <Script number={it.number} />
          <Done number={it.number} />
        </Stack>
        <Ask caseId={it.caseId} onDone={onDone} />
      </div>
    </div>
  );
};
