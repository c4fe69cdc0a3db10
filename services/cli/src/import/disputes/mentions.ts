/** Where a text speaks of which party. */
import type { DisputeMapping } from './dispute-mapping.js';
import { baseOf, type NamedParty } from './parties.js';

/** `party`: its place in the list; `null`: somebody who is near to it, such as its father. */
export type Mention = Readonly<{ party: number | null; from: number; until: number }>;

const endings = (text: string): readonly string[] =>
  [...text].map((_, at) => text.slice(at)).filter((it) => it.length > 1);

/** A body is also called by the end of its name (`公司`), a person by their family name and a title. */
const waysToCall = ({ name, aliases, isBody }: NamedParty, words: DisputeMapping['parties']) => {
  const base = baseOf(name, words);
  const more = isBody ? endings(base) : words.titles.map((title) => `${name.slice(0, 1)}${title}`);
  return new Set([name, base, ...aliases, ...more]);
};

type Called = Readonly<{ text: string; party: number }>;

/** What is said of one party only, the longest first. */
const callsOf = (parties: readonly NamedParty[], words: DisputeMapping['parties']): readonly Called[] => {
  const all = parties.flatMap((it, party) => [...waysToCall(it, words)].map((text) => ({ text, party })));
  return all
    .filter(({ text, party }) => all.every((it) => it.text !== text || it.party === party))
    .sort((one, other) => other.text.length - one.text.length);
};

export const mentionsOf = (parties: readonly NamedParty[], words: DisputeMapping['parties']) => {
  const calls = callsOf(parties, words);
  const isRelative = (rest: string) =>
    words.relatives.some((it) => rest.startsWith(it) || rest.startsWith(`的${it}`));
  return (text: string): readonly Mention[] => {
    const found: Mention[] = [];
    for (let at = 0; at < text.length;) {
      const rest = text.slice(at);
      // `李某` does not stand in `李某某`, who is somebody else.
      const call = calls.find(
        (it) => rest.startsWith(it.text) && !(it.text.endsWith('某') && rest[it.text.length] === '某'),
      );
      const until = at + (call?.text.length ?? 1);
      if (call !== undefined)
        found.push({ party: isRelative(text.slice(until)) ? null : call.party, from: at, until });
      at = until;
    }
    return found;
  };
};
