/** How whoever is signed in is told of what waits for them: when, in which language, and where. */
import {
  Alert,
  Button,
  Card,
  Checkbox,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answerOf, api, type Schemas } from '../../api/client';
import { useCommand } from '../../api/command';
import { useSession } from '../../api/session';
import { Asked } from '../../parts/asked';
import { Page } from '../../parts/page';
import { Refusal } from '../../parts/refusal';
import { Copy } from '../../resident/copy';
import { bodyOf, type Form, formOf } from './form';
import { Hours } from './hours';
import { Sent } from './sent';
import { useTexts } from './texts';

type Stated = Schemas['NoticePreferences'];
type Answer = Schemas['StatedNoticePreferences'];

const languages = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' },
];

type Props = Readonly<{ form: Form; change: (part: Partial<Form>) => void }>;

const Where = ({ form, change, webhook }: Props & Pick<Stated, 'webhook'>) => {
  const say = useTexts();
  return (
    <Stack>
      <div>
        <Text size="sm" fw={500} mb={4}>
          {say('language')}
        </Text>
        <SegmentedControl
          aria-label={say('language')}
          data={languages}
          value={form.language}
          onChange={(value) => change({ language: value === 'en' ? 'en' : 'zh' })}
        />
      </div>
      <TextInput
        type="email"
        label={say('email')}
        description={say('emailHint')}
        autoComplete="email"
        value={form.email}
        onChange={({ currentTarget }) => change({ email: currentTarget.value })}
      />
      {webhook?.isDisabled === true && <Alert color="yellow">{say('webhookOff')}</Alert>}
      <TextInput
        type="url"
        label={say('webhook')}
        description={say('webhookHint')}
        value={form.url}
        onChange={({ currentTarget }) => change({ url: currentTarget.value })}
      />
      {webhook !== null && form.url.trim() !== '' && (
        <Checkbox
          label={say('newSecret')}
          checked={form.isNewSecret}
          onChange={({ currentTarget }) => change({ isNewSecret: currentTarget.checked })}
        />
      )}
    </Stack>
  );
};

const Saved = ({ secret }: Pick<Answer, 'secret'>) => {
  const say = useTexts();
  return (
    <Alert color="town" role="status">
      <Text>{say('saved')}</Text>
      {secret !== null && (
        <Stack gap="xs" mt="xs" align="flex-start">
          <Text size="sm">{say('secret')}</Text>
          <code className="told">{secret}</code>
          <Copy text={secret} />
        </Stack>
      )}
    </Alert>
  );
};

const Settings = ({ stated }: Readonly<{ stated: Stated }>) => {
  const say = useTexts();
  const [form, setForm] = useState(formOf(stated));
  const command = useCommand<void, Answer>(
    (_, header) => api.PUT('/api/v1/inbox/preferences', { params: { header }, body: bodyOf(form) }),
    { done: () => setForm((now) => ({ ...now, isNewSecret: false })) },
  );
  const change = (part: Partial<Form>) => {
    command.reset();
    setForm({ ...form, ...part });
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    command.mutate();
  };
  return (
    <form onSubmit={send}>
      <Stack>
        <Card withBorder component="section" aria-labelledby="when">
          <Title order={2} size="h4" mb="xs" id="when">
            {say('when')}
          </Title>
          <Hours form={form} change={change} />
        </Card>
        <Card withBorder component="section" aria-labelledby="where">
          <Title order={2} size="h4" mb="xs" id="where">
            {say('where')}
          </Title>
          <Where form={form} change={change} webhook={stated.webhook} />
        </Card>
        <Refusal error={command.error} />
        {command.data !== undefined && <Saved secret={command.data.secret} />}
        <Button
          type="submit"
          size="md"
          loading={command.isPending}
          disabled={!form.isWorking && form.days.length === 0}
        >
          {say('save')}
        </Button>
      </Stack>
    </form>
  );
};

export const View = () => {
  const say = useTexts();
  const session = useSession();
  const asked = useQuery({
    queryKey: ['preferences', session?.account],
    queryFn: () => answerOf(api.GET('/api/v1/inbox/preferences')),
    enabled: Boolean(session),
  });
  if (!session) return null;
  return (
    <Page title={say('title')} hint={say('hint')} isNarrow>
      <Stack>
        <Asked of={asked}>{(stated) => <Settings stated={stated} />}</Asked>
        <Sent />
      </Stack>
    </Page>
  );
};
