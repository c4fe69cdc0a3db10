/** What stands around every page: where one can go, who one is, and whether the town is heard. */
import { ActionIcon, Alert, Button, Loader, useMantineColorScheme } from '@mantine/core';
import { useHotkeys, useNetwork } from '@mantine/hooks';
import { IconLanguage, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { clockIsOffBy } from '../api/clock';
import { useLive } from '../api/live';
import { type Session, useSession } from '../api/session';
import { NotFound } from './not-found';
import { later, type Place } from './place';
import { places, placesOf } from './places';
import { placesOfResidents } from './places-of-residents';
import { useSender } from '../offline/use-outbox';
import { useShellTexts } from './shell-texts';
import { Shortcuts } from './shortcuts';
import { Side } from './side';
import { speak, useLanguage } from './texts';
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

const minuteMs = 60_000;

/** What is not as it should be with this device, said above every page. */
const Warnings = () => {
  const say = useShellTexts();
  const { online } = useNetwork();
  const minutes = Math.round(Math.abs(clockIsOffBy()) / minuteMs);
  return (
    <>
      {online === false && (
        <Alert color="yellow" mb="md" role="status">
          {say('offline')}
        </Alert>
      )}
      {minutes >= 2 && (
        <Alert color="yellow" mb="md">
          {say('clockOff', { minutes })}
        </Alert>
      )}
    </>
  );
};

const SignIn = later(() => import('./sign-in'));
const SignInHere = lazy(async () => ({ default: (await import('./sign-in')).SignInHere }));

/** `isShut`: nobody is signed in, and nobody was before in this tab: pages of staff begin with signing in. */
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

/** Who was signed in last in this tab. */
const useLast = (session: Session | null | undefined): Session | null => {
  const [last, setLast] = useState<Session | null>(null);
  if (session && session.account !== last?.account) setLast(session);
  return session ?? last;
};

type AgainProps = Readonly<{ session: Session | null; last: Session | null; here: string }>;

/** Whoever was signed out in the middle of something signs in over it; one page is nobody's in particular. */
const Again = ({ session, last, here }: AgainProps) => {
  const isElsewhere = here === '/' || here === '/sign-in';
  if (session !== null || last === null || isElsewhere) return null;
  return (
    <Suspense>
      <SignInAgain account={last.account} />
    </Suspense>
  );
};

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

export const Frame = () => {
  const session = useSession();
  const [here] = useLocation();
  const last = useLast(session);
  const isLive = useLive(session?.account ?? null);
  useSender();
  const own = placesOf(session?.role ?? null);
  const { search, palette } = usePalette(own, session);
  if (session === undefined) return <Loader type="dots" m="xl" />;
  return (
    <div className="frame">
      <Bar session={session} isLive={isLive} search={search} />
      <Side own={own} here={here} />
      <main className="frame-main" id="main" tabIndex={-1}>
        <Warnings />
        <Pages start={own[0]?.path ?? '/sign-in'} isShut={last === null} />
      </main>
      {palette}
      {session !== null && <Shortcuts />}
      <Again session={session} last={last} here={here} />
    </div>
  );
};
