/** Each field of a decision, as it is entered. */
import { Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { hasRight } from '@mulin/kernel';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../../api/client';
import { useMicroGrids } from '../../../api/town';
import { useLanguage } from '../../../app/texts';
import { useGridChoices, useItemChoices } from '../../../parts/choices';
import { useCodes } from '../../../parts/codes';
import { Finder } from '../../../parts/finder';
import { pointInside } from '../../../parts/inside';
import { type Person, usePersonName } from '../../../parts/people';
import { PersonChoice } from '../../../parts/person-choice';
import { UnitChoice } from '../../../parts/unit-choice';
import type { Field, Values } from './field';
import type { Standing } from './possible';
import { useTexts } from './texts';

type Props = Readonly<{
  field: Field;
  it: Standing;
  values: Values;
  change: (some: Values) => void;
}>;

const Choice = ({
  field,
  values,
  change,
  options,
}: Props & Readonly<{ options: readonly { value: string; label: string }[] }>) => {
  const say = useTexts();
  return (
    <Radio.Group
      label={say(field.name)}
      value={values[field.name] ?? ''}
      onChange={(value) => change({ [field.name]: value })}
    >
      <Stack gap={2} mt={4}>
        {options.map(({ value, label }) => (
          <Radio key={value} value={value} label={label} classNames={{ body: 'radio-row' }} />
        ))}
      </Stack>
    </Radio.Group>
  );
};

const Coded = (props: Props) => {
  const { allOf } = useCodes();
  const { as } = props.field;
  return <Choice {...props} options={typeof as === 'object' ? allOf(as.choice) : []} />;
};

const Helper = (props: Props) => {
  const personName = usePersonName();
  const helpers = (props.it.order?.helpers ?? []).filter(
    ({ state }) => state === 'called' || state === 'joined',
  );
  return (
    <Choice
      {...props}
      options={helpers.map(({ call, member }) => ({ value: String(call), label: personName(member) }))}
    />
  );
};

const Item = ({ field, values, change }: Props) => {
  const say = useTexts();
  return (
    <Finder
      label={say(field.name)}
      placeholder={say('choose')}
      choices={useItemChoices()}
      value={values[field.name] ?? null}
      onChange={(value) => change({ [field.name]: value ?? '' })}
    />
  );
};

/** With its point, for decisions that say where something is. */
const Grid = ({ field, values, change }: Props) => {
  const say = useTexts();
  const { data } = useMicroGrids();
  const pick = (value: string | null) => {
    const land = data?.features.find(({ id }) => id === value);
    const point = land === undefined ? null : pointInside(land.geometry);
    change({ [field.name]: value ?? '', point: point === null ? '' : `${point.lat},${point.lon}` });
  };
  return (
    <Finder
      label={say(field.name)}
      placeholder={say('choose')}
      choices={useGridChoices()}
      value={values[field.name] ?? null}
      onChange={pick}
      clearable={field.isOptional === true}
    />
  );
};

const Unit = ({ field, values, change }: Props) => {
  const say = useTexts();
  return (
    <UnitChoice
      label={say(field.name)}
      isOptional={field.isOptional === true}
      value={values[field.name] ?? null}
      choose={(unit) => change({ [field.name]: unit ?? '' })}
      withHelpers={field.name === 'unit'}
    />
  );
};

/** Whoever may be given an order: grid members, leaders and members of an office. */
const mayHold = ({ role }: Person): boolean => hasRight('order.take', { role });

const Member = ({ field, values, change }: Props) => {
  const say = useTexts();
  return (
    <PersonChoice
      label={say(field.name)}
      description={say('memberHint')}
      value={values[field.name] ?? ''}
      choose={(account) => change({ [field.name]: account })}
      isMeant={mayHold}
      isOptional={field.isOptional === true}
    />
  );
};

const over = new Set(['closed', 'declined', 'withdrawn', 'merged']);
const settleMs = 300;

/** Open cases like it, or those that are looked for. */
const Other = ({ field, it, values, change }: Props) => {
  const say = useTexts();
  const language = useLanguage();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), settleMs);
  const alike = {
    menuItem: it.listed?.menuItem ?? '',
    ...(it.listed?.microGrid ? { grid: it.listed.microGrid } : {}),
  };
  const { data } = useQuery({
    queryKey: ['merge-into', settled, alike.menuItem, alike.grid, language],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/cases', {
          params: { query: { ...(settled === '' ? alike : { q: settled }), limit: 20 } },
        }),
      ),
    enabled: settled !== '' || alike.menuItem !== '',
  });
  const open = (data?.items ?? []).filter(({ caseId, state }) => caseId !== it.caseId && !over.has(state));
  const options = open.slice(0, 8).map(({ caseId, number, menuItemName, microGridName }) => ({
    value: number ?? caseId,
    label: [number, menuItemName, microGridName].filter(Boolean).join(' · '),
  }));
  return (
    <Stack gap="xs">
      <TextInput
        label={say(field.name)}
        placeholder={say('intoHint')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {options.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say('intoNone')}
        </Text>
      ) : (
        <Radio.Group
          aria-label={say(field.name)}
          value={values[field.name] ?? ''}
          onChange={(value) => change({ [field.name]: value })}
        >
          <Stack gap={2}>
            {options.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} classNames={{ body: 'radio-row' }} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </Stack>
  );
};

const Written = ({ field, values, change }: Props) => {
  const say = useTexts();
  const shared = {
    label: say(field.name),
    value: values[field.name] ?? '',
    required: field.isOptional !== true,
  };
  return field.as === 'text' ? (
    <Textarea
      {...shared}
      autosize
      minRows={3}
      maxRows={12}
      onChange={({ currentTarget }) => change({ [field.name]: currentTarget.value })}
    />
  ) : (
    <TextInput {...shared} onChange={({ currentTarget }) => change({ [field.name]: currentTarget.value })} />
  );
};

const inputs = {
  item: Item,
  grid: Grid,
  unit: Unit,
  person: Member,
  case: Other,
  helper: Helper,
  line: Written,
  text: Written,
} as const;

export const Input = (props: Props) => {
  const { as } = props.field;
  const Found = typeof as === 'object' ? Coded : inputs[as];
  return <Found {...props} />;
};
