/** What whoever asked thinks of it, cycle by cycle; what they wrote is read on purpose. */
import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { hasRight } from '@mulin/kernel';
import { answerOf, api, type Schemas } from '../../api/client';
import { onRecord } from '../../api/on-record';
import { useSession } from '../../api/session';
import { useCodes } from '../../parts/codes';
import { Moment } from '../../parts/time';
import { Asked } from '../../parts/asked';
import { purposeOf } from './reports';
import { useTexts } from './texts';

const Written = ({ caseId, role }: Readonly<{ caseId: string; role: string }>) => {
  const say = useTexts();
  const [isWanted, setWanted] = useState(false);
  const asked = useQuery({
    queryKey: ['rating-words', caseId],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/cases/{caseId}/rating-words', {
          params: { path: { caseId }, query: { purpose: purposeOf(role) } },
        }),
      ),
    enabled: isWanted,
    ...onRecord,
  });
  if (!isWanted)
    return (
      <Button variant="default" size="compact-md" onClick={() => setWanted(true)}>
        {say('readRatingWords')}
      </Button>
    );
  return (
    <Asked of={asked}>
      {({ all }) => (
        <>
          {all.map(({ ratedAt, words }) => (
            <Text key={ratedAt} className="told">
              {words}
            </Text>
          ))}
        </>
      )}
    </Asked>
  );
};

export const RatingsOf = ({ caseId, state }: Readonly<{ caseId: string; state: string }>) => {
  const say = useTexts();
  const session = useSession();
  const { wordOf } = useCodes();
  const may = Boolean(session) && session?.role !== 'resident' && hasRight('rating.list', session as never);
  const { data } = useQuery({
    queryKey: ['ratings', caseId],
    queryFn: () => answerOf(api.GET('/api/v1/ratings', { params: { query: { caseId } } })),
    enabled: may && (state === 'verified' || state === 'closed'),
    retry: false,
  });
  const items = data?.items ?? [];
  if (items.length === 0 || !session) return null;
  const one = ({ cycle, response, resolution, satisfaction, ratedAt }: Schemas['RatingListed']) => (
    <li key={cycle}>
      <Text>
        {wordOf('response', response)} · {wordOf('resolution', resolution)} ·{' '}
        {wordOf('satisfaction', satisfaction)}
      </Text>
      <Text size="sm" c="dimmed">
        {say('cycle', { nth: cycle })} · <Moment at={ratedAt} />
      </Text>
    </li>
  );
  return (
    <Card withBorder component="section" aria-labelledby="ratings">
      <Title order={2} size="h4" mb="xs" id="ratings">
        {say('ratings')}
      </Title>
      <Stack component="ul" className="plain" gap="xs" mb="xs">
        {items.map(one)}
      </Stack>
      {items.some(({ hasWords }) => hasWords) && <Written caseId={caseId} role={session.role} />}
    </Card>
  );
};
