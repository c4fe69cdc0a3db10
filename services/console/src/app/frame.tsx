/** What stands around every page: where one can go, who one is, and whether the town is heard. */
import { ActionIcon, Button, Loader, useMantineColorScheme } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconLanguage, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { useLive } from '../api/live';
import { type Session, useLeaving, useSession, useSessionWatch, useSignedIn } from '../api/session';
import { useSittingWatch } from '../api/sitting';
import { NotFound } from './not-found';
import { later, type Place } from './place';
import { places, placesOf } from './places';
import { placesOfResidents } from './places-of-residents';
import { useSender } from '../offline/use-outbox';
import { Refusal } from '../parts/refusal';
import { useShellTexts } from './shell-texts';
import { Shortcuts } from './shortcuts';
import { Side } from './side';
import { speak, useLanguage } from './texts';
import { Warnings } from './warnings';
import { Who } from './who';

const Looks = () => {
  const say = useShellTexts();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isDark = colorScheme === 'dark';
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconLanguage size={16} aria-hidden />}
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => void speak(language === 'zh' ? 'en' : 'zh')}
      >
        {say('otherLanguage')}
      </Button>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`${say('scheme')}: ${say(isDark ? 'light' : 'dark')}`}
        onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
      >
        {isDark ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
      </ActionIcon>
    </>
  );
};

type BarProps = Readonly<{ session: Session | null; isLive: boolean; search: () => void }>;

const Bar = ({ session, isLive, search }: BarProps) => {
  const say = useShellTexts();
  return (
    <header className="frame-bar">
      <a className="skip" href="#main">
        {say('skip')}
      </a>
      <Link href="/" className="frame-badge">
        <img src="/icon.svg" alt="" width={28} height={28} />
        <span>{say('name')}</span>
      </Link>
      <span className="frame-fill" />
      {session !== null && (
        <>
          <span
            role="status"
            title={say(isLive ? 'live' : 'notLive')}
            aria-label={say(isLive ? 'live' : 'notLive')}
            className={isLive ? 'dot dot-live' : 'dot'}
          />
          <Button
            variant="default"
            size="compact-sm"
            className="wide-only"
            leftSection={<IconSearch size={16} aria-hidden />}
            onClick={search}
          >
            {say('palette')} <kbd className="key">Ctrl K</kbd>
          </Button>
        </>
      )}
      <Looks />
      {session === null ? (
        <Button component={Link} href="/sign-in" size="compact-sm" variant="light">
          {say('signIn')}
        </Button>
      ) : (
        <Who session={session} />
      )}
    </header>
  );
};

const SignIn = later(() => import('./sign-in'));
const SignInHere = lazy(async () => ({ default: (await import('./sign-in')).SignInHere }));

/** `isShut`: nobody is signed in, and nobody's work was broken off: pages of staff begin with signing in. */
const Pages = ({ start, isShut }: Readonly<{ start: string; isShut: boolean }>) => (
  <Suspense fallback={<Loader type="dots" />}>
    <Switch>
      {start !== '/' && (
        <Route path="/">
          <Redirect to={start} replace />
        </Route>
      )}
      <Route path="/sign-in" component={SignIn} />
      {places.map(({ path, view }) => (
        <Route
          key={path}
          path={path}
          component={isShut && !placesOfResidents.some((it) => it.path === path) ? SignInHere : view}
        />
      ))}
      <Route component={NotFound} />
    </Switch>
  </Suspense>
);

const SignInAgain = lazy(async () => ({ default: (await import('./sign-in')).SignInAgain }));

type InsideProps = Readonly<{ isIn: boolean; whose: Session | null; start: string }>;

/** Whoever was signed out in the middle of something signs in over it; the pages of somebody else, or of another role, begin anew. */
const Inside = ({ isIn, whose, start }: InsideProps) => {
  const leave = useLeaving();
  const [, go] = useLocation();
  const close = () => {
    leave();
    go('/');
  };
  return (
    <>
      <Pages
        key={whose === null ? '' : `${whose.role} ${whose.account}`}
        start={start}
        isShut={whose === null}
      />
      {!isIn && whose !== null && (
        <Suspense>
          <SignInAgain whose={whose} close={close} />
        </Suspense>
      )}
    </>
  );
};

/** Nobody has said yet who sits here: it is asked again by itself. */
const Unknown = ({ error }: Readonly<{ error: Error | null }>) =>
  error === null ? (
    <Loader type="dots" m="xl" />
  ) : (
    <main className="frame-main">
      <Refusal error={error} />
    </main>
  );

const Palette = lazy(async () => ({ default: (await import('./palette')).Palette }));

/** At a keyboard it is loaded with the page, and elsewhere when it is asked for; then it hears its keys itself. */
const usePalette = (own: readonly Place[], session: Session | null | undefined) => {
  const [asked, setAsked] = useState(0);
  // Whoever signs in next has not asked.
  if (asked > 0 && session === null) setAsked(0);
  const search = () => setAsked((before) => before + 1);
  useHotkeys([['mod+K', () => setAsked((before) => Math.max(before, 1))]]);
  const hasKeys = matchMedia('(pointer: fine)').matches;
  const isThere = (hasKeys || asked > 0) && session !== null && session !== undefined;
  const palette = isThere && (
    <Suspense>
      <Palette own={own} asked={asked} />
    </Suspense>
  );
  return { search, palette };
};

/** Whose page this is: whoever is signed in, or was in the middle of something. Two pages are nobody's, and hide nothing. */
const useWhose = (session: Session | null | undefined, here: string): Session | null => {
  const held = useSession() ?? null;
  return session === null && (here === '/' || here === '/sign-in') ? null : held;
};

export const Frame = () => {
  const session = useSignedIn();
  const error = useSessionWatch();
  const [here] = useLocation();
  const whose = useWhose(session, here);
  const isLive = useLive(session?.account ?? null);
  useSender();
  useSittingWatch();
  const own = placesOf(whose?.role ?? null);
  const { search, palette } = usePalette(own, session);
  if (session === undefined) return <Unknown error={error} />;
  return (
    <div className="frame">
      <Bar session={session} isLive={isLive} search={search} />
      <Side own={own} here={here} />
      <main
        className={session === null && whose !== null ? 'frame-main is-shut' : 'frame-main'}
        id="main"
        tabIndex={-1}
      >
        <Warnings session={whose} isOut={session === null} />
        <Inside isIn={session !== null} whose={whose} start={own[0]?.path ?? '/sign-in'} />
      </main>
      {palette}
      {session !== null && <Shortcuts />}
    </div>
  );
};
