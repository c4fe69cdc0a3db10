/** What was asked of the town: being waited for, refused, empty, or there. */
import { Button, Loader, Stack, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useShellTexts } from '../app/shell-texts';
import { Refusal } from './refusal';

type Props<Answer> = Readonly<{
  of: UseQueryResult<Answer>;
  children: (answer: Answer) => ReactNode;
}>;

export const Asked = <Answer,>({ of: asked, children }: Props<Answer>) => {
  const say = useShellTexts();
  if (asked.data !== undefined) return <>{children(asked.data)}</>;
  if (asked.error !== null)
    return (
      <Stack align="flex-start">
        <Refusal error={asked.error} />
        <Button variant="default" onClick={() => void asked.refetch()}>
          {say('tryAgain')}
        </Button>
      </Stack>
    );
  return <Loader type="dots" role="status" aria-label={say('loading')} />;
};

/** There is nothing here, and what will be. */
export const Empty = ({
  title,
  hint,
  children,
}: Readonly<{ title: string; hint: string; children?: ReactNode }>) => (
  <Stack align="center" py={48} ta="center" gap="xs">
    <Title order={2} size="h4">
      {title}
    </Title>
    <Text c="dimmed" maw={420}>
      {hint}
    </Text>
    {children}
  </Stack>
);
