/** What the keyboard does, and the list of it on `?`. Never while somebody writes into a field. */
import { Modal, Table } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useShellTexts } from './shell-texts';
import { useSession } from '../api/session';

export const Shortcuts = () => {
  const say = useShellTexts();
  const session = useSession();
  const [, go] = useLocation();
  const [isOpen, setOpen] = useState(false);
  const search = () => {
    const field = document.querySelector<HTMLInputElement>('[data-search]');
    if (field === null) go('/cases?find');
    else field.focus();
  };
  const registers = session?.role === 'hotline-clerk';
  useHotkeys([
    ['shift+?', () => setOpen(true)],
    ['?', () => setOpen(true)],
    ['/', search],
    ...(registers ? ([['n', () => go('/desk/new')]] as const) : []),
  ] as [string, () => void][]);
  const rows = [
    ['Ctrl K', say('shortcutPalette')],
    ...(registers ? [['N', say('shortcutNew')]] : []),
    ['/', say('shortcutSearch')],
    ['J K', say('shortcutWalk')],
    ['?', say('shortcutHelp')],
    ['Esc', say('shortcutClose')],
  ];
  return (
    <Modal
      opened={isOpen}
      onClose={() => setOpen(false)}
      title={say('shortcuts')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
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
