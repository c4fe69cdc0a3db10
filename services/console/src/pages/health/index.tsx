/** How the town is, for whoever runs it: its parts, what could not be taken in, its lists. */
import { Alert, Badge, Button, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api, Refused, type Schemas } from '../../api/client';
import { useCommand } from '../../api/command';
import { useLanguage } from '../../app/texts';
import { Asked } from '../../parts/asked';
import { Page } from '../../parts/page';
import { Refusal } from '../../parts/refusal';
import { DeadLetters } from './dead-letters';
import { Demo } from './demo';
import { usePartName, useTexts } from './texts';

const againMs = 10_000;

type Health = Readonly<{
  ready: boolean;
  waitsFor: readonly string[];
  checks: readonly Readonly<{ name: string; ok: boolean; text: string }>[];
}>;

/** A town that is not ready answers so by 503, with the same list. */
const readHealth = async (language: string): Promise<Health> => {
  const answer = await fetch('/health/ready', { headers: { 'accept-language': language } });
  const told = (await answer.json()) as Partial<Health>;
  if (told.checks === undefined) throw new Refused(answer.status, 'health', answer.statusText, null);
  return { ready: answer.ok, waitsFor: told.waitsFor ?? [], checks: told.checks };
};

const Parts = ({ ready, waitsFor, checks }: Health) => {
  const say = useTexts();
  const nameOf = usePartName();
  return (
    <Stack gap="xs">
      <Alert color={ready ? 'town' : 'red'} role="status">
        {ready ? say('ready') : say('notReady', { names: waitsFor.map(nameOf).join(', ') })}
      </Alert>
      <Stack component="ul" className="plain" gap={4}>
        {checks.map(({ name, ok, text }) => (
          <Group key={name} component="li" gap="sm" wrap="nowrap" align="flex-start">
            <Badge variant="light" color={ok ? 'town' : 'red'} tt="none" miw={72}>
              {say(ok ? 'ok' : 'bad')}
            </Badge>
            <Text>
              <b>{nameOf(name)}</b> {text}
            </Text>
          </Group>
        ))}
      </Stack>
    </Stack>
  );
};

const Views = () => {
  const say = useTexts();
  const rebuild = useCommand<void, Readonly<{ views: readonly Schemas['RebuiltView'][] }>>((_, header) =>
    api.POST('/api/v1/views/rebuild', { params: { header }, body: {} }),
  );
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4">
        {say('views')}
      </Title>
      <Text c="dimmed" mb="sm">
        {say('viewsHint')}
      </Text>
      <Button variant="default" loading={rebuild.isPending} onClick={() => rebuild.mutate()}>
        {say('rebuild')}
      </Button>
      <Refusal error={rebuild.error} />
      {rebuild.data !== undefined && (
        <List mt="sm" role="status">
          {rebuild.data.views.map(({ name, rows, facts, seconds }) => (
            <List.Item key={name}>{say('rebuilt', { name, rows, facts, seconds })}</List.Item>
          ))}
        </List>
      )}
    </Card>
  );
};

const Told = ({ title, hint }: Readonly<{ title: string; hint: string }>) => (
  <Card withBorder component="section">
    <Title order={2} size="h4">
      {title}
    </Title>
    <Text c="dimmed">{hint}</Text>
  </Card>
);

export const View = () => {
  const say = useTexts();
  const language = useLanguage();
  const health = useQuery({
    queryKey: ['health', language],
    queryFn: () => readHealth(language),
    refetchInterval: againMs,
  });
  const dead = useQuery({
    queryKey: ['dead-letters'],
    queryFn: () => answerOf(api.GET('/api/v1/set-aside')),
    refetchInterval: againMs,
  });
  return (
    <Page title={say('title')} hint={say('hint')}>
      <Stack>
        <Asked of={health}>{(it) => <Parts {...it} />}</Asked>
        <Asked of={dead}>{({ items }) => <DeadLetters items={items} />}</Asked>
        <Views />
        <Demo />
        <Told title={say('import')} hint={say('importHint')} />
        <Told title={say('pack')} hint={say('packHint')} />
      </Stack>
    </Page>
  );
};
