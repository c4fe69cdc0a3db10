/** What stands around every page: where one can go, who one is, and whether the town is heard. */
import {
  ActionIcon,
  Alert,
  Badge,
  Button,
  Loader,
  Menu,
  Tooltip,
  useMantineColorScheme,
} from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconLanguage, IconMoon, IconSearch, IconSun, IconUser } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { hasRight, roleWords } from '@mulin/kernel';
import { clockIsOffBy } from '../api/clock';
import { leaveTown, useOwed } from '../api/leaving';
import { useLive } from '../api/live';
import { type Session, useNewSession, useSession } from '../api/session';
import { NotFound } from './not-found';
import { Palette, openPalette } from './palette';
import type { Place } from './place';
import { places, placesOf } from './places';
import { useOutbox, useSender } from '../offline/use-outbox';
import { useShellTexts } from './shell-texts';
import { Shortcuts } from './shortcuts';
import { SignIn, SignInAgain } from './sign-in';
import { speak, useLanguage } from './texts';

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

const Side = ({ own, here }: Readonly<{ own: readonly Place[]; here: string }>) => {
  const say = useShellTexts();
  return (
    <nav className="frame-side" aria-label={say('menu')}>
      {own.map((place) => (
        <Link
          key={place.path}
          href={place.path}
          className="frame-link"
          {...(isAt(place, here) ? { 'aria-current': 'page' } : {})}
        >
          <place.icon size={20} stroke={1.6} aria-hidden />
          <span>{say(place.name)}</span>
          {place.path === '/outbox' && <Unsent />}
        </Link>
      ))}
    </nav>
  );
};

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

const Who = ({ session }: Readonly<{ session: Session }>) => {
  const say = useShellTexts();
  const language = useLanguage();
  const begin = useNewSession();
  const [, go] = useLocation();
  const leave = async () => {
    // Without network one is out here all the same; what the town is owed, it is told later.
    await leaveTown();
    begin(null);
    go('/');
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          className="frame-who"
          variant="default"
          size="compact-sm"
          leftSection={<IconUser size={16} aria-hidden />}
        >
          {session.name ?? session.account}
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
        <Menu.Item onClick={() => void leave()}>{say('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

const Bar = ({ session, isLive }: Readonly<{ session: Session | null; isLive: boolean }>) => {
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
          <Tooltip label={say(isLive ? 'live' : 'notLive')}>
            <span
              role="status"
              aria-label={say(isLive ? 'live' : 'notLive')}
              className={isLive ? 'dot dot-live' : 'dot'}
            />
          </Tooltip>
          <Button
            variant="default"
            size="compact-sm"
            className="wide-only"
            leftSection={<IconSearch size={16} aria-hidden />}
            onClick={openPalette}
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
const Warnings = ({ isOut }: Readonly<{ isOut: boolean }>) => {
  const say = useShellTexts();
  const { online } = useNetwork();
  const isOwed = useOwed();
  const minutes = Math.round(Math.abs(clockIsOffBy()) / minuteMs);
  return (
    <>
      {online === false && (
        <Alert color="yellow" mb="md" role="status">
          {say('offline')}
        </Alert>
      )}
      {isOut && isOwed && (
        <Alert color="yellow" mb="md" role="status">
          {say('signOutOwed')}
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

const Pages = ({ start }: Readonly<{ start: string }>) => (
  <Suspense fallback={<Loader type="dots" />}>
    <Switch>
      {start !== '/' && (
        <Route path="/">
          <Redirect to={start} replace />
        </Route>
      )}
      <Route path="/sign-in" component={SignIn} />
      {places.map(({ path, view }) => (
        <Route key={path} path={path} component={view} />
      ))}
      <Route component={NotFound} />
    </Switch>
  </Suspense>
);

/** Whoever was signed out in the middle of something signs in over it; one page is nobody's in particular. */
const Again = ({ session, here }: Readonly<{ session: Session | null; here: string }>) => {
  const [last, setLast] = useState<Session | null>(null);
  if (session !== null && session.account !== last?.account) setLast(session);
  const isElsewhere = here === '/' || here === '/sign-in';
  return session === null && last !== null && !isElsewhere ? <SignInAgain account={last.account} /> : null;
};

export const Frame = () => {
  const session = useSession();
  const [here] = useLocation();
  const isLive = useLive(session?.account ?? null);
  useSender();
  if (session === undefined) return <Loader type="dots" m="xl" />;
  const own = placesOf(session?.role ?? null);
  return (
    <div className="frame">
      <Bar session={session} isLive={isLive} />
      <Side own={own} here={here} />
      <main className="frame-main" id="main" tabIndex={-1}>
        <Warnings isOut={session === null} />
        <Pages start={own[0]?.path ?? '/sign-in'} />
      </main>
      {session !== null && <Palette own={own} />}
      {session !== null && <Shortcuts />}
      <Again session={session} here={here} />
    </div>
  );
};
