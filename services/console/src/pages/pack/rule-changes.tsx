/** What else of a pack would be otherwise, each as it is now and as it would be. */
import { Text } from '@mantine/core';
import { useLanguage } from '../../app/texts';
import { FoldedList } from './folded';
import { countOf, type PartChange, type RuleChange, type ThingChange } from './rules';
import { useTexts } from './texts';

const [linesAtMost, thingsAtMost] = [8, 8];

/** Of two texts that fill more than a line, each has its own. */
const longest = { en: 80, zh: 40 };

const Change = ({ name: names, before, after }: Omit<RuleChange, 'id'>) => {
  const say = useTexts();
  const language = useLanguage();
  const name = names[language];
  if (before === null) return say('ruleNew', { name, after: after?.[language] ?? '' });
  if (after === null) return say('ruleGone', { name, before: before[language] });
  const [was, is] = [before[language], after[language]];
  if (was.length + is.length <= longest[language]) return say('rule', { name, before: was, after: is });
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

/** Without a title: it stands under what it belongs to. */
export const PartLines = ({ things }: PartChange) => {
  const none = things.filter(({ id }) => id === '');
  const entries = [
    ...none.flatMap(({ changes }) => changes.map((it) => ({ key: it.id, node: <Change {...it} /> }))),
    ...things.filter(({ id }) => id !== '').map((it) => ({ key: `/${it.id}`, node: <Thing {...it} /> })),
  ];
  return entries.length === 0 ? null : <FoldedList entries={entries} atMost={thingsAtMost} />;
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
  const same = all.filter(({ things }) => things.length === 0).map(({ part }) => say(titleOf(part)));
  return (
    <>
      {all
        .filter(({ things }) => things.length > 0)
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
