/** One case: what happened to it, which deadlines it has, and what was asked. */
import { Card, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { answerOf, api } from '../../api/client';
import { Asked } from '../../parts/asked';
import { ClockList } from '../../parts/clocks';
import { Page } from '../../parts/page';
import { Timeline } from '../../parts/timeline';
import { CaseStateBadge } from '../../parts/words';
import { useLanguage } from '../../app/texts';
import { useTexts } from './texts';
import { WordsOfCase } from './words';

const againMs = 30_000;

/** Its history in the reader's language. */
export const useTimeline = (numberOrId: string) => {
  const language = useLanguage();
  return useQuery({
    queryKey: ['timeline', numberOrId, language],
    queryFn: () => answerOf(api.GET('/api/v1/timelines/{numberOrId}', { params: { path: { numberOrId } } })),
    refetchInterval: againMs,
  });
};

export const View = () => {
  const say = useTexts();
  const { number = '' } = useParams<{ number: string }>();
  const asked = useTimeline(number);
  return (
    <Asked of={asked}>
      {({ caseId, number: shown, state, timeline, clocks }) => (
        <Page title={say('title', { number: shown ?? number })} actions={<CaseStateBadge state={state} />}>
          <div className="with-aside">
            <section aria-labelledby="what-happened">
              <Title order={2} size="h4" mb="sm" id="what-happened">
                {say('timeline')}
              </Title>
              <Timeline entries={timeline} />
            </section>
            <Stack>
              <Card withBorder component="section" aria-labelledby="deadlines">
                <Title order={2} size="h4" mb="sm" id="deadlines">
                  {say('clocks')}
                </Title>
                <ClockList clocks={clocks} caseId={caseId} />
              </Card>
              <WordsOfCase caseId={caseId} />
            </Stack>
          </div>
        </Page>
      )}
    </Asked>
  );
};
