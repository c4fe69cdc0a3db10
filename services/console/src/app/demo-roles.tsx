/** On a town that is made up: every role as a button, so that a newcomer walks through all of them. */
import { Anchor, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answerOf, api } from '../api/client';
import type { paths } from '../api/schema';
import { afterLeaving } from '../api/leaving';
import { useNewSession, type Session } from '../api/session';
import { Refusal } from '../parts/refusal';
import { useShellTexts } from './shell-texts';
import { useLanguage } from './texts';

type Demo = paths['/api/v1/demo/accounts']['get']['responses'][200]['content']['application/json'];

const useDemo = () =>
  useQuery({
    queryKey: ['demo-accounts'],
    queryFn: () => answerOf(api.GET('/api/v1/demo/accounts')),
    staleTime: 60_000,
  });

const OfResidents = ({ cases }: Pick<Demo, 'cases'>) => {
  const say = useShellTexts();
  return (
    <Group gap="md">
      <Text>{say('demoResident')}</Text>
      {cases.map(({ number, code }) => (
        <Anchor key={number} component={Link} href={`/my/${number}#code=${code}`} className="number">
          {number}
        </Anchor>
      ))}
    </Group>
  );
};

type Props = Readonly<{
  then: (session: Session) => void;
  /** The account that alone is offered: whoever came in by the demo has no password to come back with. */
  only?: string;
}>;

export const DemoRoles = ({ then, only }: Props) => {
  const say = useShellTexts();
  const language = useLanguage();
  const begin = useNewSession();
  const { data } = useDemo();
  const enter = useMutation({
    mutationFn: (account: string) =>
      afterLeaving(() => answerOf(api.POST('/api/v1/demo/sessions', { body: { account } }))),
    onSuccess: (session) => {
      begin(session);
      then(session);
    },
  });
  const accounts = data?.accounts.filter(({ account }) => only === undefined || account === only) ?? [];
  if (data === undefined || accounts.length === 0) return null;
  return (
    <Card withBorder component="section" aria-labelledby="demo">
      <Title order={2} size="h4" id="demo">
        {say('demo')}
      </Title>
      <Text c="dimmed" mb="sm">
        {say('demoHint')}
      </Text>
      <Stack gap="xs">
        {accounts.map(({ account, roleName, areaName, name }) => (
          <Button
            key={account}
            variant="default"
            className="demo-role"
            fullWidth
            loading={enter.isPending && enter.variables === account}
            onClick={() => enter.mutate(account)}
          >
            <span className="demo-role-name">{roleName[language]}</span>
            <Text span size="sm" c="dimmed" fw={400}>
              {[name, areaName[language]].filter(Boolean).join(' · ')}
            </Text>
          </Button>
        ))}
        <Refusal error={enter.error} />
        {only === undefined && data.cases.length > 0 && <OfResidents cases={data.cases} />}
      </Stack>
    </Card>
  );
};
