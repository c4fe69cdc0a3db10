/** Menu items and micro-grids as one finds them by typing. */
import { useMemo } from 'react';
import { useMenu, useMicroGrids } from '../api/town';
import { useLanguage } from '../app/texts';
import type { Choice } from './finder';

export const useItemChoices = (): readonly Choice[] => {
  const language = useLanguage();
  const { data } = useMenu();
  return useMemo(
    () =>
      (data?.items ?? []).map(({ id, name, group }) => ({
        value: id,
        label: name[language],
        ...(group === undefined ? {} : { hint: group.name[language] }),
        names: [name.zh, name.en, id],
      })),
    [data, language],
  );
};

/** Those of the life net come first: most of what is asked lies there. */
export const useGridChoices = (): readonly Choice[] => {
  const language = useLanguage();
  const { data } = useMicroGrids();
  return useMemo(
    () =>
      [...(data?.features ?? [])]
        .sort((a, b) => Number(b.properties.net === 'life') - Number(a.properties.net === 'life'))
        .map(({ id, properties: { name, village, community } }) => ({
          value: id,
          label: name[language],
          hint: [village, community].flatMap((it) => (it === null ? [] : [it.name[language]])).join(' · '),
          names: [name.zh, name.en, id, village?.name.zh ?? '', village?.name.en ?? ''],
        })),
    [data, language],
  );
};
