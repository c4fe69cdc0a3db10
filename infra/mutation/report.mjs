/** What Stryker's report says of a part, in lines; run as a program, of those that are named. */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const read = (name) => JSON.parse(readFileSync(`.stryker/${name}.json`, 'utf8'));

const mutantsOf = ({ files }) =>
  Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({ ...mutant, file, source })),
  );

const textAt = (source, { start, end }) => {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = lines[last].slice(0, end.column - 1);
  return lines.join('\n').slice(start.column - 1);
};

const onOneLine = (text) => text.replaceAll(/\s+/g, ' ').slice(0, 120);

/** Where each mutant stands that no test told from the original, and what it changes. */
export const survivorsOf = (report) =>
  mutantsOf(report)
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(({ file, source, location, replacement, status }) => {
      const { line, column } = location.start;
      const never = status === 'NoCoverage' ? ' (no test comes there)' : '';
      return `${file}:${line}:${column} ${onOneLine(textAt(source, location))} → ${onOneLine(replacement)}${never}`;
    });

/** How many mutants, and what became of them; a spec that never ends, or cannot be loaded, is a failed one, too. */
export const summaryOf = (name, report) => {
  const count = (...statuses) => mutantsOf(report).filter(({ status }) => statuses.includes(status)).length;
  const [killed, survived] = [count('Killed', 'Timeout', 'RuntimeError'), count('Survived', 'NoCoverage')];
  const other = mutantsOf(report).length - killed - survived;
  return `${name}: ${killed + survived + other} mutants, ${killed} killed, ${survived} survived, ${other} could not be run`;
};

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const name of process.argv.slice(2)) {
    const report = read(name);
    console.info([...survivorsOf(report), summaryOf(name, report)].join('\n'));
  }
