/** The menu: all pages beside a wide screen; on a phone the first of them under the thumb, the others behind "more". */
import { Badge, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useOutbox } from '../offline/use-outbox';
import type { Place } from './place';
import { useShellTexts } from './shell-texts';

const isAt = (place: Place, here: string): boolean =>
  here === place.path || here.startsWith(`${place.path}/`);

/** How much of what was done here the town does not have yet. */
const Unsent = () => {
  const open = useOutbox().filter(({ state }) => state !== 'sent');
  if (open.length === 0) return null;
  const isRefused = open.some(({ state }) => state === 'refused');
  return (
    <Badge
      size="sm"
      circle={open.length < 10}
      color={isRefused ? 'red.9' : 'yellow'}
      className="unsent"
      autoContrast
    >
      {open.length}
    </Badge>
  );
};

/** So many names fit side by side at 360 px; of more, the last place is the button that opens the others. */
const fitting = 6;
const besideMore = 4;

type Props = Readonly<{ own: readonly Place[]; here: string }>;

const More = ({ own, here }: Props) => {
  const say = useShellTexts();
  return (
    <Menu position="top-end" offset={8}>
      <Menu.Target>
        <button
          type="button"
          className="frame-link narrow-only"
          {...(own.some((place) => isAt(place, here)) ? { 'aria-current': true } : {})}
        >
          <IconDots size={20} stroke={1.6} aria-hidden />
          <span>{say('more')}</span>
          {own.some(({ path }) => path === '/outbox') && <Unsent />}
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

export const Side = ({ own, here }: Props) => {
  const say = useShellTexts();
  const first = own.length > fitting ? besideMore : own.length;
  return (
    <nav className="frame-side" aria-label={say('menu')}>
      {own.map((place, nth) => (
        <Link
          key={place.path}
          href={place.path}
          className={nth < first ? 'frame-link' : 'frame-link wide-only'}
          {...(isAt(place, here) ? { 'aria-current': 'page' } : {})}
        >
          <place.icon size={20} stroke={1.6} aria-hidden />
          <span>{say(place.name)}</span>
          {place.path === '/outbox' && <Unsent />}
        </Link>
      ))}
      {first < own.length && <More own={own.slice(first)} here={here} />}
    </nav>
  );
};
