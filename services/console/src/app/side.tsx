/** The menu: all pages beside a wide screen; on a phone the first of them under the thumb, the others behind "more". */
import { Badge } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import { useOutbox } from '../offline/use-outbox';
import { isAt, type Place } from './place';
import { useShellTexts } from './shell-texts';

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

const MoreMenu = lazy(async () => ({ default: (await import('./more-menu')).MoreMenu }));

/** The others: a button, whose menu is loaded when somebody presses it. */
const More = ({ own, here }: Props) => {
  const say = useShellTexts();
  const [isWanted, setWanted] = useState(false);
  const isHere = own.some((place) => isAt(place, here));
  const inside = (
    <>
      <IconDots size={20} stroke={1.6} aria-hidden />
      <span>{say('more')}</span>
      {own.some(({ path }) => path === '/outbox') && <Unsent />}
    </>
  );
  const button = (
    <button
      type="button"
      className="frame-link narrow-only"
      aria-haspopup="menu"
      aria-expanded={false}
      {...(isHere ? { 'aria-current': true } : {})}
      onClick={() => setWanted(true)}
    >
      {inside}
    </button>
  );
  return isWanted ? (
    <Suspense fallback={button}>
      <MoreMenu own={own} here={here}>
        {inside}
      </MoreMenu>
    </Suspense>
  ) : (
    button
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
