import { Button, Stack, Title } from '@mantine/core';
import { Link } from 'wouter';
import { useShellTexts } from './shell-texts';

export const NotFound = () => {
  const say = useShellTexts();
  return (
    <Stack className="page" align="flex-start">
      <Title order={1}>{say('notFound')}</Title>
      <Button component={Link} href="/">
        {say('toStart')}
      </Button>
    </Stack>
  );
};
