/** `mulin import FILE --mapping NAME|PATH [--dry-run] [--report bodies]`. */
import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  asOfOf,
  columnsNamed,
  importFile,
  type Mapping,
  noFile,
  type Opened,
  openFile,
  type Rejected,
  rowReader,
  type Standing,
  standingOf,
  survey,
  type Survey,
} from '@mulin/imports';
import { instant } from '@mulin/kernel';
import { readAliases } from '../import/aliases.js';
import { type BodiesReport, bodiesReport, bodiesTable, notCountedIn } from '../import/bodies.js';
import { fileSource, inLanguage, readMapping } from '../import/files.js';
import { checkMenu, isMenuChecked, menuOf } from '../import/menu.js';
import { menuNotChecked, nothingRouted, type Report, sentencesOf } from '../import/sentences.js';
import { notedFile, rejectedFile, type SideFile } from '../import/side-files.js';
import type { Surroundings } from '../surroundings.js';
import { exits, type Language, type Outcome, progressBar, table, WrongCall } from '../terminal.js';
import { textsIn } from '../texts/texts.js';

const patienceMs = 120_000;
const lookAgainMs = 250;
const shownAtMost = 10;

type Options = Readonly<{ mapping: string; dryRun?: boolean; report?: string; lang?: string }>;

export const importCommand = async (
  surroundings: Surroundings,
  file: string,
  options: Options,
): Promise<Outcome> => {
  const language = surroundings.language(options.lang);
  return importing({ surroundings, file, language, ...options }).catch(inLanguage(language));
};

type Call = Options & Readonly<{ surroundings: Surroundings; file: string; language: Language }>;
type Prepared = Readonly<{
  mapping: Mapping;
  opened: Opened;
  asOf: string | null;
  read: ReturnType<typeof rowReader>;
}>;

const importing = async (call: Call): Promise<Outcome> => {
  const startedAt = performance.now();
  const { surroundings, language } = call;
  const prepared = await prepare(call);
  const { mapping, opened, read } = prepared;
  const rejections = collecting(rejectedFile(surroundings, mapping.name), language);

  const items = await menuOf(() => surroundings.town());
  const onRejected = call.dryRun === true ? { onRejected: rejections.add } : {};
  const bodies = await reporting(call, mapping);
  const onDemand = bodies === null ? {} : { onDemand: bodies.add };
  const found = await survey(opened, mapping, read, { items, ...onRejected, ...onDemand });
  const rest =
    call.dryRun === true ? await dry(call, found, rejections) : await sent(call, prepared, found, rejections);
  const seconds = Math.round((performance.now() - startedAt) / 10) / 100;
  const report: Report = {
    ...rest,
    written: opened.written,
    shown: rejections.first,
    rejectedFile: rejections.file.path(),
    seconds,
  };
  return withBodies(outcomeOf(report, language), bodies?.report() ?? null, language);
};

/** `null`: no report is asked for. Refused (`WrongCall`) where there is none of that name. */
const reporting = async ({ surroundings, report }: Call, mapping: Mapping) => {
  if (report === undefined) return null;
  if (report !== 'bodies') throw new WrongCall(({ reports }) => reports.none(report));
  return bodiesReport(mapping, await readAliases(mapping.aliases, surroundings.resolve));
};

const withBodies = (
  { json, lines, ...rest }: Outcome,
  report: BodiesReport | null,
  language: Language,
): Outcome => {
  if (report === null) return { json, lines, ...rest };
  const { head, rows } = bodiesTable(report, language);
  return {
    ...rest,
    json: { ...json, report },
    lines: [...lines, '', ...table(head, rows), '', notCountedIn(report)[language]],
  };
};

const prepare = async ({ surroundings, file, mapping: named }: Call): Promise<Prepared> => {
  const path = surroundings.resolve(file);
  const mapping = await readMapping(named, surroundings.resolve);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw noFile(file);
  const opened = await openFile(fileSource(path), { ...mapping, wanted: columnsNamed(mapping) });
  return {
    mapping,
    opened,
    asOf: asOfOf(mapping),
    read: rowReader(mapping, instant(surroundings.now()), opened),
  };
};

