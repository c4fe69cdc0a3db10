/** What the resident said: read on purpose, because whoever reads it is noted down. */
import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { hasRight } from '@mulin/kernel';
import { answerOf, api } from '../../api/client';
import { useSession } from '../../api/session';
import { Asked } from '../../parts/asked';
import { useTexts } from './texts';

export const WordsOfCase = ({ caseId }: Readonly<{ caseId: string }>) => {
  const say = useTexts();
  const session = useSession();
  const [isWanted, setWanted] = useState(false);
  const asked = useQuery({
    queryKey: ['words', caseId],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/cases/{caseId}/words', {
          params: { path: { caseId }, query: { purpose: 'answering' } },
        }),
      ),
    enabled: isWanted,
    staleTime: Infinity,
  });
  if (!session || !hasRight('case.words', session)) return null;
  return (
    <Card withBorder component="section" aria-labelledby="words">
      <Title order={2} size="h4" mb="xs" id="words">
        {say('words')}
      </Title>
      {!isWanted && (
        <Stack gap="xs" align="flex-start">
          <Button variant="default" onClick={() => setWanted(true)}>
            {say('readWords')}
          </Button>
          <Text size="xs" c="dimmed">
            {say('wordsHint')}
          </Text>
        </Stack>
      )}
      {isWanted && (
        <Asked of={asked}>
          {({ words, place, contact }) => (
            <Stack gap="xs">
              <Text className="told">{words ?? say('erased')}</Text>
              {place?.address !== undefined && (
                <Text size="sm">
                  {say('place')}: {place.address}
                </Text>
              )}
              {contact !== null && (
                <Text size="sm">
                  {say('contact')}: {[contact.name, contact.phone].filter(Boolean).join(' ')}
                </Text>
              )}
            </Stack>
          )}
        </Asked>
      )}
    </Card>
  );
};
