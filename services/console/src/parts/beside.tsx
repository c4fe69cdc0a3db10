/** Cases beside what one is doing: each a line that is read at a glance and opened with Enter. */
import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Schemas } from '../api/client';
import { Moment } from './time';
import { CaseStateBadge } from './words';

type Case = Schemas['CaseListed'];

const Line = ({ it, action }: Readonly<{ it: Case; action?: ReactNode }>) => (
  <li className="beside-case">
    <div className="beside-head">
      <Link href={`/cases/${encodeURIComponent(it.number ?? it.caseId)}`} className="number">
        {it.number ?? it.caseId.slice(0, 8)}
      </Link>
      <CaseStateBadge state={it.state} />
    </div>
    <Text size="sm">{it.menuItemName ?? it.menuItem}</Text>
    <Text size="sm" c="dimmed">
      {it.microGridName ?? it.areaName}
      {it.reportedAt !== null && (
        <>
          {' · '}
          <Moment at={it.reportedAt} isDay={it.days.includes('reportedAt')} />
        </>
      )}
    </Text>
    {action}
  </li>
);

type Props = Readonly<{
  title: string;
  items: readonly Case[];
  none: string;
  actionOf?: (it: Case) => ReactNode;
}>;

export const CasesBeside = ({ title, items, none, actionOf }: Props) => (
  <section>
    <Title order={2} size="h5" mb={6}>
      {title}
    </Title>
    {items.length === 0 ? (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    ) : (
      <Stack component="ul" className="plain" gap={0}>
        {items.map((it) => (
          <Line key={it.caseId} it={it} action={actionOf?.(it)} />
        ))}
      </Stack>
    )}
  </section>
);
