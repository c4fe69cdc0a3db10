/** The town has it: what one keeps to come to one's own case again. */
import { Alert, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { encode } from 'uqr';
import { Empty } from '../../parts/asked';
import { Page } from '../../parts/page';
import { Copy } from '../../resident/copy';
import { kept } from '../../resident/kept';
import { Changed } from './changed';
import type { Sent } from './send';
import { askedName } from '../../resident/own-case';
import { useTexts } from './texts';

/** The code stands behind the `#`, which no browser sends to any server: it is in no log. */
const wayTo = (number: string, code: string): string =>
  `/my/${encodeURIComponent(number)}#code=${encodeURIComponent(code)}`;

const Qr = ({ text, label }: Readonly<{ text: string; label: string }>) => {
  const { data, size } = encode(text, { border: 2 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg viewBox={`0 0 ${size} ${size}`} className="qr" role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};

const Keep = ({ number, code }: Readonly<{ number: string; code: string }>) => {
  const say = useTexts();
  const link = `${location.origin}${wayTo(number, code)}`;
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="keep">
      <Title order={2} size="h4" id="keep" mb="xs">
        {say('keepThis')}
      </Title>
      <Text size="sm" mb="md">
        {say('keepHint')}
      </Text>
      <Group align="flex-start" gap="lg">
        <Stack gap="sm" className="grow">
          <dl className="facts">
            <dt>{say('number')}</dt>
            <dd className="code">{number}</dd>
            <dt>{say('code')}</dt>
            <dd className="code code-large">{code}</dd>
          </dl>
          <Group gap="sm">
            <Copy text={`${say('number')} ${number}\n${say('code')} ${code}\n${link}`} />
          </Group>
        </Stack>
        <Qr text={link} label={say('qr')} />
      </Group>
    </Card>
  );
};

export const View = () => {
  const say = useTexts();
  const [sent] = useState(() => kept<Sent>(askedName));
  if (sent === null)
    return (
      <Empty title={say('lostTitle')} hint={say('lostHint')}>
        <Button component={Link} href="/ask" size="md">
          {say('title')}
        </Button>
      </Empty>
    );
  const { number, code, asFirst = null } = sent;
  return (
    <Page title={say('sentTitle')} isNarrow>
      <Stack gap="lg">
        <Alert color="town" variant="light" icon={<IconCircleCheck aria-hidden />} role="status">
          {say('sentHint')}
        </Alert>
        {asFirst !== null && <Changed number={number} asFirst={asFirst} mayAdd={code !== null} />}
        {code !== null && <Keep number={number} code={code} />}
        {code !== null && (
          <Button component={Link} href={wayTo(number, code)} size="lg">
            {say('open')}
          </Button>
        )}
        <Button component={Link} href="/ask" size="md" variant="default">
          {say('another')}
        </Button>
      </Stack>
    </Page>
  );
};
