/** What is read on purpose, because whoever reads it is noted down: a button first, then what it shows. */
import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTexts } from './texts';

type Props = Readonly<{
  id: string;
  title: string;
  button: string;
  /** Nobody is noted down for it. */
  isFree?: boolean;
  children: () => ReactNode;
}>;

export const OnPurpose = ({ id, title, button, isFree = false, children }: Props) => {
  const say = useTexts();
  const [isWanted, setWanted] = useState(false);
  return (
    <Card withBorder component="section" aria-labelledby={id}>
      <Title order={2} size="h4" mb="xs" id={id}>
        {title}
      </Title>
      {isWanted ? (
        children()
      ) : (
        <Stack gap={4} align="flex-start">
          <Button variant="default" onClick={() => setWanted(true)}>
            {button}
          </Button>
          {!isFree && (
            <Text size="xs" c="dimmed">
              {say('wordsHint')}
            </Text>
          )}
        </Stack>
      )}
    </Card>
  );
};
