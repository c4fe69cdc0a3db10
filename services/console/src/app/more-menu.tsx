/** The pages that a phone has no room for: loaded when somebody asks for more, for it brings what places it on the page. */
import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { isAt, type Place } from './place';
import { useShellTexts } from './shell-texts';

/** `children`: what the button shows. */
type Props = Readonly<{ own: readonly Place[]; here: string; children: ReactNode }>;

export const MoreMenu = ({ own, here, children }: Props) => {
  const say = useShellTexts();
  return (
    <Menu position="top-end" offset={8} defaultOpened>
      <Menu.Target>
        <button
          type="button"
          className="frame-link narrow-only"
          {...(own.some((place) => isAt(place, here)) ? { 'aria-current': true } : {})}
        >
          {children}
        </button>
      </Menu.Target>
      <Menu.Dropdown className="frame-more">
        {own.map((place) => (
          <Menu.Item
            key={place.path}
            component={Link}
            href={place.path}
            leftSection={<place.icon size={20} stroke={1.6} aria-hidden />}
            {...(isAt(place, here) ? { 'aria-current': 'page' as const } : {})}
          >
            {say(place.name)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
