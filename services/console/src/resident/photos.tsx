/** Photos that are chosen, looked at and taken away again before anything is sent. */
import { ActionIcon, Button, FileButton, Group, Text } from '@mantine/core';
import { IconCamera, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { newKey } from '../api/keys';
import { fileAgain } from '../parts/file-again';
import type { Photo } from './send-photos';
import { shrink } from './shrink';
import { useResidentTexts } from './texts';

/** As many as one request names. */
const photosAtMost = 9;

type Props = Readonly<{ photos: readonly Photo[]; set: (photos: readonly Photo[]) => void }>;

const useChoosing = ({ photos, set }: Props) => {
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const choose = async (files: readonly File[]) => {
    setBusy(true);
    const room = photosAtMost - photos.length;
    const done = await Promise.all(
      files.slice(0, room).map(async (file) => {
        const address = await shrink(file).catch(() => null);
        return address === null ? file.name : { key: newKey(), address };
      }),
    );
    set([...photos, ...done.filter((it) => typeof it !== 'string')]);
    setWrong([...done.filter((it) => typeof it === 'string'), ...files.slice(room).map(({ name }) => name)]);
    setBusy(false);
  };
  return { isBusy, wrong, choose };
};

export const Photos = ({ photos, set }: Props) => {
  const say = useResidentTexts();
  const { isBusy, wrong, choose } = useChoosing({ photos, set });
  return (
    <div role="group" aria-label={say('photos')}>
      <Text fw={500} size="sm">
        {say('photos')}
      </Text>
      <Group gap="sm" mt={4}>
        {photos.map(({ key, address }, nth) => (
          <div key={key} className="photo">
            <img src={address} alt={say('photo', { nth: nth + 1 })} />
            <ActionIcon
              size={44}
              variant="filled"
              color="dark"
              radius="xl"
              aria-label={say('takeAway', { nth: nth + 1 })}
              onClick={() => set(photos.filter((it) => it.key !== key))}
            >
              <IconX size={20} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        {photos.length < photosAtMost && (
          <FileButton
            onChange={(files) => void choose(files)}
            accept="image/*"
            multiple
            inputProps={{ ...fileAgain, 'aria-label': say('addPhoto') }}
          >
            {(props) => (
              <Button
                {...props}
                variant="default"
                size="md"
                loading={isBusy}
                leftSection={<IconCamera size={20} aria-hidden />}
              >
                {say('addPhoto')}
              </Button>
            )}
          </FileButton>
        )}
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {say('photosHint', { most: photosAtMost })}
      </Text>
      {wrong.length > 0 && (
        <Text size="sm" c="red" role="alert">
          {say('photoWrong', { names: wrong.join(', ') })}
        </Text>
      )}
    </div>
  );
};
