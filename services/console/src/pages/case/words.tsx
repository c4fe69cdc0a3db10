/** What the resident said: read on purpose, because whoever reads it is noted down. */
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { hasRight } from '@mulin/kernel';
import { answerOf, api } from '../../api/client';
import { onRecord } from '../../api/on-record';
import { useSession } from '../../api/session';
import { Asked } from '../../parts/asked';
import { OnPurpose } from './on-purpose';
import { purposeOf } from './reports';
import { useTexts } from './texts';

const Read = ({ caseId, role }: Readonly<{ caseId: string; role: string }>) => {
  const say = useTexts();
  const purpose = purposeOf(role);
  const asked = useQuery({
    queryKey: ['words', caseId],
    queryFn: () =>
      answerOf(api.GET('/api/v1/cases/{caseId}/words', { params: { path: { caseId }, query: { purpose } } })),
    ...onRecord,
    retry: false,
  });
  return (
    <Asked of={asked}>
      {({ words, place, contact }) => (
        <Stack gap="xs">
          <Text className="told">{words ?? say('erased')}</Text>
          {place?.address !== undefined && <Text size="sm">{say('place', { text: place.address })}</Text>}
          {contact !== null && (
            <Text size="sm">
              {say('contact', { text: [contact.name, contact.phone].filter(Boolean).join(' ') })}
            </Text>
          )}
        </Stack>
      )}
    </Asked>
  );
};

export const WordsOfCase = ({ caseId }: Readonly<{ caseId: string }>) => {
  const say = useTexts();
  const session = useSession();
  if (!session || !hasRight('case.words', session)) return null;
  return (
    <OnPurpose id="words" title={say('words')} button={say('readWords')}>
      {() => <Read caseId={caseId} role={session.role} />}
    </OnPurpose>
  );
};
