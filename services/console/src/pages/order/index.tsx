/** One order in the field: what to do now, what was said, where it is, by when, and what was done so far. */
import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'wouter';
import { useSession } from '../../api/session';
import type { Deed } from '../../offline/deeds';
import { useDo } from '../../offline/use-outbox';
import { AsKept } from '../../parts/as-kept';
import { Asked } from '../../parts/asked';
import { ClockList } from '../../parts/clocks';
import { EntryList } from '../../parts/entry-card';
import { Page } from '../../parts/page';
import { CaseStateBadge } from '../../parts/words';
import { Pressing } from '../work/card';
import { Actions } from './actions';
import { Additions } from './additions';
import { Helpers } from './helpers';
import { type Shown, type Turn, turnOf, useOrder } from './read';
import { Reports } from './reports';
import { type Open, Sheets, sheets } from './sheets';
import { useTexts } from './texts';
import { WordsOfOrder } from './words';

const Now = ({ shown: { order, standing }, turn }: Readonly<{ shown: Shown; turn: Turn }>) => {
  const say = useTexts();
  const isWaiting = standing.helpers.some(({ state }) => state === 'called' || state === 'joined');
  const lines: Readonly<Record<Turn, readonly string[]>> = {
    offered: [say('offered'), ...(order.final ? [say('final')] : [])],
    mine: [
      standing.isContacted ? say('toFinish') : say('toContact'),
      ...(isWaiting ? [say('waitsForHelp')] : []),
      ...(order.final ? [say('final')] : []),
    ],
    called: [say('called')],
    helping: [say('helping')],
    verify: [say('verify')],
    nothing: [standing.state === 'finished' ? say('finished') : say('over')],
  };
  return (
    <div role="status">
      {lines[turn].map((line) => (
        <Text key={line} fw={500} size="lg">
          {line}
        </Text>
      ))}
    </div>
  );
};

/** Which sheet is open stands in the address, so that the back button closes it. */
const useOpen = () => {
  const [params, setParams] = useSearchParams();
  const open: Open = sheets.find((it) => it === params.get('form')) ?? null;
  const [isOurs, setOurs] = useState(false);
  return {
    open,
    show: (sheet: Open) => {
      setOurs(true);
      setParams(sheet === null ? {} : { form: sheet });
    },
    close: () => (isOurs ? history.back() : setParams({}, { replace: true })),
  };
};

const Whole = ({ shown, keptAt }: Readonly<{ shown: Shown; keptAt: number | null }>) => {
  const say = useTexts();
  const session = useSession();
  const does = useDo();
  const { open, show, close } = useOpen();
  if (!session) return null;
  const { order, row, entries, standing, running } = shown;
  const { caseId, number } = order;
  const turn = turnOf(shown, session);
  const act = (deed: Deed) => does({ caseId, number, deed });
  return (
    <Page
      title={row?.menuItemName ?? order.menuItem}
      hint={number}
      actions={
        <>
          <Pressing urgency={order.urgency} />
          <CaseStateBadge state={standing.state} />
        </>
      }
      isNarrow
    >
      <Stack className="has-thumb-bar">
        <AsKept at={keptAt} />
        <Now shown={shown} turn={turn} />
        {entries.length > 0 && (
          <section aria-labelledby="not-sent">
            <Title order={2} size="h4" mb="xs" id="not-sent">
              {say('notSent')}
            </Title>
            <EntryList entries={entries} isHere />
          </section>
        )}
        <WordsOfOrder caseId={caseId} row={row} turn={turn} />
        <Additions caseId={caseId} turn={turn} />
        {running.length > 0 && (
          <Card withBorder component="section" aria-labelledby="deadlines">
            <Title order={2} size="h4" mb="xs" id="deadlines">
              {say('deadlines')}
            </Title>
            <ClockList clocks={running} />
          </Card>
        )}
        <Helpers shown={shown} turn={turn} act={act} />
        <Reports caseId={caseId} turn={turn} />
        <Actions shown={shown} turn={turn} account={session.account} act={act} open={show} />
        <Sheets shown={shown} open={open} close={close} act={act} />
      </Stack>
    </Page>
  );
};

export const View = () => {
  const say = useTexts();
  const { caseId = '' } = useParams<{ caseId: string }>();
  const { asked, shownOf } = useOrder(caseId);
  return (
    <>
      <Group className="page page-narrow">
        <Link href="/work" className="way-back">
          <IconArrowLeft size={18} aria-hidden /> {say('back')}
        </Link>
      </Group>
      <Asked of={asked}>{(found) => <Whole shown={shownOf(found)} keptAt={found.keptAt} />}</Asked>
    </>
  );
};
