/** Who looked at what, and who came in; and how the whole record is taken along. */
import { Anchor, Card, Code, NativeSelect, Text, Title } from '@mantine/core';
import { hasRight } from '@mulin/kernel';
import { Link, useSearchParams } from 'wouter';
import { useSession } from '../../api/session';
import { Page } from '../../parts/page';
import { Readings } from './readings';
import { SignIns } from './sign-ins';
import { useTexts } from './texts';

const command = 'npm run -s mulin -- export --out /backup/town.mulin';

export const View = () => {
  const say = useTexts();
  const session = useSession();
  const [params, setParams] = useSearchParams();
  if (session === null || session === undefined) return null;
  const maySeeReadings = hasRight('reading.list', session);
  const records = maySeeReadings ? (['readings', 'signIns'] as const) : (['signIns'] as const);
  const shown = records.find((it) => it === params.get('of')) ?? records[0];
  return (
    <Page
      title={say('title')}
      hint={say('hint')}
      actions={
        maySeeReadings && (
          <Anchor component={Link} href="/audit/timeline">
            {say('history')}
          </Anchor>
        )
      }
    >
      <NativeSelect
        label={say('which')}
        maw={240}
        mb="md"
        data={records.map((value) => ({ value, label: say(value) }))}
        value={shown}
        onChange={({ currentTarget }) => setParams({ of: currentTarget.value })}
      />
      {shown === 'readings' ? <Readings /> : <SignIns />}
      <Card withBorder mt="xl" component="section" aria-labelledby="take-along">
        <Title order={2} size="h4" id="take-along">
          {say('export')}
        </Title>
        <Text my="xs">{say('exportHint')}</Text>
        <Code block tabIndex={0}>
          {command}
        </Code>
      </Card>
    </Page>
  );
};
