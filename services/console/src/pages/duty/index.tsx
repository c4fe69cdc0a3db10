/** Who takes the orders of each micro-grid now. */
import { useAreasOnDuty } from '../../api/town';
import { Table, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useLanguage } from '../../app/texts';
import { Asked } from '../../parts/asked';
import { Page } from '../../parts/page';
import { usePersonName } from '../../parts/people';
import { useTexts } from './texts';

export const View = () => {
  const say = useTexts();
  const language = useLanguage();
  const [wanted, setWanted] = useState('');
  const asked = useAreasOnDuty();
  const personName = usePersonName();
  return (
    <Page title={say('title')} hint={say('hint')}>
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
          const found = microGrids.filter(({ name, member }) =>
            [name.en, name.zh, member ?? '', member === null ? '' : personName(member)].some((it) =>
              it.toLowerCase().includes(wanted.trim().toLowerCase()),
            ),
          );
          return (
            <>
              <Text size="sm" c="dimmed" role="status">
                {say('shown', {
                  count: found.length,
                  open: found.filter(({ member }) => member === null).length,
                })}
              </Text>
              <Table.ScrollContainer minWidth={560}>
                <Table striped>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{say('grid')}</Table.Th>
                      <Table.Th>{say('net')}</Table.Th>
                      <Table.Th>{say('member')}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {found.map(({ microGrid, name, net, member }) => (
                      <Table.Tr key={microGrid}>
                        <Table.Td>{name[language]}</Table.Td>
                        <Table.Td>{say(net)}</Table.Td>
                        <Table.Td>
                          {member === null ? (
                            <span className="is-soon">{say('nobody')}</span>
                          ) : (
                            personName(member)
                          )}
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            </>
          );
        }}
      </Asked>
    </Page>
  );
};
