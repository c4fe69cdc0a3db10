/** The menu: all pages beside a wide screen; on a phone the first of them under the thumb, the others behind "more". */
import { Badge } from '@mantine/core';
import { useClickOutside } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
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

/** The others, over the button that shows them. */
const More = ({ own, here }: Props) => {
  const say = useShellTexts();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const place = useClickOutside<HTMLDivElement>(close);
  const button = useRef<HTMLButtonElement>(null);
  const leave = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !isOpen) return;
    close();
    button.current?.focus();
  };
  return (
    <div ref={place} className="frame-more-place narrow-only" onKeyDown={leave}>
      <button
        ref={button}
        type="button"
        className="frame-link"
        aria-expanded={isOpen}
        {...(own.some((it) => isAt(it, here)) ? { 'aria-current': true } : {})}
        onClick={() => setOpen(!isOpen)}
      >
        <IconDots size={20} stroke={1.6} aria-hidden />
        <span>{say('more')}</span>
        {own.some(({ path }) => path === '/outbox') && <Unsent />}
      </button>
      {isOpen && (
        <div className="frame-more">
          {own.map((it) => (
            <Link
              key={it.path}
              href={it.path}
              onClick={close}
              {...(isAt(it, here) ? { 'aria-current': 'page' as const } : {})}
            >
              <it.icon size={20} stroke={1.6} aria-hidden />
              <span>{say(it.name)}</span>
            </Link>
          ))}
        </div>
      )}
    </div>
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
