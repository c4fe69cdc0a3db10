/** What an operator has done where the service that it concerns is at work. */
import { Rejection } from '@mulin/kernel';
import type { Operations, Platform, Rebuilt } from './platform.js';

/** No view of this name is known: `view-unknown`. */
export const noSuchView = () =>
  new Rejection(
    'view-unknown',
    { en: 'There is no view of this name.', zh: '没有此名称的列表。' },
    'unknown',
  );

/** The operations of a process on what is at work in it. */
export const localOperations = ({
  atWork,
  views,
  deadLetters,
}: Pick<Platform, 'atWork' | 'views' | 'deadLetters'>): Operations => ({
  services: () => [...atWork.keys()],
  retry: (id) => deadLetters.retry(id),
  rebuild: async (name) => {
    const chosen = views().filter(
      (view) => name === undefined || view.name === name || `${view.service}/${view.name}` === name,
    );
    if (chosen.length === 0) throw noSuchView();
    const rebuilt: Rebuilt[] = [];
    for (const view of chosen) rebuilt.push(await view.rebuild());
    return rebuilt;
  },
});