/** The rejected rows: all in a file, the first of them to be shown. */
const collecting = (file: SideFile, language: Language) => {
  const first: Rejected[] = [];
  return {
    file,
    first,
    add: (it: Rejected) => {
      if (first.length < shownAtMost) first.push(it);
      file.write([it.line, it.column, it.value, it.code, it.reason[language]]);
    },
  };
};

type Rejections = ReturnType<typeof collecting>;
type Rest = Omit<Report, 'written' | 'shown' | 'rejectedFile' | 'seconds'>;

const dry = async (
  { surroundings }: Call,
  { remarks, menuItems, ...found }: Survey,
  { file }: Rejections,
): Promise<Rest> => {
  await file.close();
  const isChecked = await isMenuChecked(() => surroundings.town(), menuItems);
  const nothing = { registered: 0, known: 0, closed: 0, routed: 0, unrouted: 0, agreeing: 0, disagreeing: 0 };
  return {
    ...nothing,
    ...found,
    pending: 0,
    remarks: isChecked ? remarks : [...remarks, menuNotChecked],
    dryRun: true,
    notedFile: null,
  };
};

const sent = async (
  { surroundings, language }: Call,
  { mapping, opened, asOf, read }: Prepared,
  { read: rows, remarks, menuItems }: Survey,
  rejections: Rejections,
): Promise<Rest> => {
  const town = surroundings.town({ patienceMs, language });
  await checkMenu(town, menuItems);
  const noted = notedFile(surroundings, mapping.name);
  const bar = progressBar(textsIn(language).importing.registering, rows);
  const { tally, caseIds } = await importFile(opened.lines(), {
    town,
    mapping,
    asOf,
    read,
    onRejected: rejections.add,
    onNoted: ({ line, caseId, codes }) => noted.write([line, caseId, codes.join(' ')]),
    onProgress: bar.update,
  }).finally(async () => {
    bar.stop();
    await rejections.file.close();
    await noted.close();
  });
  const total = caseIds.placed.length + caseIds.placeless.length;
  const standing = await settled(total, textsIn(language).importing.routing, () => standingOf(town, caseIds));
  const isNothingRouted = caseIds.placed.length > 0 && standing.routed === 0 && standing.pending === 0;
  return {
    ...tally,
    ...standing,
    remarks: isNothingRouted ? [...remarks, nothingRouted] : remarks,
    dryRun: false,
    notedFile: noted.path(),
  };
};

const outcomeOf = (report: Report, language: Language): Outcome => {
  const { remarks, shown: _, written: __, dryRun, pending, ...json } = report;
  const isAsItShould =
    report.rejected === 0 &&
    report.disagreeing === 0 &&
    pending === 0 &&
    remarks.every(({ isWrong }) => !isWrong);
  return {
    json: {
      ...json,
      ...(pending === 0 ? {} : { pending }),
      ...(dryRun ? { dryRun } : {}),
      remarks: remarks.map(({ code, text }) => ({ code, text: text[language] })),
    },
    lines: sentencesOf(report, language),
    exit: isAsItShould ? exits.done : exits.notAsItShould,
  };
};

/** Waits as long as the town gets on with it. */
const settled = async (total: number, label: string, ask: () => Promise<Standing>): Promise<Standing> => {
  const bar = progressBar(label, total);
  try {
    for (let best = total + 1, giveUpAt = 0; ;) {
      const standing = await ask();
      bar.update(total - standing.pending);
      if (standing.pending === 0) return standing;
      if (standing.pending < best) [best, giveUpAt] = [standing.pending, performance.now() + patienceMs];
      else if (performance.now() > giveUpAt) return standing;
      await sleep(lookAgainMs);
    }
  } finally {
    bar.stop();
  }
};
