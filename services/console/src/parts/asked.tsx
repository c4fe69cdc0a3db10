/** What was asked of the town: being waited for, refused, empty, or there. */
import { Button, Loader, Stack, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useShellTexts } from '../app/shell-texts';
import { Page } from './page';
import { Refusal } from './refusal';

type Props<Answer> = Readonly<{
  of: UseQueryResult<Answer>;
  /** Of a page that has its title from the answer: what stands above it until then. */
  title?: string;
  children: (answer: Answer) => ReactNode;
}>;

const Titled = ({ title, children }: Readonly<{ title: string | undefined; children: ReactNode }>) =>
  title === undefined ? <>{children}</> : <Page title={title}>{children}</Page>;

const NotThere = <Answer,>({ of: asked }: Pick<Props<Answer>, 'of'>) => {
  const say = useShellTexts();
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

export const Asked = <Answer,>({ of: asked, title, children }: Props<Answer>) =>
  asked.data === undefined ? (
    <Titled title={title}>
      <NotThere of={asked} />
    </Titled>
  ) : (
    <>{children(asked.data)}</>
  );

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
