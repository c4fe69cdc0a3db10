/** What was found in a pack, for people (lines) and for programs (fields). */
import type { LocalizedText } from '@mulin/kernel';
import { lineOf, type PackProblem, placeOf, type Severity } from '@mulin/pack';
import type { Language } from '../terminal.js';

const severities: Readonly<Record<Severity, LocalizedText>> = {
  mistake: { en: 'mistake', zh: '错误' },
  warning: { en: 'warning', zh: '提醒' },
  note: { en: 'note', zh: '说明' },
};

/** So many of one kind are said one by one; of more, the first one and where some others are. */
const most = 4;
const examples = 3;

const elsewhere = (others: readonly PackProblem[], language: Language): string => {
  const places = others.slice(0, examples).map((it) => placeOf(it, language));
  const more = others.length - places.length;
  if (language === 'zh') return `${places.join('、')}${more > 0 ? ` 等另外 ${others.length} 处` : ''}`;
  return `${places.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};

const linesOfKind = (problems: readonly PackProblem[], language: Language): readonly string[] => {
  const [first, ...others] = problems;
  if (first === undefined) return [];
  if (problems.length <= most) return problems.map((it) => lineOf(it, language));
  const also = elsewhere(others, language);
  return language === 'zh'
    ? [`同类问题共 ${problems.length} 处，例如 ${lineOf(first, language)}；同样见于 ${also}`]
    : [`${problems.length} of one kind, such as ${lineOf(first, language)}; the same at ${also}`];
};

/** One line for each problem; of many that are alike, one line with their number and some of their places. */
export const linesOf = (found: readonly PackProblem[], language: Language): readonly string[] =>
  [...new Set(found.map(({ severity, file, code }) => [severity, file, code].join('\n')))].flatMap((kind) => {
    const alike = found.filter(({ severity, file, code }) => [severity, file, code].join('\n') === kind);
    const [severity = 'note'] = kind.split('\n');
    return linesOfKind(alike, language).map(
      // It was made of a severity.
      (line) => `${severities[severity as Severity][language]}  ${line}`,
    );
  });

/** Without what it is: for a sentence of its own. */
export const sentencesOf = (found: readonly PackProblem[], language: Language): readonly string[] =>
  [...new Set(found.map(({ code }) => code))].flatMap((code) =>
    linesOfKind(
      found.filter((it) => it.code === code),
      language,
    ),
  );

/** For programs: `text` is the line in the language asked for. */
const told = (problem: PackProblem, language: Language) => ({ ...problem, text: lineOf(problem, language) });

/** What is tolerated is no problem, and is left out where there is nothing of it. */
export const fieldsOf = (found: readonly PackProblem[], language: Language) => {
  const isNote = ({ severity }: PackProblem) => severity === 'note';
  const notes = found.filter(isNote).map((it) => told(it, language));
  return {
    problems: found.filter((it) => !isNote(it)).map((it) => told(it, language)),
    ...(notes.length > 0 ? { notes } : {}),
  };
};
