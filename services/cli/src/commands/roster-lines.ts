/** How rosters are shown at a terminal. */
import type { LocalizedText } from '@mulin/kernel';
import { table } from '../terminal.js';
import type { Texts } from '../texts/texts.js';
import { minuteOf } from './cases.js';

type Person = Readonly<{ account: string; name: LocalizedText | null }>;

/** Moments as the town writes them, with its offset. */
export type Duty = Person &
  Readonly<{
    role: string;
    standing: string | null;
    from: string | null;
    until: string | null;
    shift: string | null;
    turn: Readonly<{ first: string; days: number; every: number }> | null;
  }>;

export type Roster = Readonly<{
  place: string;
  kind: keyof Texts['rosters']['kinds'];
  name: LocalizedText;
  roles: readonly string[];
  duties: readonly Duty[];
  changedBy: Person | null;
}>;

const called = ({ account, name }: Person, { rosters }: Texts): string =>
  name === null ? account : rosters.name(name);

const withTerms = (duty: Duty, texts: Texts): string => {
  const { rosters } = texts;
  const { shift, from, until } = duty;
  const terms = [
    shift,
    from === null ? null : rosters.fromMoment(minuteOf(from)),
    until === null ? null : rosters.untilMoment(minuteOf(until)),
  ].filter((it) => it !== null);
  const name = called(duty, texts);
  return terms.length === 0 ? name : rosters.within(name, terms);
};

const changeOf = ({ changedBy }: Roster, texts: Texts): readonly string[] =>
  changedBy === null ? [] : [texts.rosters.changedBy(called(changedBy, texts))];

const rowOf = (roster: Roster, texts: Texts): readonly string[] => {
  const { rosters } = texts;
  // Whoever is two things there, or in turns, is named once.
  const people = new Set(roster.duties.map((it) => withTerms(it, texts)));
  return [
    roster.place,
    rosters.name(roster.name),
    rosters.kinds[roster.kind],
    rosters.several([...people]),
    ...changeOf(roster, texts),
  ];
};

/** A line for each place. */
export const placeLines = (items: readonly Roster[], texts: Texts): readonly string[] =>
  table(
    texts.rosters.heads,
    items.map((it) => rowOf(it, texts)),
  );

const standingOf = (standing: string | null, { rosters }: Texts): string => {
  const words: Readonly<Record<string, string>> = rosters.standings;
  return standing === null ? '' : (words[standing] ?? standing);
};

const dutyRow = (duty: Duty, texts: Texts): readonly string[] => {
  const { account, name, role, standing, shift, turn, from, until } = duty;
  const { rosters, words } = texts;
  const roles: Readonly<Record<string, string>> = words.role;
  return [
    account,
    name === null ? '' : rosters.name(name),
    roles[role] ?? role,
    standingOf(standing, texts),
    shift ?? '',
    turn === null ? '' : rosters.turn(turn.days, turn.every, minuteOf(turn.first)),
    from ?? '',
    until ?? '',
  ];
};

/** Most places say nothing of most of it, which would leave the rest no room on a line. */
const dutyTable = (duties: readonly Duty[], texts: Texts): readonly string[] => {
  const rows = duties.map((it) => dutyRow(it, texts));
  const isSaid = (_: string, at: number): boolean => rows.some((cells) => cells[at] !== '');
  return table(
    texts.rosters.dutyHeads.filter(isSaid),
    rows.map((cells) => cells.filter(isSaid)),
  );
};

/** What a place is, who has changed it, and a line for each duty there. */
export const rosterLines = (roster: Roster, texts: Texts): readonly string[] => {
  const { rosters } = texts;
  const { place, kind, name, duties } = roster;
  return [
    rosters.title(rosters.name(name), rosters.kinds[kind], place),
    ...changeOf(roster, texts),
    '',
    ...(duties.length === 0 ? [rosters.nobody] : dutyTable(duties, texts)),
  ];
};
