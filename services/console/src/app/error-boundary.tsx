import { Button, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useShellTexts } from './shell-texts';

const Broken = () => {
  const say = useShellTexts();
  return (
    <Stack className="page" align="flex-start">
      <Title order={1}>{say('broken')}</Title>
      <Text>{say('brokenHint')}</Text>
      <Button onClick={() => location.reload()}>{say('reload')}</Button>
    </Stack>
  );
};

type Props = Readonly<{ children: ReactNode }>;

/** A fault of a view is said in words, and takes nothing along that was not sent. */
export class ErrorBoundary extends Component<Props, Readonly<{ isBroken: boolean }>> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}
