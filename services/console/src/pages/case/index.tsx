/** One case: what can be done with it now, what happened to it, which deadlines it has, and what was said. */
import { Card, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { Schemas } from '../../api/client';
import { useSession } from '../../api/session';
import { Asked } from '../../parts/asked';
import { ClockList } from '../../parts/clocks';
import { useCodes } from '../../parts/codes';
import { Page } from '../../parts/page';
import { Timeline } from '../../parts/timeline';
import { CaseStateBadge } from '../../parts/words';
import { Additions } from './additions';
import { ActionPanel } from './actions/panel';
import type { Standing } from './actions/possible';
import { ExemptionOf } from './exemption';
import { useStanding, useTimeline } from './find';
import { LegsOf } from './legs';
import { RatingsOf } from './ratings';
import { Reports } from './reports';
import { useTexts } from './texts';
import { WordsOfCase } from './words';

/** What it is about, where it is and who has it, in one line. */
const useAbout = ({ listed }: Standing): readonly string[] => {
  const say = useTexts();
  const { wordOf } = useCodes();
  if (listed === null) return [];
  const { menuItemName, microGridName, areaName, urgency, holderName } = listed;
  const holder = holderName === null ? null : say('holder', { name: holderName });
  const all = [menuItemName, microGridName ?? areaName, urgency && wordOf('urgency', urgency), holder];
  return all.filter((it) => it !== null);
};

/** Each deadline stands beside it with how it ended; here it would hide what people did. What went up the ladder stays. */
const isOfClockAlone = ({ type }: Schemas['TimelineEntry']): boolean =>
  /^sla-timer\.(?:clock-started|clock-cancelled|case-warned|verdict-given)\./.test(type);

const History = ({ entries }: Readonly<{ entries: Schemas['Timeline']['timeline'] }>) => {
  const say = useTexts();
  const [isWhole, setWhole] = useState(false);
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4" id="what-happened">
          {say('timeline')}
        </Title>
        <Switch
          label={say('everyClock')}
          checked={isWhole}
          onChange={({ currentTarget }) => setWhole(currentTarget.checked)}
        />
      </Group>
      <Timeline entries={isWhole ? entries : entries.filter((it) => !isOfClockAlone(it))} />
    </>
  );
};

const Shown = ({ it }: Readonly<{ it: Schemas['Timeline'] }>) => {
  const say = useTexts();
  const session = useSession();
  const standing = useStanding(it);
  const { caseId, state, timeline, clocks } = it;
  const { order } = standing;
  const about = useAbout(standing);
  const isStaff = session !== null && session !== undefined && session.role !== 'resident';
  return (
    <Page title={say('title', { number: standing.number })} actions={<CaseStateBadge state={state} />}>
      {about.length > 0 && (
        <Text mb="md" className="case-about">
          {about.join(' · ')}
        </Text>
      )}
      <div className="with-aside case-view">
        <Stack gap="xl">
          <section aria-labelledby="what-happened">
            <History entries={timeline} />
          </section>
          {isStaff && <LegsOf caseId={caseId} hasOrder={order !== null || state === 'closed'} />}
        </Stack>
        <Stack>
          {isStaff && <ActionPanel it={standing} />}
          <WordsOfCase caseId={caseId} />
          <Card withBorder component="section" aria-labelledby="deadlines">
            <Title order={2} size="h4" mb="sm" id="deadlines">
              {say('clocks')}
            </Title>
            <ClockList clocks={clocks} caseId={caseId} />
          </Card>
          <Reports it={standing} />
          <Additions it={standing} />
          <RatingsOf caseId={caseId} state={state} />
          <ExemptionOf it={standing} />
        </Stack>
      </div>
    </Page>
  );
};

export const View = () => {
  const { number = '' } = useParams<{ number: string }>();
  const asked = useTimeline(number);
  const say = useTexts();
  return (
    <Asked of={asked} title={say('title', { number })}>
      {(it) => <Shown it={it} />}
    </Asked>
  );
};
