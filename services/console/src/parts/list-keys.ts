/** A list is walked with j and k, and Enter opens: rows are links that are marked with `data-row`. */
import { useHotkeys } from '@mantine/hooks';

const rows = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')];

const goBy = (step: 1 | -1) => () => {
  const all = rows();
  const here = all.findIndex((it) => it === document.activeElement);
  const there = here === -1 ? (step === 1 ? 0 : all.length - 1) : here + step;
  const row = all[Math.min(Math.max(there, 0), all.length - 1)];
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
};

export const useListKeys = (): void => {
  useHotkeys([
    ['j', goBy(1)],
    ['k', goBy(-1)],
  ]);
};
