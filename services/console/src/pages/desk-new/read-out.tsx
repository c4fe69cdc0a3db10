/** What the caller is told at the end: the number and the code, as one reads them into a phone. */
import { Button, Card, CopyButton, Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Schemas } from '../../api/client';
import { useTexts } from './texts';

type Registered = Schemas['RegisteredCase'];

/** In groups of four, as one says it. */
const grouped = (code: string): string => code.replaceAll(/[\s-]/g, '').replaceAll(/(.{4})(?=.)/g, '$1 ');

export const ReadOut = ({ it, onSame }: Readonly<{ it: Registered; onSame: () => void }>) => {
  const say = useTexts();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A newer browser gives a promise, which an effect must not return.
    void place.current?.scrollIntoView({ block: 'nearest' });
  }, [it]);
  return (
    <Card withBorder className="read-out" mb="md" ref={place} role="status">
      <Text fw={600}>{say('done')}</Text>
      <div className="read-out-both">
        <div>
          <Text size="sm">{say('number')}</Text>
          <p className="read-out-big">{it.number}</p>
        </div>
        {it.queryCode !== undefined && (
          <div>
            <Text size="sm">{say('code')}</Text>
            <p className="read-out-big">{grouped(it.queryCode)}</p>
          </div>
        )}
      </div>
      <Group gap="xs" mt="xs">
        <Button size="compact-md" variant="default" onClick={onSame}>
          {say('sameCaller')}
        </Button>
        <CopyButton value={`${it.number} ${it.queryCode ?? ''}`}>
          {({ copy }) => (
            <Button size="compact-md" variant="default" onClick={copy}>
              {say('copy')}
            </Button>
          )}
        </CopyButton>
        <Button
          size="compact-md"
          variant="subtle"
          component={Link}
          href={`/cases/${encodeURIComponent(it.number)}`}
        >
          {say('open')}
        </Button>
        <Text size="sm">{say('codeHint')}</Text>
      </Group>
    </Card>
  );
};
