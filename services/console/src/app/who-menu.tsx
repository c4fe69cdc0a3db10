/** Who sits here, and signing out: loaded when somebody presses it, for it brings what places it on the page. */
import { Button, Menu } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { hasRight, roleWords } from '@mulin/kernel';
import { endSession, leaveTown } from '../api/leaving';
import { type Session, useNewSession } from '../api/session';
import { useShellTexts } from './shell-texts';
import { useLanguage } from './texts';

export const WhoMenu = ({ session }: Readonly<{ session: Session }>) => {
  const say = useShellTexts();
  const language = useLanguage();
  const begin = useNewSession();
  const [, go] = useLocation();
  const leave = () => {
    // At once here, without network as well; the town is told meanwhile, or later.
    leaveTown();
    begin(null);
    go('/');
    void endSession();
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
        {hasRight('inbox.preferences', session) && (
          <Menu.Item component={Link} href="/preferences">
            {say('preferences')}
          </Menu.Item>
        )}
        <Menu.Item onClick={leave}>{say('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
