/** Photos that go along with what somebody does: taken now, or chosen. */
import { ActionIcon, Button, FileButton, Group, Input, Text } from '@mantine/core';
import { IconCamera, IconX } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { textsOf } from '../app/texts';
import type { Drafting } from '../offline/use-draft';
import { fileAgain } from './file-again';
import { smaller } from './picture';

const useTexts = textsOf('photos', {
  en: {
    photos: 'Photos',
    add: 'Take or choose a photo',
    needed: 'At least one photo is needed.',
    remove: 'Take photo {{nth}} away',
    photo: 'Photo {{nth}}',
    unreadable: 'This file is no picture that this device can read. Use a JPEG, PNG or WebP.',
    atMost: 'At most {{count}} photos.',
  },
  zh: {
    photos: '照片',
    add: '拍照或选择照片',
    needed: '至少需要一张照片。',
    remove: '移除照片{{nth}}',
    photo: '照片{{nth}}',
    unreadable: '本机无法识别该文件，请选择常见格式的照片。',
    atMost: '最多{{count}}张照片。',
  },
});

const atMost = 9;

const Thumbnail = ({ blob, label }: Readonly<{ blob: Blob; label: string }>) => {
  const url = useMemo(() => URL.createObjectURL(blob), [blob]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return <img src={url} alt={label} className="thumbnail" />;
};

type Props = Readonly<{
  of: Pick<Drafting, 'photos' | 'add' | 'remove'>;
  isNeeded?: boolean;
  isMissing?: boolean;
}>;

export const Photos = ({ of: { photos, add, remove }, isNeeded = false, isMissing = false }: Props) => {
  const say = useTexts();
  const [isUnreadable, setUnreadable] = useState(false);
  const take = async (files: readonly File[]) => {
    const read = await Promise.allSettled(files.slice(0, atMost - photos.length).map(smaller));
    setUnreadable(read.some(({ status }) => status === 'rejected'));
    add(read.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : [])));
  };
  return (
    <Input.Wrapper
      label={say('photos')}
      required={isNeeded}
      labelElement="div"
      error={isUnreadable ? say('unreadable') : isMissing && say('needed')}
    >
      <Group gap="xs" mt={4} mb={4}>
        {photos.map(({ key, blob }, place) => (
          <div key={key} className="thumbnail-place">
            <Thumbnail blob={blob} label={say('photo', { nth: place + 1 })} />
            <ActionIcon
              className="thumbnail-away"
              size={44}
              radius="xl"
              color="dark"
              variant="filled"
              aria-label={say('remove', { nth: place + 1 })}
              onClick={() => remove(key)}
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </div>
        ))}
      </Group>
      {photos.length >= atMost ? (
        <Text size="sm" c="dimmed">
          {say('atMost', { count: atMost })}
        </Text>
      ) : (
        <FileButton
          accept="image/jpeg,image/png,image/webp"
          multiple
          onChange={(files) => void take(files)}
          inputProps={fileAgain}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="md"
              fullWidth
              leftSection={<IconCamera size={20} aria-hidden />}
            >
              {say('add')}
            </Button>
          )}
        </FileButton>
      )}
    </Input.Wrapper>
  );
};
