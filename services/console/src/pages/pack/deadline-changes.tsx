/** Deadlines before and after, in words. */
import { List, Text } from '@mantine/core';
import { useLanguage } from '../../app/texts';
import { useCodes } from '../../parts/codes';
import { useWords } from '../../parts/words';
import type { Change, Changed, Length, Rung } from './deadlines';
import { useDeadlineTexts } from './deadline-texts';

const namedAtMost = 6;

/** How a change is said, part by part. */
const useChangeWords = () => {
  const say = useDeadlineTexts();
  const language = useLanguage();
  const words = useWords();
  const listed = (all: readonly string[]) => all.join(language === 'zh' ? '、' : ', ');
  const length = ({ unit, amount, end }: Length): string => {
    const span = say(Math.abs(amount) === 1 ? `one-${unit}` : unit, { count: Math.abs(amount) });
    return end === 'same-time' ? say('sameTime', { span }) : span;
  };
  const rung = (it: Rung): string => {
    const who = listed(it.to.map((role) => words.role(role)));
    if ('share' in it)
      return it.share === 1
        ? say('missed', { who })
        : say('atShare', { who, percent: Math.round(it.share * 100) });
    if (it.after.amount === 0) return say('missed', { who });
    return say(it.after.amount > 0 ? 'afterwards' : 'beforehand', { who, span: length(it.after) });
  };
  const ladder = (rungs: readonly Rung[]): string =>
    rungs.length === 0 ? say('nobody') : rungs.map(rung).join(language === 'zh' ? '，' : '; ');
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
  const names = items.slice(0, namedAtMost).map(({ id, name }) => name[language] || id);
  const more = items.length - names.length;
  return (
    <List.Item>
      {say('kinds', { count: items.length, names: names.join(language === 'zh' ? '、' : '; ') })}
      {more > 0 && ` ${say('more', { count: more })}`}
      <List withPadding>
        {changes.map((it) => (
          <List.Item key={JSON.stringify(it)}>{sentence(it)}</List.Item>
        ))}
      </List>
    </List.Item>
  );
};

export const DeadlineChanges = ({ all }: Readonly<{ all: readonly Changed[] }>) => {
  const say = useDeadlineTexts();
  return (
    <div data-difference="deadlines">
      <Text fw={600}>{say('title')}</Text>
      {all.length === 0 ? (
        <Text c="dimmed">{say('same')}</Text>
      ) : (
        <List>
          {all.map((it) => (
            <Group key={JSON.stringify(it.changes)} {...it} />
          ))}
        </List>
      )}
    </div>
  );
};
