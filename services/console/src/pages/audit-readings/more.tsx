/** A list that goes on: how many are shown, and a button for more. */
import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from './texts';

type Listed = Readonly<{
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}>;

export const More = ({
  of,
  count,
  children,
}: Readonly<{ of: Listed; count: number; children: ReactNode }>) => {
  const say = useTexts();
  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        {say('shown', { count })}
      </Text>
      {children}
      {of.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={of.isFetchingNextPage}
          onClick={() => void of.fetchNextPage()}
        >
          {say('more')}
        </Button>
      )}
    </>
  );
};
