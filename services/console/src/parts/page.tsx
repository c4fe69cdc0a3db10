/** A page: its title, what it says of itself, and what one can do on it. */
import type { ReactNode } from 'react';
import { Group, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useShellTexts } from '../app/shell-texts';

type Props = Readonly<{
  title: string;
  hint?: string;
  actions?: ReactNode;
  isNarrow?: boolean;
  children: ReactNode;
}>;

export const Page = ({ title, hint, actions, isNarrow = false, children }: Props) => {
  const say = useShellTexts();
  useDocumentTitle(`${title} · ${say('name')}`);
  return (
    <div className={isNarrow ? 'page page-narrow' : 'page'}>
      <div className="page-title">
        <Title order={1}>{title}</Title>
        {hint !== undefined && <Text c="dimmed">{hint}</Text>}
        <span className="frame-fill" />
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </div>
      {children}
    </div>
  );
};
