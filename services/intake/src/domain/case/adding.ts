/** What is added to a case while the town owes an answer. */
import { type Decides, stillOwed, type Supplement } from './case.js';
import * as refusals from './refusals.js';

/** Many times what a person adds, and little enough that a case can be read at once. */
const additionsAtMost = 200;

/** What it has already is not added again. */
export const supplement =
  (added: readonly Supplement[]): Decides =>
  (state, now) => {
    const { number, cycle, additions } = stillOwed(state);
    const isNew = ({ item }: Supplement) => !additions.some((it) => it.item.id === item.id);
    const news = added.filter(isNew);
    if (additions.length + news.length > additionsAtMost) throw refusals.tooManyAdditions(additionsAtMost);
    return news.map((it) => ({ type: 'CaseSupplemented', data: { ...it, number, cycle, addedAt: now } }));
  };
