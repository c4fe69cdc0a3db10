/** `mulin leave`: who is away from their duties, and who has them meanwhile. */
import type { LocalizedText } from '@mulin/kernel';
import type { Surroundings } from '../surroundings.js';
import { type Outcome, table, WrongCall } from '../terminal.js';
import type { Texts } from '../texts/texts.js';
import type { TownClient } from '../town-client.js';

type Person = Readonly<{ account: string; name: LocalizedText | null }>;
type Leave = Readonly<{
  id: string | null;
  who: Person;
  from: string;
  until: string | null;
  standIn: Person | null;
  isAway: boolean;
}>;
type Options = Readonly<{ standIn?: string; nobody?: boolean; from?: string; until?: string }>;

const path = '/api/v1/leave';

const all = async (client: TownClient): Promise<readonly Leave[]> =>
  (await client.get<{ items: readonly Leave[] }>(path)).items;

/** Recorded, by its id or by who is away; leave of the pack has no id. */
const idOf = (leaves: readonly Leave[], name: string): string => {
  const found = leaves.filter(({ id, who }) => id !== null && (id === name || who.account === name));
  if (found.length > 1) throw new WrongCall(({ leave }) => leave.several(name));
  const id = found[0]?.id;
  if (id === undefined || id === null) throw new WrongCall(({ leave }) => leave.notAway(name));
  return id;
};

const act = async (client: TownClient, action: string, name: string | undefined, options: Options) => {
  if (action === 'list' && name === undefined) return;
  if (name === undefined || (action !== 'add' && action !== 'end'))
    throw new WrongCall(({ leave }) => leave.usage);
  if (action === 'end') return client.post(`${path}/${idOf(await all(client), name)}/end`, {});
  const { nobody = false, ...said } = options;
  // What nobody said is not sent.
  return client.post(path, { account: name, ...said, nobodyStandsIn: nobody });
};

const called = ({ account, name }: Person, { leave }: Texts): string =>
  name === null ? account : leave.name(name);

const rowOf = ({ id, who, from, until, standIn, isAway }: Leave, texts: Texts): readonly string[] => {
  const { leave } = texts;
  return [
    who.account,
    who.name === null ? '' : leave.name(who.name),
    from,
    until ?? leave.openEnd,
    standIn === null ? leave.nobodyStandsIn : called(standIn, texts),
    isAway ? leave.away : leave.ahead,
    id ?? leave.ofThePack,
  ];
};

/** `leave list`, `add ACCOUNT`, `end ACCOUNT`; answers with all that go on or lie ahead then. */
export const leaveCommand = async (
  { town, texts }: Surroundings,
  [action = '', name]: readonly (string | undefined)[],
  { standIn, nobody, from, until }: Options,
): Promise<Outcome> => {
  const client = town();
  const said = Object.fromEntries(
    Object.entries({ standIn, nobody, from, until }).filter(([, it]) => it !== undefined),
  );
  await act(client, action, name, said);
  const items = await all(client);
  const rows = items.map((it) => rowOf(it, texts));
  return { json: { items }, lines: items.length === 0 ? [texts.leave.none] : table(texts.leave.heads, rows) };
};
