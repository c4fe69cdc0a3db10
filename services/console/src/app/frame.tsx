/** What stands around every page: where one can go, who one is, and whether the town is heard. */
import { ActionIcon, Badge, Button, Loader, Menu, Tooltip, useMantineColorScheme } from '@mantine/core';
import { IconLanguage, IconMoon, IconSearch, IconSun, IconUser } from '@tabler/icons-react';
import { Suspense } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { roleWords } from '@mulin/kernel';
import { api, answerOf } from '../api/client';
import { useLive } from '../api/live';
import {
  type Session,
  useLeaving,
  useNewSession,
  useSession,
  useSessionWatch,
  useSignedIn,
} from '../api/session';
import { NotFound } from './not-found';
import { Palette, openPalette } from './palette';
import type { Place } from './place';
import { places, placesOf } from './places';
import { placesOfResidents } from './places-of-residents';
import { Refusal } from '../parts/refusal';
import { useOutbox, useSender } from '../offline/use-outbox';
import { useShellTexts } from './shell-texts';
import { Shortcuts } from './shortcuts';
import { SignIn, SignInAgain } from './sign-in';
import { speak, useLanguage } from './texts';
import { Warnings } from './warnings';

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
    await answerOf(api.DELETE('/api/v1/sessions/current'));
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

const Pages = ({ start }: Readonly<{ start: string }>) => (
  <Suspense fallback={<Loader type="dots" />}>
    <Switch>
      {start !== '/' && (
        <Route path="/">
          <Redirect to={start} replace />
        </Route>
      )}
      <Route path="/sign-in">
        <SignIn />
      </Route>
      {places.map(({ path, view }) => (
        <Route key={path} path={path} component={view} />
      ))}
      <Route component={NotFound} />
    </Switch>
  </Suspense>
);

/** Whoever has no account finds these pages; all others ask first who one is. */
const isOfResidents = (here: string): boolean =>
  here === '/' || placesOfResidents.some((place) => place.path !== '/' && isAt(place, here));

type InsideProps = Readonly<{ isIn: boolean; whose: Session | null; start: string; here: string }>;

const Inside = ({ isIn, whose, start, here }: InsideProps) => {
  const leave = useLeaving();
  const [, go] = useLocation();
  if (whose === null && here !== '/sign-in' && !isOfResidents(here)) return <SignIn isHere />;
  const close = () => {
    leave();
    go('/');
  };
  return (
    <>
      {/* The pages of somebody else begin anew, with nothing in them of whoever sat here before. */}
      <Pages key={whose?.account ?? ''} start={start} />
      {!isIn && whose !== null && <SignInAgain account={whose.account} close={close} />}
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

export const Frame = () => {
  const session = useSignedIn();
  const whose = useSession() ?? null;
  const error = useSessionWatch();
  const [here] = useLocation();
  const isLive = useLive(session?.account ?? null);
  useSender();
  if (session === undefined) return <Unknown error={error} />;
  const own = placesOf(whose?.role ?? null);
  return (
    <div className="frame">
      <Bar session={session} isLive={isLive} />
      <Side own={own} here={here} />
      <main className="frame-main" id="main" tabIndex={-1}>
        <Warnings session={whose} />
        <Inside isIn={session !== null} whose={whose} start={own[0]?.path ?? '/sign-in'} here={here} />
      </main>
      {session !== null && <Palette own={own} />}
      {session !== null && <Shortcuts />}
    </div>
  );
};
