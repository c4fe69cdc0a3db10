/** Thousands of cases as a table that draws only the rows in sight; on a phone each row is a card. */
import { Text } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Schemas } from '../../api/client';
import { useLanguage } from '../../app/texts';
import { Asked, Empty } from '../../parts/asked';
import { dayIn, Due, Moment } from '../../parts/time';
import { CaseStateBadge } from '../../parts/words';
import type { useCases } from './find';
import { useTexts } from './texts';

type Case = Schemas['CaseListed'];
type Found = ReturnType<typeof useCases>;

const rowHeight = 56;
/** So many rows before the end the next page is asked for. */
const ahead = 30;

export const nextDueOf = ({ clocks }: Case): string | null =>
  clocks
    .filter(({ state, due }) => state === 'running' && due !== null)
    .map(({ due }) => due as string)
    .sort()[0] ?? null;

/** A case of a file is judged as of when the file was made: nothing of it is late now. */
const DueOf = ({ it: { archive }, due }: Readonly<{ it: Case; due: string | null }>) => {
  const say = useTexts();
  const language = useLanguage();
  if (archive !== null)
    return (
      <Text span c="dimmed" title={say('archivedHint', { day: dayIn(language, archive.asOf.slice(0, 10)) })}>
        {say('archived')}
      </Text>
    );
  return due === null ? <>–</> : <Due at={due} />;
};

/** Those that stay in sight are not drawn anew as one scrolls. */
const Row = memo(({ it, top }: Readonly<{ it: Case; top: number }>) => {
  const say = useTexts();
  const due = nextDueOf(it);
  return (
    <div role="row" className="case-row" style={{ transform: `translateY(${top}px)`, height: rowHeight }}>
      <span role="cell">
        <Link href={`/cases/${encodeURIComponent(it.number ?? it.caseId)}`} className="number" data-row>
          {it.number ?? it.sourceNumber ?? it.caseId.slice(0, 8)}
        </Link>
      </span>
      <span role="cell">
        <CaseStateBadge state={it.state} />
      </span>
      <span role="cell" className="cut" title={it.menuItemName ?? ''}>
        {it.menuItemName ?? it.menuItem}
      </span>
      <span role="cell" className="cut" title={it.areaName ?? ''}>
        {it.microGridName ?? it.areaName ?? say('unplaced')}
      </span>
      <span role="cell" className="cut" title={it.holderName ?? ''}>
        {it.holderName ?? (
          <Text span c="dimmed">
            {say('nobody')}
          </Text>
        )}
      </span>
      <span role="cell">
        {it.reportedAt === null ? '–' : <Moment at={it.reportedAt} isDay={it.days.includes('reportedAt')} />}
      </span>
      <span role="cell">
        <DueOf it={it} due={due} />
      </span>
    </div>
  );
});
Row.displayName = 'Row';

const Rows = ({ items, found }: Readonly<{ items: readonly Case[]; found: Found }>) => {
  const list = useRef<HTMLDivElement>(null);
  const { getVirtualItems, getTotalSize, options } = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: list.current?.offsetTop ?? 0,
  });
  const rows = getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= items.length - ahead) void fetchNextPage();
  }, [last, items.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <div ref={list} role="rowgroup" style={{ height: getTotalSize(), position: 'relative' }}>
      {rows.map(({ index, start }) => {
        const it = items[index];
        return it === undefined ? null : <Row key={it.caseId} it={it} top={start - options.scrollMargin} />;
      })}
    </div>
  );
};

const columns = ['number', 'state', 'what', 'where', 'holder', 'reported', 'due'] as const;

export const CaseTable = ({ found }: Readonly<{ found: Found }>) => {
  const say = useTexts();
  return (
    <Asked of={found}>
      {({ pages }) => {
        const items = pages.flatMap(({ items: page }) => page);
        if (items.length === 0) return <Empty title={say('emptyTitle')} hint={say('emptyHint')} />;
        return (
          <>
            <Text size="sm" c="dimmed" mb="xs" role="status">
              {say('shown', { count: items.length })}
              {found.hasNextPage && ` · ${say('more')}`}
            </Text>
            <div
              role="table"
              aria-label={say('title')}
              aria-rowcount={found.hasNextPage ? -1 : items.length}
              className="case-table"
            >
              <div role="rowgroup">
                <div role="row" className="case-row case-head">
                  {columns.map((name) => (
                    <span role="columnheader" key={name}>
                      {say(name)}
                    </span>
                  ))}
                </div>
              </div>
              <Rows items={items} found={found} />
            </div>
          </>
        );
      }}
    </Asked>
  );
};
