/** What the keyboard does, as a list over the page. */
import { Modal, Table } from '@mantine/core';
import { useShellTexts } from './shell-texts';

type Props = Readonly<{ registers: boolean; close: () => void }>;

export const ShortcutList = ({ registers, close }: Props) => {
  const say = useShellTexts();
  const rows = [
    ['Ctrl K', say('shortcutPalette')],
    ...(registers ? [['N', say('shortcutNew')]] : []),
    ['/', say('shortcutSearch')],
    ['J K', say('shortcutWalk')],
    ['?', say('shortcutHelp')],
    ['Esc', say('shortcutClose')],
  ];
  return (
    <Modal opened onClose={close} title={say('shortcuts')} closeButtonProps={{ 'aria-label': say('close') }}>
      <Table>
        <Table.Tbody>
          {rows.map(([keys, does]) => (
            <Table.Tr key={keys}>
              <Table.Th scope="row">
                <kbd className="key">{keys}</kbd>
              </Table.Th>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
};
