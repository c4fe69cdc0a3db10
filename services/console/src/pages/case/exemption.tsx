/** Whether the case counts in the adjusted rates, and what was said for and against it. */
import { Button, Card, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { hasRight } from '@mulin/kernel';
import { answerOf, api, type Schemas } from '../../api/client';
import { onRecord } from '../../api/on-record';
import { useSession } from '../../api/session';
import { Asked } from '../../parts/asked';
import { useCodes } from '../../parts/codes';
import type { Standing } from './actions/possible';
import { useTexts } from './texts';

const sentenceOf = ({ state, granted }: Schemas['Exemption']) => {
  const settled = granted === true ? 'exemptionSettledYes' : 'exemptionSettledNo';
  return (
    {
      asked: 'exemptionAsked',
      granted: 'exemptionGranted',
      refused: 'exemptionRefused',
      appealed: 'exemptionAppealed',
      settled,
    } as const
  )[state];
};

const Evidence = ({ it: { caseId, cycle, area, office } }: Readonly<{ it: Schemas['Exemption'] }>) => {
  const say = useTexts();
  const [isWanted, setWanted] = useState(false);
  const asked = useQuery({
    queryKey: ['exemption-words', caseId, cycle, area, office],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/cases/{caseId}/exemption/words', {
          params: {
            path: { caseId },
            query: { cycle, ...(area === null ? {} : { area }), ...(office === null ? {} : { office }) },
          },
        }),
      ),
    ...onRecord,
    enabled: isWanted,
  });
  if (!isWanted)
    return (
      <Button variant="default" size="compact-md" mt="xs" onClick={() => setWanted(true)}>
        {say('readEvidence')}
      </Button>
    );
  return (
    <Asked of={asked}>
      {({ evidence, appeal }) => (
        <>
          <Text className="told">{say('evidence', { text: evidence ?? say('erased') })}</Text>
          {appeal !== null && <Text className="told">{say('appeal', { text: appeal })}</Text>}
        </>
      )}
    </Asked>
  );
};

export const ExemptionOf = ({ it }: Readonly<{ it: Standing }>) => {
  const say = useTexts();
  const session = useSession();
  const { wordOf } = useCodes();
  const { exemption } = it;
  if (!session || !exemption) return null;
  return (
    <Card withBorder component="section" aria-labelledby="exemption">
      <Title order={2} size="h4" mb="xs" id="exemption">
        {say('exemption')}
      </Title>
      <Text>{say(sentenceOf(exemption), { reason: wordOf('exemption', exemption.reason) })}</Text>
      {hasRight('exemption.words', session) && <Evidence it={exemption} />}
    </Card>
  );
};
