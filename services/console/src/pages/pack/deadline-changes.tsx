/** Deadlines before and after, in words. */
import { List, Text } from '@mantine/core';
import { ladderInWords, lengthInWords } from '@mulin/pack';
import { useLanguage } from '../../app/texts';
import { useCodes } from '../../parts/codes';
import { useWords } from '../../parts/words';
import type { Change, Changed, Length, Rung } from './deadlines';
import { useDeadlineTexts } from './deadline-texts';
import { FoldedNames } from './folded';
import { MoreChanges } from './rule-changes';
import { countOf, type PartChange } from './rules';

const namedAtMost = 6;

/** How a change is said, part by part. */
const useChangeWords = () => {
  const say = useDeadlineTexts();
  const language = useLanguage();
  const words = useWords();
  const listed = (all: readonly string[]) => all.join(language === 'zh' ? '、' : ', ');
  const length = (it: Length): string => lengthInWords(it)[language];
  const ladder = (rungs: readonly Rung[]): string => ladderInWords(rungs)[language];
  return { say, words, listed, length, ladder };
};

const useSentence = () => {
  const { wordOf } = useCodes();
  const { say, words, listed, length, ladder } = useChangeWords();
  return (it: Change): string => {
    switch (it.of) {
      case 'length': {
        const none = say(it.urgency === null ? 'none' : 'usual');
        const [before, after] = [it.before, it.after].map((one) => (one === null ? none : length(one)));
        const of = { clock: words.clock(it.clock), before: before ?? none, after: after ?? none };
        return it.urgency === null
          ? say('length', of)
          : say('lengthOf', { ...of, urgency: wordOf('urgency', it.urgency) });
      }
      case 'ladder':
        return say('ladder', {
          clocks: listed(it.clocks.map((clock) => words.clock(clock))),
          before: ladder(it.before),
          after: ladder(it.after),
        });
      case 'calendar':
        return say('calendar', { before: it.before, after: it.after });
      case 'redo': {
        const share = (of: number | null) =>
          of === null ? say('asMuch') : say('share', { percent: Math.round(of * 100) });
        return say('redo', { before: share(it.before), after: share(it.after) });
      }
    }
  };
};

const Group = ({ items, changes }: Changed) => {
  const say = useDeadlineTexts();
  const language = useLanguage();
  const sentence = useSentence();
  const between = language === 'zh' ? '、' : '; ';
  const names = items.map(({ id, name }) => name[language] || id);
  return (
    <List.Item>
      {say('kinds', { count: items.length, names: names.slice(0, namedAtMost).join(between) })}
      <FoldedNames names={names} between={between} atMost={namedAtMost} />
      <List withPadding>
        {changes.map((it) => (
          <List.Item key={JSON.stringify(it)}>{sentence(it)}</List.Item>
        ))}
      </List>
    </List.Item>
  );
};

type Props = Readonly<{ all: readonly Changed[]; rules: PartChange | undefined }>;

/** `rules`: of policies that no kind of demand names. */
export const DeadlineChanges = ({ all, rules }: Props) => {
  const say = useDeadlineTexts();
  const others = rules === undefined ? 0 : countOf(rules);
  return (
    <div data-difference="deadlines">
      <Text fw={600}>{say('title')}</Text>
      {all.length + others === 0 ? (
        <Text c="dimmed">{say('same')}</Text>
      ) : (
        <List>
          {all.map((it) => (
            <Group key={JSON.stringify(it.changes)} {...it} />
          ))}
        </List>
      )}
      <MoreChanges rules={rules} />
    </div>
  );
};
