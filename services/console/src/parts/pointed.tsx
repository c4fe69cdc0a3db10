/** Says more of something when one points at it, comes to it by key, or touches it. */
import { Tooltip } from '@mantine/core';
import type { ReactElement } from 'react';

export type PointedProps = Readonly<{ label: string; children: ReactElement }>;

export const Pointed = ({ label, children }: PointedProps) => (
  <Tooltip label={label} events={{ hover: true, focus: true, touch: true }}>
    {children}
  </Tooltip>
);
