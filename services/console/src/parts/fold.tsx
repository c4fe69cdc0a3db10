/** Something one can do: a button, and under it the form for it once it is wanted. */
import { Button, Paper } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';

type Props = Readonly<{
  label: string;
  variant?: 'filled' | 'default' | 'light';
  isOpenAtFirst?: boolean;
  children: (close: () => void) => ReactNode;
}>;

export const Fold = ({ label, variant = 'default', isOpenAtFirst = false, children }: Props) => {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const id = useId();
  return (
    <div className={isOpen ? 'fold fold-open' : 'fold'}>
      <Button
        variant={isOpen ? 'subtle' : variant}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
      </Button>
      {isOpen && (
        <Paper withBorder p="md" mt="xs" id={id}>
          {children(() => setOpen(false))}
        </Paper>
      )}
    </div>
  );
};
