/** `mulin token`, `mulin dead-letters`, `mulin views rebuild`: what an operator does to a running town. */
import type { Surroundings } from '../surroundings.js';
import { exits, type Outcome, table, WrongCall } from '../terminal.js';
import type { Texts } from '../texts/texts.js';

type TokenOptions = Readonly<{ role: string; area?: string; account?: string; minutes?: string }>;

export const tokenCommand = async (
  { town }: Surroundings,
  { role, area, account, minutes }: TokenOptions,
): Promise<Outcome> => {
  // What nobody said is not sent.
  const wanted = { role, area, account, ...minutesOf(minutes) };
  const it = await town().post<{ token: string; expiresAt: string }>('/api/v1/tokens', wanted);
  return { json: it, lines: [it.token] };
};

const minutesOf = (text: string | undefined): { minutes?: number } => {
  if (text === undefined) return {};
  const minutes = Number(text);
  if (!Number.isInteger(minutes) || minutes < 1) throw new WrongCall(({ wrongCalls }) => wrongCalls.minutes);
  return { minutes };
};

type DeadLetter = Readonly<{ id: string; group: string; topic: string; reason: string; at: string }>;

export const deadLettersCommand = async (
  { town, texts }: Surroundings,
  action: string,
  id: string | undefined,
): Promise<Outcome> => {
  if (action === 'list')
    return listed(await town().get<{ items: readonly DeadLetter[] }>('/api/v1/set-aside'), texts);
  if (action !== 'retry' && action !== 'drop')
    throw new WrongCall(({ wrongCalls }) => wrongCalls.deadLetters);
  const { items } = await town().get<{ items: readonly DeadLetter[] }>('/api/v1/set-aside');
  const chosen = items.filter((item) => id === 'all' || item.id === id);
  if (chosen.length === 0 && id !== 'all')
    throw new WrongCall(({ wrongCalls }) => wrongCalls.noDeadLetter(id));
  for (const item of chosen)
    await town().post(`/api/v1/set-aside/${encodeURIComponent(item.id)}/${action}`, {});
  return listed(await town().get<{ items: readonly DeadLetter[] }>('/api/v1/set-aside'), texts);
};

const listed = ({ items }: { items: readonly DeadLetter[] }, { deadLetters }: Texts): Outcome => ({
  json: { items },
  lines:
    items.length === 0
      ? [deadLetters.none]
      : table(
          deadLetters.heads,
          items.map((it) => [it.id, it.group, it.topic, it.at, it.reason]),
        ),
  exit: items.length === 0 ? exits.done : exits.notAsItShould,
});

type Rebuilt = Readonly<{ name: string; facts: number; rows: number; seconds: number }>;

export const rebuildCommand = async (
  { town, texts }: Surroundings,
  name: string | undefined,
): Promise<Outcome> => {
  const wanted = name === undefined ? {} : { name };
  const { views } = await town().post<{ views: readonly Rebuilt[] }>('/api/v1/views/rebuild', wanted);
  const rows = views.map((it) => [
    it.name,
    String(it.facts),
    String(it.rows),
    texts.views.seconds(it.seconds),
  ]);
  return { json: { views }, lines: table(texts.views.heads, rows) };
};
