/** A resident comes to their own case: by number and code, by a link or by the QR code of it. */
import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { Refused } from '../../api/client';
import { useLanguage } from '../../app/texts';
import { Asked } from '../../parts/asked';
import { Page } from '../../parts/page';
import { Refusal } from '../../parts/refusal';
import { CodeForm } from '../../resident/code-form';
import { forgetCase, hasCode, keepCode, knownCases, numberOf, useOwn } from '../../resident/own-case';
import { MyCase } from './my-case';
import { useTexts } from './texts';

/** Takes the code out of the address, so that it is not seen there, nor kept in what the browser remembers. */
const takeCode = (number: string): void => {
  const code = new URLSearchParams(location.hash.slice(1)).get('code');
  if (code === null) return;
  keepCode(number, code);
  history.replaceState(history.state, '', location.pathname);
};

const Entrance = ({ number, error }: Readonly<{ number?: string; error?: Error }>) => {
  const say = useTexts();
  const [, go] = useLocation();
  const known = number === undefined ? knownCases() : [];
  return (
    <Page title={say('title')} hint={say('hint')} isNarrow>
      <Stack gap="lg">
        {known.length > 0 && (
          <Card withBorder component="section" aria-labelledby="opened">
            <Title order={2} size="h5" id="opened" mb="xs">
              {say('opened')}
            </Title>
            <Stack gap="xs" component="ul" className="plain">
              {known.map((it) => (
                <li key={it}>
                  <Link href={`/my/${encodeURIComponent(it)}`} className="menu-item code">
                    {it}
                  </Link>
                </li>
              ))}
            </Stack>
          </Card>
        )}
        {error !== undefined && <Refusal error={error} />}
        <CodeForm
          {...(number === undefined ? {} : { number })}
          then={(it) => go(`/my/${encodeURIComponent(it)}`)}
        />
      </Stack>
    </Page>
  );
};

const isNotOpened = (error: Error | null): error is Refused =>
  error instanceof Refused && ['case-code-wrong', 'not-signed-in'].includes(error.code);

const Opened = ({ number, close }: Readonly<{ number: string; close: () => void }>) => {
  const say = useTexts();
  const language = useLanguage();
  const asked = useOwn(['my-case', language], number, ({ client }) => client.GET('/api/v1/my-case'));
  if (isNotOpened(asked.error)) return <Entrance number={number} error={asked.error} />;
  return (
    <Page title={asked.data?.menuItem ?? say('title')} hint={number} isNarrow>
      <Asked of={asked}>{(it) => <MyCase it={it} number={number} />}</Asked>
      <Stack gap={4} mt="xl" align="flex-start" className="no-print">
        <Button variant="default" size="md" onClick={close}>
          {say('forget')}
        </Button>
        <Text size="sm" c="dimmed">
          {say('forgetHint')}
        </Text>
      </Stack>
    </Page>
  );
};

export const View = () => {
  const { number: named } = useParams<{ number?: string }>();
  const number = named === undefined ? undefined : numberOf(named);
  const [, go] = useLocation();
  const [taken, setTaken] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (number !== undefined) takeCode(number);
    setTaken(number);
  }, [number]);
  if (number === undefined) return <Entrance />;
  if (taken !== number) return null;
  if (!hasCode(number)) return <Entrance key={number} number={number} />;
  return (
    <Opened
      key={number}
      number={number}
      close={() => {
        forgetCase(number);
        go('/my');
      }}
    />
  );
};
