/** Photos and additions of the case: there by themselves for whoever has the order in hand, for others when asked for. */
import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Added } from '../../parts/added';
import type { Turn } from './read';
import { useTexts } from './texts';

export const Additions = ({ caseId, turn }: Readonly<{ caseId: string; turn: Turn }>) => {
  const say = useTexts();
  const [isAsked, setAsked] = useState(false);
  if (turn === 'nothing' || turn === 'called') return null;
  return (
    <Card withBorder component="section" aria-labelledby="additions">
      <Title order={2} size="h4" mb="xs" id="additions">
        {say('additions')}
      </Title>
      {isAsked || turn === 'mine' || turn === 'helping' ? (
        <Added caseId={caseId} purpose={turn === 'verify' ? 'verification' : 'answering'} />
      ) : (
        <Stack gap={4}>
          <Button variant="default" size="md" onClick={() => setAsked(true)}>
            {say('readAdditions')}
          </Button>
          <Text size="sm" c="dimmed">
            {say('wordsHint')}
          </Text>
        </Stack>
      )}
    </Card>
  );
};
