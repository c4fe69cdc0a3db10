/** News that a service could not take in: tried again, or dropped on purpose. */
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client';
import { useCommand } from '../../api/command';
import { Refusal } from '../../parts/refusal';
import { Moment } from '../../parts/time';
import { useTexts } from './texts';

type Letter = Schemas['DeadLetter'];

const One = ({ it }: Readonly<{ it: Letter }>) => {
  const say = useTexts();
  const [isSure, setSure] = useState(false);
  const path = { id: it.id };
  const retry = useCommand<void, unknown>((_, header) =>
    api.POST('/api/v1/set-aside/{id}/retry', { params: { path, header }, body: {} }),
  );
  const drop = useCommand<void, unknown>((_, header) =>
    api.POST('/api/v1/set-aside/{id}/drop', { params: { path, header }, body: {} }),
  );
  return (
    <li>
      <Group justify="space-between">
        <div>
          <Text>
            {say('group')}: {it.group} · {say('reason')}: {it.reason}
          </Text>
          <Text size="sm" c="dimmed">
            {say('at')} <Moment at={it.at} /> · {it.topic} {it.partition}/{it.offset}
          </Text>
        </div>
        <Group gap="xs">
          <Button size="compact-sm" loading={retry.isPending} onClick={() => retry.mutate()}>
            {say('retry')}
          </Button>
          <Button size="compact-sm" variant="subtle" color="red" onClick={() => setSure(true)}>
            {say('drop')}
          </Button>
        </Group>
      </Group>
      {isSure && (
        <Group gap="xs" mt="xs" role="alert">
          <Text size="sm">{say('dropSure')}</Text>
          <Button size="compact-sm" color="red" loading={drop.isPending} onClick={() => drop.mutate()}>
            {say('drop')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setSure(false)}>
            {say('cancel')}
          </Button>
        </Group>
      )}
      <Refusal error={retry.error ?? drop.error} />
    </li>
  );
};

export const DeadLetters = ({ items }: Readonly<{ items: readonly Letter[] }>) => {
  const say = useTexts();
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4">
        {say('dead')} {items.length > 0 && `(${items.length})`}
      </Title>
      <Text c="dimmed" mb="sm">
        {say(items.length === 0 ? 'deadNone' : 'deadHint')}
      </Text>
      <Stack component="ul" className="plain" gap="sm">
        {items.map((it) => (
          <One key={it.id} it={it} />
        ))}
      </Stack>
    </Card>
  );
};
