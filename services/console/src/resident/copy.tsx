import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useResidentTexts } from './texts';

/** Also where the page came without TLS, and the browser has no clipboard for it. */
const copy = async (text: string): Promise<boolean> => {
  if (isSecureContext)
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  document.body.append(field);
  field.select();
  const isDone = document.execCommand('copy');
  field.remove();
  return isDone;
};

export const Copy = ({ text }: Readonly<{ text: string }>) => {
  const say = useResidentTexts();
  const [isDone, setDone] = useState(false);
  return (
    <Button
      variant="default"
      size="md"
      leftSection={isDone ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
      onClick={() => void copy(text).then(setDone)}
    >
      {say(isDone ? 'copied' : 'copy')}
    </Button>
  );
};
