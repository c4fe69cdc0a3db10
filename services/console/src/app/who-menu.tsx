/** Who sits here, and signing out: loaded when somebody presses it, for it brings what places it on the page. */
import { Button, Menu } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { roleWords } from '@mulin/kernel';
import { api, answerOf } from '../api/client';
import { type Session, useNewSession } from '../api/session';
import { useShellTexts } from './shell-texts';
import { useLanguage } from './texts';

export const WhoMenu = ({ session }: Readonly<{ session: Session }>) => {
  const say = useShellTexts();
  const language = useLanguage();
  const begin = useNewSession();
  const [, go] = useLocation();
  const leave = async () => {
    await answerOf(api.DELETE('/api/v1/sessions/current'));
    begin(null);
    go('/');
  };
  const who = session.name ?? roleWords[session.role][language];
  return (
    <Menu position="bottom-end" defaultOpened>
      <Menu.Target>
        <Button
          className="frame-who"
          variant="default"
          size="compact-sm"
          aria-label={who}
          leftSection={<IconUser size={18} aria-hidden />}
        >
          {who}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {roleWords[session.role][language]} · {session.account}
        </Menu.Label>
        <Menu.Item onClick={() => void leave()}>{say('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
