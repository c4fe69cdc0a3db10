/** What was added to a case in the field: photos and words of whoever asked or reported it, notes of staff. */
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api, NotReached, type Schemas } from '../api/client';
import { useSession } from '../api/session';
import { textsOf } from '../app/texts';
import { Asked } from './asked';
import { useCodes } from './codes';
import { Moment } from './time';

const useTexts = textsOf('added', {
  en: {
    photo: 'Photo {{nth}} of the case',
    none: 'No photo, and nothing else, was added.',
    erased: 'Erased.',
    later: 'Photos and additions are read once there is a network.',
  },
  zh: {
    photo: '案件照片{{nth}}',
    none: '没有照片，也没有补充内容。',
    erased: '已删除。',
    later: '恢复网络后可查看照片和补充内容。',
  },
});

type Of = Readonly<{ caseId: string; purpose: 'answering' | 'verification' }>;
type Addition = Schemas['Addition'];

const Pictures = ({ caseId, purpose, photos }: Of & Readonly<{ photos: readonly Addition[] }>) => {
  const say = useTexts();
  return (
    <div className="photos">
      {photos.map(({ id }, place) => {
        const src = `/api/v1/cases/${caseId}/photos/${id}?purpose=${purpose}`;
        return (
          <a key={id} href={src} target="_blank" rel="noreferrer">
            <img src={src} alt={say('photo', { nth: place + 1 })} className="thumbnail" loading="lazy" />
          </a>
        );
      })}
    </div>
  );
};

const Words = ({ it }: Readonly<{ it: Addition }>) => {
  const say = useTexts();
  const { wordOf } = useCodes();
  return (
    <div>
      <Text size="sm" c="dimmed">
        {wordOf('addition', it.kind)} · <Moment at={it.addedAt} />
      </Text>
      <Text className="told">{it.words ?? say('erased')}</Text>
    </div>
  );
};

/** Each reading is on record, so that it is read once for as long as the page is open. */
export const Added = (of: Of) => {
  const { caseId, purpose } = of;
  const say = useTexts();
  const account = useSession()?.account ?? '';
  const asked = useQuery({
    queryKey: ['added', account, caseId],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/cases/{caseId}/additions', { params: { path: { caseId }, query: { purpose } } }),
      ),
    staleTime: Infinity,
    retry: false,
  });
  if (asked.error instanceof NotReached && asked.data === undefined)
    return <Text c="dimmed">{say('later')}</Text>;
  return (
    <Asked of={asked}>
      {({ items }) =>
        items.length === 0 ? (
          <Text c="dimmed">{say('none')}</Text>
        ) : (
          <Stack gap="sm">
            <Pictures {...of} photos={items.filter(({ kind }) => kind === 'photo')} />
            {items
              .filter(({ kind }) => kind !== 'photo')
              .map((it) => (
                <Words key={it.id} it={it} />
              ))}
          </Stack>
        )
      }
    </Asked>
  );
};
