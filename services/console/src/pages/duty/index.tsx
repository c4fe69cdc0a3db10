/** Who takes the orders of each micro-grid now. */
import type { Schemas } from '../../api/client';
import { useAreasOnDuty } from '../../api/town';
import { Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useLanguage } from '../../app/texts';
import { Asked } from '../../parts/asked';
import { Page } from '../../parts/page';
import { usePersonName } from '../../parts/people';
import { LeavePart } from './leave';
import { RostersPart } from './rosters';
import { useTexts } from './texts';

const Row = ({ of: { name, net, member } }: Readonly<{ of: Schemas['MicroGrid'] }>) => {
  const say = useTexts();
  const language = useLanguage();
  const personName = usePersonName();
  return (
    <tr>
      <th scope="row">{name[language]}</th>
      <td data-label={say('net')}>{say(net)}</td>
      <td data-label={say('member')}>
        {member === null ? <span className="is-soon">{say('nobody')}</span> : personName(member)}
      </td>
    </tr>
  );
};

export const View = () => {
  const say = useTexts();
  const [wanted, setWanted] = useState('');
  const asked = useAreasOnDuty();
  const personName = usePersonName();
  return (
    <Page title={say('title')} hint={say('hint')}>
      <LeavePart />
      <RostersPart />
      <Title order={2} size="h4" mt="xl" mb="sm">
        {say('now')}
      </Title>
      <TextInput
        aria-label={say('search')}
        placeholder={say('search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={wanted}
        onChange={({ currentTarget }) => setWanted(currentTarget.value)}
        maw={360}
        mb="md"
      />
      <Asked of={asked}>
        {({ microGrids }) => {
          const found = microGrids
            .filter(({ name, member }) =>
              [name.en, name.zh, member ?? '', member === null ? '' : personName(member)].some((it) =>
                it.toLowerCase().includes(wanted.trim().toLowerCase()),
              ),
            )
            // Where nobody takes orders comes first.
            .sort((one, other) => Number(one.member !== null) - Number(other.member !== null));
          return (
            <>
              <Text size="sm" c="dimmed" role="status">
                {say('shown', {
                  count: found.length,
                  open: found.filter(({ member }) => member === null).length,
                })}
              </Text>
              <table className="figures" aria-label={say('title')}>
                <thead>
                  <tr>
                    {(['grid', 'net', 'member'] as const).map((head) => (
                      <th scope="col" key={head}>
                        {say(head)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {found.map((microGrid) => (
                    <Row key={microGrid.microGrid} of={microGrid} />
                  ))}
                </tbody>
              </table>
            </>
          );
        }}
      </Asked>
    </Page>
  );
};
