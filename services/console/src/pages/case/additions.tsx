/** What was added to the case since: words and photos of whoever asked, notes of staff. */
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { hasRight } from '@mulin/kernel';
import { answerOf, api, type Schemas } from '../../api/client';
import { onRecord } from '../../api/on-record';
import { useSession } from '../../api/session';
import { Asked } from '../../parts/asked';
import { useCodes } from '../../parts/codes';
import { Moment } from '../../parts/time';
import type { Standing } from './actions/possible';
import { OnPurpose } from './on-purpose';
import { PhotosOf } from './photos';
import { purposeOf } from './reports';
import { useTexts } from './texts';

const Read = ({ caseId, role }: Readonly<{ caseId: string; role: string }>) => {
  const say = useTexts();
  const { wordOf } = useCodes();
  const purpose = purposeOf(role);
  const asked = useQuery({
    queryKey: ['additions', caseId],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/cases/{caseId}/additions', { params: { path: { caseId }, query: { purpose } } }),
      ),
    ...onRecord,
    gcTime: 0,
    retry: false,
  });
  const one = ({ id, kind, addedAt, words }: Schemas['Addition']) => (
    <li key={id}>
      <Text size="sm" c="dimmed">
        {wordOf('addition', kind)} · <Moment at={addedAt} />
      </Text>
      {kind === 'photo' ? (
        <PhotosOf caseId={caseId} photoIds={[id]} purpose={purpose} />
      ) : (
        <Text className="told">{words ?? say('erased')}</Text>
      )}
    </li>
  );
  return (
    <Asked of={asked}>
      {({ items }) =>
        items.length === 0 ? (
          <Text c="dimmed">{say('noAdditions')}</Text>
        ) : (
          <Stack component="ul" className="plain" gap="sm">
            {items.map(one)}
          </Stack>
        )
      }
    </Asked>
  );
};

export const Additions = ({ it }: Readonly<{ it: Standing }>) => {
  const say = useTexts();
  const session = useSession();
  if (!session || !hasRight('addition.read', session)) return null;
  return (
    <OnPurpose id="additions" title={say('additions')} button={say('readAdditions')}>
      {() => <Read caseId={it.caseId} role={session.role} />}
    </OnPurpose>
  );
};
