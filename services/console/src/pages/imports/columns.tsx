/** Which column of the file is what, and what its words mean here: found out as far as can be, and said otherwise by hand. */
import {
  Button,
  Card,
  Group,
  MultiSelect,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { channelWords } from '@mulin/kernel';
import { IconDownload } from '@tabler/icons-react';
import { useLanguage } from '../../app/texts';
import { Fold } from '../../parts/fold';
import { saveFile } from '../../parts/save-file';
import {
  type ColumnRole,
  type DayOrder,
  dayOrderOf,
  dayOrders,
  type Draft,
  lackingIn,
  mappingFileOf,
  needed,
  roles,
  withColumn,
} from './draft';
import { type At, readBy } from './job';
import type { Item } from './menu-words';
import { OwnMapping } from './own-mapping';
import type { Job } from './state';
import { useTexts } from './texts';

type Props = Readonly<{ draft: Draft; change: (draft: Draft) => void }>;

const Column = ({
  role,
  names,
  draft,
  change,
}: Props & Readonly<{ role: ColumnRole; names: readonly string[] }>) => {
  const say = useTexts();
  const isMissing = lackingIn(draft).includes(role);
  const shared = {
    label: say(role),
    data: [...new Set(names)],
    error: isMissing ? say('columnNeeded') : undefined,
    searchable: true,
    withAsterisk: needed.includes(role),
  };
  if (role === 'words')
    return (
      <MultiSelect
        {...shared}
        value={[...(draft.columns.words ?? [])]}
        onChange={(chosen) => change(withColumn(draft, role, chosen))}
      />
    );
  return (
    <Select
      {...shared}
      clearable
      value={draft.columns[role] ?? null}
      onChange={(chosen) => change(withColumn(draft, role, chosen === null ? [] : [chosen]))}
    />
  );
};

const Mode = ({ draft, change }: Props) => {
  const say = useTexts();
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label={say('mode')}
        data={(['archive', 'live'] as const).map((value) => ({ value, label: say(value) }))}
        value={draft.mode}
        onChange={(mode) => change({ ...draft, mode: mode as Draft['mode'] })}
      />
      <Text c="dimmed">{say(draft.mode === 'archive' ? 'archiveHint' : 'liveHint')}</Text>
      {draft.mode === 'archive' && (
        <TextInput
          type="datetime-local"
          label={say('asOf')}
          value={draft.asOf ?? ''}
          onChange={({ currentTarget }) => change({ ...draft, asOf: currentTarget.value })}
          maw={260}
        />
      )}
    </Stack>
  );
};

const Times = ({ draft, change }: Props) => {
  const say = useTexts();
  const orders = (Object.keys(dayOrders) as DayOrder[]).map((value) => ({
    value,
    label: say(value === 'day' ? 'dayFirst' : 'monthFirst'),
  }));
  return (
    <Group align="end">
      <Select
        label={say('dayOrder')}
        placeholder={say('dayOrderFound')}
        data={orders}
        clearable
        value={dayOrderOf(draft)}
        onChange={(it) =>
          change({ ...draft, timeFormats: it === null ? undefined : [...dayOrders[it as DayOrder]] })
        }
      />
      <TextInput
        label={say('zone')}
        value={draft.zone}
        onChange={({ currentTarget }) => change({ ...draft, zone: currentTarget.value })}
      />
      <Select
        label={say('datum')}
        data={['WGS84', 'GCJ-02', 'BD-09']}
        allowDeselect={false}
        value={draft.datum ?? 'WGS84'}
        onChange={(it) => change({ ...draft, datum: it ?? 'WGS84' })}
      />
    </Group>
  );
};

const wordsAtMost = 40;

const Words = ({
  draft,
  change,
  items,
  words,
}: Props & Readonly<{ items: readonly Item[]; words: readonly (readonly [string, number])[] }>) => {
  const say = useTexts();
  const language = useLanguage();
  const data = items.map(({ id, name }) => ({ value: id, label: name[language] }));
  const { menuItems } = draft;
  const put = (word: string, id: string | null) => {
    const { [word]: _, ...rest } = menuItems.of;
    change({ ...draft, menuItems: { ...menuItems, of: id === null ? rest : { ...rest, [word]: id } } });
  };
  const channels = Object.entries(channelWords).map(([value, label]) => ({ value, label: label[language] }));
  return (
    <Stack>
      <Group align="end">
        <Select
          label={say('defaultItem')}
          data={data}
          searchable
          allowDeselect={false}
          value={menuItems.default}
          onChange={(id) => id !== null && change({ ...draft, menuItems: { ...menuItems, default: id } })}
        />
        <Select
          label={say('defaultChannel')}
          data={channels}
          allowDeselect={false}
          value={draft.channels.default}
          onChange={(it) => it !== null && change({ ...draft, channels: { ...draft.channels, default: it } })}
        />
      </Group>
      {words.length > 0 && words.length <= wordsAtMost && (
        <Fold label={say('wordsOf', { column: draft.columns.menuItem ?? '', count: words.length })}>
          {() => (
            <div className="import-columns">
              {words.map(([word, rows]) => (
                <Select
                  key={word}
                  label={say('word', { word, rows })}
                  placeholder={say('asDefault')}
                  data={data}
                  searchable
                  clearable
                  value={menuItems.of[word] ?? null}
                  onChange={(id) => put(word, id)}
                />
              ))}
            </div>
          )}
        </Fold>
      )}
    </Stack>
  );
};

/** What the file was read by, once it was. */
const Save = ({ looked }: Pick<Job, 'looked'>) => {
  const say = useTexts();
  const save = () => {
    if (looked === null) return;
    const { name, text } = mappingFileOf(looked.mapping);
    saveFile(new Blob([text], { type: 'application/json' }), name);
  };
  return (
    <Group>
      <Button
        variant="default"
        disabled={looked === null}
        className="import-save-mapping"
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={save}
      >
        {say('mappingSave')}
      </Button>
      <Text c="dimmed">{say('mappingSaveHint')}</Text>
    </Group>
  );
};

type Whole = Props & Readonly<{ job: Job; at: At; isUnread: boolean; items: readonly Item[] }>;

/** `isUnread`: something stands here otherwise than the file was read by. */
export const Columns = ({ job, at, draft, change, isUnread, items }: Whole) => {
  const say = useTexts();
  const shared = { draft, change };
  // What could not be read is tried again, as it stands.
  const mayRead = isUnread || job.told !== null;
  return (
    <Card withBorder component="section">
      <Stack>
        <div>
          <Title order={2} size="h4">
            {say('columns')}
          </Title>
          {job.own === null && <Text c="dimmed">{say('columnsHint')}</Text>}
        </div>
        <OwnMapping job={job} at={at} />
        <div className="import-columns">
          {roles.map((role) => (
            <Column key={role} role={role} names={job.columns} {...shared} />
          ))}
        </div>
        <Words {...shared} items={items} words={job.looked?.words ?? []} />
        <Times {...shared} />
        <Mode {...shared} />
        <TextInput
          label={say('source')}
          description={say('sourceHint')}
          value={draft.name}
          onChange={({ currentTarget }) => change({ ...draft, name: currentTarget.value })}
          maw={420}
        />
        <Group>
          <Button
            variant={mayRead ? 'filled' : 'default'}
            disabled={!mayRead}
            className="import-read"
            onClick={() => void readBy(draft, items)}
          >
            {say('readAgain')}
          </Button>
          {isUnread && <Text c="dimmed">{say('readAgainHint')}</Text>}
        </Group>
        <Save looked={isUnread ? null : job.looked} />
      </Stack>
    </Card>
  );
};
