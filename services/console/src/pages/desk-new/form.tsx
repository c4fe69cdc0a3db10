/** The call itself, field by field in the order in which people tell it. */
import { Button, Group, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, type RefObject, useState } from 'react';
import { useMenu } from '../../api/town';
import type { Schemas } from '../../api/client';
import { useCodes } from '../../parts/codes';
import { Finder } from '../../parts/finder';
import { TownMapLater } from '../../parts/town-map-later';
import { useWords } from '../../parts/words';
import { useGridChoices, useItemChoices } from '../../parts/choices';
import { type Call, type Channel, channels, type Missing } from './fields';
import { useTexts } from './texts';

type Props = Readonly<{
  call: Call;
  change: (some: Partial<Call>) => void;
  channel: Channel;
  onChannel: (channel: Channel) => void;
  missing: Missing;
  first: RefObject<HTMLInputElement | null>;
  isSending: boolean;
  onSend: () => void;
  onClear: () => void;
}>;

const Who = ({ call, change, channel, onChannel, missing, first }: Props) => {
  const say = useTexts();
  const words = useWords();
  return (
    <>
      <SegmentedControl
        aria-label={say('channel')}
        data={channels.map((value) => ({ value, label: words.channel(value) }))}
        value={channel}
        onChange={(value) => onChannel(value as Channel)} // one of `channels`
      />
      <div className="field-pair">
        <TextInput
          ref={first}
          label={say('phone')}
          description={say('phoneHint')}
          inputMode="tel"
          autoComplete="off"
          autoFocus
          value={call.phone}
          onChange={({ currentTarget }) => change({ phone: currentTarget.value })}
          error={missing.phone && say('phoneWrong')}
        />
        <TextInput
          label={say('name')}
          description={say('optional')}
          autoComplete="off"
          value={call.name}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
      </div>
    </>
  );
};

const Where = ({ call, change }: Props) => {
  const say = useTexts();
  const [isMapOpen, setMapOpen] = useState(false);
  return (
    <div>
      <div className="field-pair">
        <Finder
          label={say('grid')}
          placeholder={say('gridHint')}
          choices={useGridChoices()}
          value={call.microGrid}
          onChange={(microGrid) => change({ microGrid, point: null })}
          nothingFoundMessage={say('nothing')}
          clearable
        />
        <TextInput
          label={say('address')}
          placeholder={say('addressHint')}
          value={call.address}
          onChange={({ currentTarget }) => change({ address: currentTarget.value })}
          autoComplete="off"
        />
      </div>
      <Text size="xs" c="dimmed" mt={4}>
        {say('placeHint')}
      </Text>
      <Button
        variant="subtle"
        size="compact-md"
        leftSection={<IconMapPin size={18} aria-hidden />}
        aria-expanded={isMapOpen}
        onClick={() => setMapOpen(!isMapOpen)}
      >
        {say(isMapOpen ? 'hideMap' : 'showMap')}
      </Button>
      {isMapOpen && (
        <TownMapLater
          label={say('showMap')}
          height={320}
          selected={call.microGrid}
          point={call.point}
          onPick={({ lat, lon, microGrid }) => change({ microGrid, point: { lat, lon } })}
        />
      )}
    </div>
  );
};

const Urgency = ({ call, change }: Props) => {
  const say = useTexts();
  const { allOf, wordOf } = useCodes();
  const { data } = useMenu();
  const usual = data?.items.find(({ id }) => id === call.menuItem)?.urgency;
  if (usual === undefined) return null;
  return (
    <Select
      label={say('urgency')}
      data={allOf('urgency').map(({ value, label }) =>
        value === usual
          ? { value, label: say('asItem', { urgency: wordOf('urgency', usual) }) }
          : { value, label },
      )}
      value={call.urgency ?? usual}
      onChange={(value) => change({ urgency: value === usual ? null : (value as Schemas['Urgency'] | null) })}
      allowDeselect={false}
    />
  );
};

const What = ({ call, change, missing }: Props) => {
  const say = useTexts();
  return (
    <>
      <Finder
        label={say('item')}
        placeholder={say('itemHint')}
        choices={useItemChoices()}
        value={call.menuItem}
        onChange={(menuItem) => change({ menuItem, urgency: null })}
        nothingFoundMessage={say('nothing')}
        error={missing.menuItem && say('itemMissing')}
        withAsterisk
      />
      <Textarea
        label={say('words')}
        value={call.words}
        onChange={({ currentTarget }) => change({ words: currentTarget.value })}
        error={missing.words && say('wordsMissing')}
        autosize
        minRows={4}
        maxRows={14}
        withAsterisk
      />
    </>
  );
};

export const CallForm = (props: Props) => {
  const say = useTexts();
  const send = (event: FormEvent) => {
    event.preventDefault();
    props.onSend();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    const isSent = event.ctrlKey || event.metaKey;
    // Enter alone in a field would send what is half written.
    if (isSent || event.target instanceof HTMLInputElement) event.preventDefault();
    if (isSent) props.onSend();
  };
  return (
    <form onSubmit={send} onKeyDown={onKeyDown} noValidate>
      <Stack>
        <Who {...props} />
        <What {...props} />
        <Where {...props} />
        <Urgency {...props} />
        <Group className="form-end">
          <Button type="submit" loading={props.isSending} size="md">
            {say('send')} <kbd className="key">Ctrl ↵</kbd>
          </Button>
          <Button variant="subtle" color="gray" onClick={props.onClear}>
            {say('clear')}
          </Button>
          <Text size="xs" c="dimmed">
            {say('kept')}
          </Text>
        </Group>
      </Stack>
    </form>
  );
};
