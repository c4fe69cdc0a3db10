/** The three rates and how often deadlines were kept: raw and adjusted, each with what it is made of. */
import { Anchor, Group, NativeSelect, Text } from '@mantine/core';
import { Link } from 'wouter';
import { Asked, Empty } from '../../parts/asked';
import { useMonthName } from '../../parts/month-name';
import { Page } from '../../parts/page';
import { Refusal } from '../../parts/refusal';
import { type Conditions, leastToTell, useConditions, useRates, ways } from './find';
import { ReportButtons, useReport } from './report';
import { RateTable } from './table';
import { useTexts } from './texts';

const Choices = ({ conditions }: Readonly<{ conditions: Conditions }>) => {
  const say = useTexts();
  const monthName = useMonthName();
  const { by, kind, month, months, set } = conditions;
  return (
    <Group mb="md" align="end" gap="md" className="choices">
      <NativeSelect
        label={say('by')}
        data={ways.map((value) => ({ value, label: say(value) }))}
        value={by}
        onChange={({ currentTarget }) => set('by', currentTarget.value)}
      />
      <NativeSelect
        label={say('period')}
        data={[
          { value: '', label: say('all') },
          ...months.map((value) => ({ value, label: monthName(value) })),
        ]}
        value={month ?? ''}
        onChange={({ currentTarget }) =>
          set('month', currentTarget.value === '' ? null : currentTarget.value)
        }
      />
      <NativeSelect
        label={say('kind')}
        data={(['raw', 'adjusted'] as const).map((value) => ({ value, label: say(value) }))}
        value={kind}
        onChange={({ currentTarget }) =>
          set('kind', currentTarget.value === 'raw' ? null : currentTarget.value)
        }
      />
    </Group>
  );
};

/** The way back up, where one has gone into an area. */
const Way = ({ conditions: { area, set } }: Readonly<{ conditions: Conditions }>) => {
  const say = useTexts();
  if (area === null) return null;
  const above = area.includes('/') ? area.slice(0, area.lastIndexOf('/')) : null;
  return (
    <Group mb="sm" gap="xs">
      <Anchor component="button" onClick={() => set('area', above?.includes('/') === true ? above : null)}>
        ‹ {say('up')}
      </Anchor>
    </Group>
  );
};

export const View = () => {
  const say = useTexts();
  const conditions = useConditions();
  const asked = useRates(conditions);
  const report = useReport();
  const { month, area } = conditions;
  const actions = (
    <>
      <Anchor component={Link} href="/rates/exemptions">
        {say('exemptions')}
      </Anchor>
      {month === null ? (
        <Text size="sm" c="dimmed">
          {say('reportHint')}
        </Text>
      ) : (
        <ReportButtons report={report} month={month} area={area} />
      )}
    </>
  );
  return (
    <Page title={say('title')} hint={say('hint')} actions={actions}>
      <Refusal error={report.error} />
      <Choices conditions={conditions} />
      <Way conditions={conditions} />
      <Asked of={asked}>
        {({ rates, weights: { response, resolution, satisfaction } }) =>
          rates.length === 0 ? (
            <Empty title={say('emptyTitle')} hint={say('emptyHint')} />
          ) : (
            <>
              <RateTable rates={rates} conditions={conditions} />
              <Text component="div" size="sm" c="dimmed" mt="md">
                <div>{say('intervalHint', { least: leastToTell })}</div>
                <div>{say('adjustedHint')}</div>
                <div>{say('weights', { response, resolution, satisfaction })}</div>
              </Text>
            </>
          )
        }
      </Asked>
    </Page>
  );
};
