/** Anywhere by keyboard: a page by its name, a case by its number. */
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconFileText } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Place } from './place';
import { useShellTexts } from './shell-texts';

const [store, spotlight] = createSpotlight();

/** A number of a case or a dispute, however its prefix is: at least one digit, and no space within. */
const looksLikeNumber = (text: string): boolean => /^\S*\d\S*$/.test(text);

/** `mu-M-2026-000007` is a dispute, `mu-2026-000007` a case. */
const isOfDispute = (number: string): boolean => /-m-/i.test(number);

/** `asked`: how often it was asked for by something else than its own keys; it opens each time. */
type Props = Readonly<{ own: readonly Place[]; asked: number }>;

export const Palette = ({ own, asked }: Props) => {
  useEffect(() => {
    if (asked > 0) spotlight.open();
  }, [asked]);
  const say = useShellTexts();
  const [, go] = useLocation();
  const [wanted, setWanted] = useState('');
  const number = wanted.trim();
  const pages = own.filter(({ name }) => say(name).toLowerCase().includes(number.toLowerCase()));
  return (
    <Spotlight.Root
      store={store}
      query={wanted}
      onQueryChange={setWanted}
      lockScroll={false}
      shortcut="mod + K"
    >
      <Spotlight.Search placeholder={say('paletteHint')} aria-label={say('paletteHint')} />
      <Spotlight.ActionsList>
        {looksLikeNumber(number) && (
          <Spotlight.Action
            label={say(isOfDispute(number) ? 'openDispute' : 'openCase', { number })}
            leftSection={<IconFileText size={18} aria-hidden />}
            onClick={() => go(`/${isOfDispute(number) ? 'disputes' : 'cases'}/${encodeURIComponent(number)}`)}
          />
        )}
        {pages.map((place) => (
          <Spotlight.Action
            key={place.path}
            label={say(place.name)}
            leftSection={<place.icon size={18} aria-hidden />}
            onClick={() => go(place.path)}
          />
        ))}
        {pages.length === 0 && !looksLikeNumber(number) && (
          <Spotlight.Empty>{say('paletteNothing')}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
};
