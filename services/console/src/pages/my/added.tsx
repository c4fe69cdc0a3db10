/** What one has added, with the photos. */
import { Card, Loader, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Schemas } from '../../api/client';
import { Moment } from '../../parts/time';
import { useOwn } from '../../resident/own-case';
import { useTexts } from './texts';

const OwnPhoto = ({ number, photoId }: Readonly<{ number: string; photoId: string }>) => {
  const say = useTexts();
  const [address, setAddress] = useState<string | null>(null);
  const { data } = useOwn(['photo', photoId], number, ({ client, caseId }) =>
    client
      .GET('/api/v1/cases/{caseId}/photos/{photoId}', {
        params: { path: { caseId, photoId } },
        parseAs: 'blob',
      })
      .then((answer) => ({ data: answer.data as unknown as Blob })),
  );
  useEffect(() => {
    if (data === undefined) return undefined;
    const made = URL.createObjectURL(data);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  return address === null ? (
    <Loader type="dots" />
  ) : (
    <img src={address} alt={say('photoShown')} className="own-photo" />
  );
};

export const Added = ({ it, number }: Readonly<{ it: Schemas['MyCase']; number: string }>) => {
  const say = useTexts();
  if (it.additions.length === 0) return null;
  return (
    <Card withBorder component="section" aria-labelledby="added">
      <Title order={2} size="h5" id="added" mb="xs">
        {say('added')}
      </Title>
      <Stack component="ul" className="plain" gap="sm">
        {it.additions.map(({ id, kind, addedAt, words }) => (
          <li key={id}>
            {kind === 'photo' ? (
              <OwnPhoto number={number} photoId={id} />
            ) : (
              <Text className="told">{words ?? say('erased')}</Text>
            )}
            <Text size="sm" c="dimmed">
              <Moment at={addedAt} />
            </Text>
          </li>
        ))}
      </Stack>
    </Card>
  );
};
