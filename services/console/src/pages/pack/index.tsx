/** The town pack: what the town runs with, and a check of another one before it is put in its place. */
import { Alert, Button, Card, FileButton, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { IconFileZip, IconFolderOpen } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';
import { townNow } from '../../api/clock';
import { useMenu, useMicroGrids, useTown } from '../../api/town';
import { useLanguage } from '../../app/texts';
import { Asked } from '../../parts/asked';
import { fileAgain } from '../../parts/file-again';
import { loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { Differences } from './differences';
import type { Found } from './checking';
import { comparisonOf, isAllSame, partsWith } from './comparison';
import { DeadlineChanges } from './deadline-changes';
import { gridFields, menuFields, type Thing } from './difference';
import { notChecked } from './not-checked';
import { Problems } from './problems';
import { RuleChanges } from './rule-changes';
import { useTexts } from './texts';

type Running = Readonly<{
  menu: readonly Schemas['MenuItem'][];
  grids: readonly Schemas['MicroGridFeature'][];
  pack: Schemas['PackOutline'];
}>;

const nets = ['life', 'production', 'commerce'] as const;

/** As much of a fingerprint as two people can read to each other. */
const versionOf = (fingerprint: string): string => fingerprint.slice(0, 12);

const Runs = ({ town, menu, grids, pack }: Running & Readonly<{ town: Schemas['Town'] }>) => {
  const say = useTexts();
  const language = useLanguage();
  const counts = [
    [say('menu'), menu.length],
    ...nets.map((net) => [say(net), grids.filter((it) => it.properties.net === net).length] as const),
  ] as const;
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4">
        {say('runs')}
      </Title>
      <Text className="pack-name">
        {say('runsAs', { name: town.name[language], id: town.town, zone: town.zone })}
      </Text>
      <div className="import-counts">
        {counts.map(([name, count]) => (
          <div key={name}>
            <Text component="span" className="number" fw={700} size="xl">
              {count}
            </Text>
            <Text component="span" c="dimmed">
              {name}
            </Text>
          </div>
        ))}
      </div>
      <Text>{say('version', { version: versionOf(pack.fingerprint) })}</Text>
      <Text c="dimmed">{say('runsHint')}</Text>
    </Card>
  );
};

const ofMenu = (menu: Running['menu']): readonly Thing[] =>
  menu.map((it) => ({ id: it.id, name: it.name, more: menuFields.map((field) => it[field]).join(' ') }));

const ofGrids = (grids: Running['grids']): readonly Thing[] =>
  grids.map(({ properties: it }) => ({
    id: it.id,
    name: it.name,
    more: gridFields.map((field) => it[field]).join(' '),
  }));

const Versions = ({ before, after }: Readonly<{ before: string; after: string | null }>) => {
  const say = useTexts();
  if (after === null) return <Text>{say('noVersion', { before: versionOf(before) })}</Text>;
  const versions = { before: versionOf(before), after: versionOf(after) };
  return <Text data-versions>{say(before === after ? 'sameVersion' : 'versions', versions)}</Text>;
};

const Compared = ({ found, menu, grids, pack }: Running & Readonly<{ found: Found }>) => {
  const say = useTexts();
  const running = { menu: ofMenu(menu), grids: ofGrids(grids), outline: pack };
  const compared = comparisonOf(running, found, townNow());
  const { lists, rest } = compared;
  const isOther = found.fingerprint !== null && found.fingerprint !== pack.fingerprint;
  return (
    <>
      <Versions before={pack.fingerprint} after={found.fingerprint} />
      {isOther && isAllSame(compared) && <Text data-only-order>{say('onlyOrder')}</Text>}
      <Differences
        lists={lists}
        rulesOf={(kind) => (kind === 'offices' ? undefined : rest?.rules.get(partsWith[kind]))}
      >
        {rest === null ? (
          <Text c="dimmed">{say('notCompared')}</Text>
        ) : (
          <>
            <DeadlineChanges all={rest.deadlines} rules={rest.rules.get(partsWith.deadlines)} />
            <RuleChanges all={rest.own} />
          </>
        )}
      </Differences>
    </>
  );
};

const check = async (files: readonly File[]) => {
  const { check: checked } = await loaded(import('./checking'));
  return checked(files);
};

const Check = (running: Running) => {
  const say = useTexts();
  const checking = useMutation({ mutationFn: check, networkMode: 'always' });
  const choose = (files: File | readonly File[] | null) => {
    const all = files === null ? [] : files instanceof File ? [files] : files;
    if (all.length > 0) checking.mutate(all);
  };
  const { data: found } = checking;
  return (
    <Card withBorder component="section">
      <Stack>
        <div>
          <Title order={2} size="h4">
            {say('check')}
          </Title>
          <Text c="dimmed">{say('checkHint')}</Text>
        </div>
        <Group>
          <FileButton multiple onChange={choose} inputProps={{ ...fileAgain, webkitdirectory: '' } as object}>
            {(props) => (
              <Button {...props} leftSection={<IconFolderOpen size={18} aria-hidden />}>
                {say('folder')}
              </Button>
            )}
          </FileButton>
          <FileButton accept=".zip,application/zip" onChange={choose} inputProps={fileAgain}>
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconFileZip size={18} aria-hidden />}>
                {say('zip')}
              </Button>
            )}
          </FileButton>
        </Group>
        {checking.isPending && <Loader type="dots" role="status" aria-label={say('checking')} />}
        {checking.error !== null && (
          <Alert color="red" role="alert" variant="light">
            {say(notChecked(checking.error))}
          </Alert>
        )}
        {found !== undefined && (
          <>
            <Problems problems={found.problems} />
            {found.problems.every(({ code }) => code !== 'no-pack') && (
              <Compared found={found} {...running} />
            )}
          </>
        )}
      </Stack>
    </Card>
  );
};

export const View = () => {
  const say = useTexts();
  const [town, menu, grids] = [useTown(), useMenu(), useMicroGrids()];
  const pack = useQuery({ queryKey: ['pack'], queryFn: () => answerOf(api.GET('/api/v1/pack')) });
  return (
    <Page title={say('title')} hint={say('hint')}>
      <Asked of={town}>
        {(it) => (
          <Asked of={menu}>
            {({ items }) => (
              <Asked of={grids}>
                {({ features }) => (
                  <Asked of={pack}>
                    {(outline) => (
                      <Stack>
                        <Runs town={it} menu={items} grids={features} pack={outline} />
                        <Check menu={items} grids={features} pack={outline} />
                      </Stack>
                    )}
                  </Asked>
                )}
              </Asked>
            )}
          </Asked>
        )}
      </Asked>
    </Page>
  );
};
