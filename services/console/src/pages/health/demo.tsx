/** Fills a town without cases with a made-up month, and says how far it is. */
import { Button, Card, Progress, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { useCommand } from '../../api/command';
import { useLanguage } from '../../app/texts';
import { Asked } from '../../parts/asked';
import { Refusal } from '../../parts/refusal';
import { useTexts } from './texts';

const askMs = 1_000;
const whole = 100;

export const Demo = () => {
  const say = useTexts();
  const language = useLanguage();
  const asked = useQuery({
    queryKey: ['demo'],
    queryFn: () => answerOf(api.GET('/api/v1/demo')),
    refetchInterval: ({ state }) => (state.data?.state === 'filling' ? askMs : false),
  });
  const fill = useCommand<void, unknown>((_, header) =>
    api.POST('/api/v1/demo', { params: { header }, body: {} }),
  );
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4">
        {say('demo')}
      </Title>
      <Text c="dimmed" mb="sm">
        {say('demoHint')}
      </Text>
      <Asked of={asked}>
        {({ state, share, filled, refused }) => {
          const percent = Math.round(share * whole);
          if (state === 'filling')
            return (
              <>
                <Progress value={percent} aria-label={say('demo')} />
                <Text role="status">{say('filling', { percent })}</Text>
              </>
            );
          if (filled !== null) return <Text role="status">{say('filled', filled)}</Text>;
          return (
            <>
              {refused !== null && <Text c="red">{refused[language]}</Text>}
              <Button variant="default" loading={fill.isPending} onClick={() => fill.mutate()}>
                {say('fill')}
              </Button>
            </>
          );
        }}
      </Asked>
      <Refusal error={fill.error} />
    </Card>
  );
};
