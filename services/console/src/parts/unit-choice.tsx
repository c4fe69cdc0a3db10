/** A unit of the town by its name, as whoever works in the field looks for it. */
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { textsOf, useLanguage } from '../app/texts';
import { Asked } from './asked';

type Unit = Schemas['Unit'];

const useTexts = textsOf('units', {
  en: {
    unit: 'Unit',
    hint: 'Write a few characters of its name',
    none: 'No unit of this name',
    office: 'Offices of the town',
    area: 'Areas, by who leads them',
    'micro-grid': 'Micro-grids',
    helpers: 'Helpers of an area',
    named: '{{name}}, who leads it',
    helpersOf: '{{name}}, helpers',
  },
  zh: {
    unit: '单位',
    hint: '输入单位名称中的几个字',
    none: '没有匹配的单位',
    office: '镇办科室',
    area: '区域负责人',
    'micro-grid': '微网格',
    helpers: '区域协办人员',
    named: '{{name}}负责人',
    helpersOf: '{{name}}协办人员',
  },
});

const kinds = ['office', 'area', 'micro-grid', 'helpers'] as const;
/** So many are shown; more is found by its name. */
const shownAtOnce = 60;

/** Units change seldom; they are read once for each page. */
const useUnits = () =>
  useQuery({
    queryKey: ['units'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/units'))).items,
    staleTime: Infinity,
  });

type Props = Readonly<{
  /** What it is asked for; absent: the unit. */
  label?: string;
  isOptional?: boolean;
  value: string | null;
  choose: (unit: string | null) => void;
  /** Those who help are called in, and never given an order. */
  withHelpers: boolean;
}>;

export const UnitChoice = ({ label: asked, isOptional = false, value, choose, withHelpers }: Props) => {
  const say = useTexts();
  const language = useLanguage();
  const units = useUnits();
  const label = ({ kind, name }: Unit): string => {
    if (kind === 'area') return say('named', { name: name[language] });
    return kind === 'helpers' ? say('helpersOf', { name: name[language] }) : name[language];
  };
  return (
    <Asked of={units}>
      {(all) => (
        <Select
          label={asked ?? say('unit')}
          placeholder={say('hint')}
          nothingFoundMessage={say('none')}
          size="md"
          searchable
          limit={shownAtOnce}
          required={!isOptional}
          clearable={isOptional}
          value={value}
          onChange={choose}
          comboboxProps={{ withinPortal: true, position: 'top' }}
          data={kinds
            .filter((kind) => withHelpers || kind !== 'helpers')
            .map((kind) => ({
              group: say(kind),
              items: all.filter((it) => it.kind === kind).map((it) => ({ value: it.unit, label: label(it) })),
            }))}
        />
      )}
    </Asked>
  );
};

/** How a unit is called; as it is where its name is not known. */
export const useUnitName = () => {
  const language = useLanguage();
  const { data } = useUnits();
  return (unit: string): string => data?.find((it) => it.unit === unit)?.name[language] ?? unit;
};
