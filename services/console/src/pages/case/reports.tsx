/** What was reported of the work, with its photos. */
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
import { useTexts } from './texts';

/** Why somebody of this role reads it. */
export const purposeOf = (role: string): 'verification' | 'supervision' | 'answering' => {
  if (role === 'verifier') return 'verification';
  return role.endsWith('leader') || role.endsWith('secretary') || role.endsWith('committee')
    ? 'supervision'
    : 'answering';
};

const Read = ({ caseId, role }: Readonly<{ caseId: string; role: string }>) => {
  const say = useTexts();
  const { wordOf } = useCodes();
  const purpose = purposeOf(role);
  const asked = useQuery({
    queryKey: ['reports', caseId],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/orders/{caseId}/reports', { params: { path: { caseId }, query: { purpose } } }),
      ),
    ...onRecord,
    retry: false,
  });
  const one = ({ about, at, words, photoIds }: Schemas['Report']) => (
    <li key={`${about}-${at}`}>
      <Text size="sm" c="dimmed">
        {wordOf('report', about)} · <Moment at={at} />
      </Text>
      {words !== null && <Text className="told">{words}</Text>}
      <PhotosOf caseId={caseId} photoIds={photoIds} purpose={purpose} />
    </li>
  );
  return (
    <Asked of={asked}>
      {({ items }) =>
        items.length === 0 ? (
          <Text c="dimmed">{say('noReports')}</Text>
        ) : (
          <Stack component="ul" className="plain" gap="sm">
            {items.map(one)}
          </Stack>
        )
      }
    </Asked>
  );
};

export const Reports = ({ it }: Readonly<{ it: Standing }>) => {
  const say = useTexts();
  const session = useSession();
  const isThere = it.order !== null && ['taken', 'finished', 'verified'].includes(it.order.state);
  if (!session || !isThere || !hasRight('order.words', session)) return null;
  return (
    <OnPurpose id="reports" title={say('reports')} button={say('readReports')}>
      {() => <Read caseId={it.caseId} role={session.role} />}
    </OnPurpose>
  );
};
