/** What was said of the work so far, with photos; shown when it is asked for, because each reading is on record. */
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { Asked } from '../../parts/asked';
import { Moment } from '../../parts/time';
import { type Turn, useReports } from './read';
import { useTexts } from './texts';

type Report = Schemas['Report'];

const names = {
  progress: 'progressOf',
  finish: 'finishOf',
  confirmation: 'confirmationOf',
  refusal: 'refusalOf',
  help: 'helpOf',
} as const;

const Reported = ({ report, caseId }: Readonly<{ report: Report; caseId: string }>) => {
  const say = useTexts();
  return (
    <li>
      <Text fw={600}>
        {say(names[report.about])}{' '}
        <Text span size="sm" c="dimmed">
          <Moment at={report.at} />
        </Text>
      </Text>
      {report.words !== null && <Text className="told">{report.words}</Text>}
      <Group gap="xs">
        {report.photoIds.map((photoId, place) => {
          const src = `/api/v1/cases/${caseId}/photos/${photoId}`;
          return (
            <a key={photoId} href={src} target="_blank" rel="noreferrer">
              <img src={src} alt={say('photoBy', { nth: place + 1 })} className="thumbnail" loading="lazy" />
            </a>
          );
        })}
      </Group>
    </li>
  );
};

export const Reports = ({ caseId, turn }: Readonly<{ caseId: string; turn: Turn }>) => {
  const say = useTexts();
  const [isWanted, setWanted] = useState(false);
  const asked = useReports({ caseId, turn, isWanted });
  if (turn === 'nothing' || turn === 'offered') return null;
  return (
    <Card withBorder component="section" aria-labelledby="reports">
      <Title order={2} size="h4" mb="xs" id="reports">
        {say('reports')}
      </Title>
      {isWanted ? (
        <Asked of={asked}>
          {(items) =>
            items.length === 0 ? (
              <Text c="dimmed">{say('noReports')}</Text>
            ) : (
              <Stack component="ul" className="plain" gap="sm">
                {items.map((report, place) => (
                  <Reported key={`${report.at}-${place}`} report={report} caseId={caseId} />
                ))}
              </Stack>
            )
          }
        </Asked>
      ) : (
        <Stack gap={4}>
          <Button variant="default" size="md" onClick={() => setWanted(true)}>
            {say('readReports')}
          </Button>
          <Text size="sm" c="dimmed">
            {say('wordsHint')}
          </Text>
        </Stack>
      )}
    </Card>
  );
};
