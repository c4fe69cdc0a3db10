/** What else of a pack would be otherwise, each as it is now and as it would be. */
import { Text } from '@mantine/core';
import { useLanguage } from '../../app/texts';
import { FoldedList } from './folded';
import { countOf, type PartChange, type RuleChange, type ThingChange } from './rules';
import { useTexts } from './texts';

const [linesAtMost, thingsAtMost] = [8, 8];

/** Of two texts that fill more than a line, each has its own. */
const longest = { en: 80, zh: 50 };

/** Days, areas and places come and go; any other field says something, or nothing. */
const isEntry = (id: string): boolean => /^(?:overrides|areas|outside)\//.test(id);

const useValues = ({ before, after }: RuleChange) => {
  const say = useTexts();
  const language = useLanguage();
  // What is otherwise in the other language alone is shown in that one, too.
  const isAlike = before?.[language] === after?.[language];
  const [was, is] = [before, after].map((it) => {
    if (it === null) return say('nothing');
    return isAlike ? say('inBoth', it) : it[language];
  }) as [string, string];
  return { was, is, isLong: was.length + is.length > longest[language] };
};

const Change = (change: RuleChange) => {
  const say = useTexts();
  const language = useLanguage();
  const { was, is, isLong } = useValues(change);
  const name = change.name[language];
  if (isEntry(change.id) && change.before === null) return say('ruleNew', { name, after: is });
  if (isEntry(change.id) && change.after === null) return say('ruleGone', { name, before: was });
  if (!isLong) return say('rule', { name, before: was, after: is });
  return (
    <>
      {say('ruleLong', { name })}
      <Text c="dimmed">{say('ruleBefore', { before: was })}</Text>
      <Text>{say('ruleAfter', { after: is })}</Text>
    </>
  );
};

const Thing = ({ name, is, changes }: ThingChange) => {
  const say = useTexts();
  const language = useLanguage();
  const lines = changes.map((it) => ({
    key: it.id,
    // Of what is new as a whole nothing is new by itself.
    node:
      is === 'new' ? (
        say('ruleOf', { name: it.name[language], value: it.after?.[language] ?? '' })
      ) : (
        <Change {...it} />
      ),
  }));
  if (is === 'gone') return say('thingGone', { name: name[language] });
  const called = is === 'new' ? say('thingNew', { name: name[language] }) : name[language];
  return (
    <>
      {called}
      <FoldedList entries={lines} atMost={linesAtMost} isWithin />
    </>
  );
};

const PartLines = ({ things, isMoved }: PartChange) => {
  const say = useTexts();
  const none = things.filter(({ id }) => id === '');
  const entries = [
    ...(isMoved ? [{ key: '', node: say('partMoved') }] : []),
    ...none.flatMap(({ changes }) => changes.map((it) => ({ key: it.id, node: <Change {...it} /> }))),
    ...things.filter(({ id }) => id !== '').map((it) => ({ key: `/${it.id}`, node: <Thing {...it} /> })),
  ];
  return entries.length === 0 ? null : <FoldedList entries={entries} atMost={thingsAtMost} />;
};

/** What else is otherwise of what stands above. */
export const MoreChanges = ({ rules }: Readonly<{ rules: PartChange | undefined }>) => {
  const say = useTexts();
  const count = rules === undefined ? 0 : countOf(rules);
  if (rules === undefined || count === 0) return null;
  return (
    <>
      <Text>{say('otherwise', { count })}</Text>
      <PartLines {...rules} />
    </>
  );
};

const titles = {
  town: 'diffTown',
  calendars: 'diffCalendars',
  feedback: 'diffFeedback',
  mediation: 'diffMediation',
} as const;
const titleOf = (part: PartChange['part']) => titles[part as keyof typeof titles];

/** Parts that have no list of their own; those that are the same are named in one line. */
export const RuleChanges = ({ all }: Readonly<{ all: readonly PartChange[] }>) => {
  const say = useTexts();
  const language = useLanguage();
  const same = all.filter((it) => countOf(it) === 0).map(({ part }) => say(titleOf(part)));
  return (
    <>
      {all
        .filter((it) => countOf(it) > 0)
        .map((it) => (
          <div key={it.part} data-difference={it.part}>
            <Text fw={600}>{say('partChanges', { what: say(titleOf(it.part)), count: countOf(it) })}</Text>
            <PartLines {...it} />
          </div>
        ))}
      {same.length > 0 && (
        <Text c="dimmed" data-same>
          {say('partsSame', { parts: same.join(language === 'zh' ? '、' : '; ') })}
        </Text>
      )}
    </>
  );
};
