/** The town pack: what the town runs with, and a check of another one before it is put in its place. */
import { Alert, Button, Card, FileButton, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { IconFileZip, IconFolderOpen } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Schemas } from '../../api/client';
import { townNow } from '../../api/clock';
import { useMenu, useMicroGrids, useTown } from '../../api/town';
import { useLanguage } from '../../app/texts';
import { Asked } from '../../parts/asked';
import { fileAgain } from '../../parts/file-again';
import { Page } from '../../parts/page';
import { Differences } from './differences';
import { differenceOf, gridFields, menuFields, type Thing, thingsIn } from './difference';
import { notChecked, NotLoaded } from './not-checked';
import { Problems } from './problems';
import { useTexts } from './texts';

type Running = Readonly<{
  menu: readonly Schemas['MenuItem'][];
  grids: readonly Schemas['MicroGridFeature'][];
}>;

const nets = ['life', 'production', 'commerce'] as const;

const Runs = ({ town, menu, grids }: Running & Readonly<{ town: Schemas['Town'] }>) => {
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

const check = async (files: readonly File[]) => {
  const { check: checked } = await import('./checking').catch(() => {
    throw new NotLoaded();
  });
  return checked(files);
};

const Check = ({ menu, grids }: Running) => {
  const say = useTexts();
  const checking = useMutation({ mutationFn: check, networkMode: 'always' });
  const choose = (files: File | readonly File[] | null) => {
    const all = files === null ? [] : files instanceof File ? [files] : files;
    if (all.length > 0) checking.mutate(all);
  };
  const { data: found } = checking;
  const after = found === undefined ? null : thingsIn(found.texts, townNow());
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
        {found !== undefined && after !== null && (
          <>
            <Problems problems={found.problems} />
            {found.problems.every(({ code }) => code !== 'no-pack') && (
              <Differences
                all={[
                  differenceOf('menu', ofMenu(menu), after.menu),
                  differenceOf('grids', ofGrids(grids), after.grids),
                ]}
              />
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
  return (
    <Page title={say('title')} hint={say('hint')}>
      <Asked of={town}>
        {(it) => (
          <Asked of={menu}>
            {({ items }) => (
              <Asked of={grids}>
                {({ features }) => (
                  <Stack>
                    <Runs town={it} menu={items} grids={features} />
                    <Check menu={items} grids={features} />
                  </Stack>
                )}
              </Asked>
            )}
          </Asked>
        )}
      </Asked>
    </Page>
  );
};
