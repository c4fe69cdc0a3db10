/** `mulin disputes import FILE --mapping NAME|PATH --area PATH [--account ACCOUNT] [--dry-run]`. */
import { statSync } from 'node:fs';
import { instant } from '@mulin/kernel';
import { noFile, openFile, type Opened } from '@mulin/imports';
import { type DisputeMapping, parseDisputeMapping } from '../import/disputes/dispute-mapping.js';
import { disputeReader } from '../import/disputes/dispute-row.js';
import { importDisputes, type NotTaken, type Tally } from '../import/disputes/import-disputes.js';
import { fileSource, inLanguage, mappingText } from '../import/files.js';
import { notedFile, rejectedFile } from '../import/side-files.js';
import type { Surroundings } from '../surroundings.js';
import { exits, type Language, type Outcome, progressBar } from '../terminal.js';
import { textsIn } from '../texts/texts.js';
import type { TownClient } from '../town-client.js';
import { allAccounts } from './accounts.js';
import { called } from './cases.js';

const patienceMs = 120_000;
/** Longer than any file takes. */
const tokenMinutes = 600;
const shownAtMost = 10;

type Options = Readonly<{
  mapping: string;
  area: string;
  account?: string;
  dryRun?: boolean;
  lang?: string;
}>;

type Call = Options & Readonly<{ surroundings: Surroundings; file: string; language: Language }>;

export const importDisputesCommand = async (
  surroundings: Surroundings,
  file: string,
  options: Options,
): Promise<Outcome> => {
  const language = surroundings.language(options.lang);
  return importing({ surroundings, file, language, ...options }).catch(inLanguage(language));
};

/** The rows that were not taken: all in a file, the first of them to be shown. */
const collecting = ({ surroundings, language }: Call, name: string) => {
  const file = rejectedFile(surroundings, name);
  const first: string[] = [];
  const { disputes } = textsIn(language);
  return {
    first,
    file,
    add: ({ line, column, value, code, reason }: NotTaken) => {
      const why = reason ?? called(disputes.importing.why, code);
      if (first.length < shownAtMost) first.push(disputes.importing.row(line, value, why));
      file.write([line, column, value, code, why]);
    },
  };
};

/** Under the account of the mediator who brings the file; else under that of whoever calls. */
const townFor = async ({ surroundings, language, account, area }: Call): Promise<TownClient> => {
  const own = surroundings.town({ patienceMs, language });
  if (account === undefined) return own;
  const known = (await allAccounts(own)).find((it) => it.account === account);
  // A token is of all that its account answers for; one that nobody knows yet is of where the disputes lie.
  const wanted = { role: 'mediator', account, area: known?.area ?? area, minutes: tokenMinutes };
  const { token } = await own.post<{ token: string }>('/api/v1/tokens', wanted);
  return surroundings.town({ patienceMs, language, token });
};

const readDisputeMapping = async ({ mapping, surroundings }: Call): Promise<DisputeMapping> =>
  parseDisputeMapping(mapping, await mappingText(mapping, surroundings.resolve));

const open = async ({ surroundings, file }: Call, { format, encoding }: DisputeMapping): Promise<Opened> => {
  const path = surroundings.resolve(file);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw noFile(file);
  return openFile(fileSource(path), { format, wanted: [], ...(encoding === undefined ? {} : { encoding }) });
};

const importing = async (call: Call): Promise<Outcome> => {
  const startedAt = performance.now();
  const { surroundings, language, area } = call;
  const mapping = await readDisputeMapping(call);
  const opened = await open(call, mapping);
  const town = call.dryRun === true ? null : await townFor(call);
  const notTaken = collecting(call, mapping.name);
  const noted = notedFile(surroundings, mapping.name);
  const bar = progressBar(textsIn(language).importing.registering, 0);
  const tally = await importDisputes(opened.lines(), {
    town,
    mapping,
    area,
    language,
    now: () => instant(surroundings.now()),
    read: disputeReader(mapping),
    onNotTaken: notTaken.add,
    onNoted: ({ line, dispute, codes }) => noted.write([line, dispute, codes.join(' ')]),
    onProgress: bar.update,
  }).finally(async () => {
    bar.stop();
    await notTaken.file.close();
    await noted.close();
  });
  const files = { rejectedFile: notTaken.file.path(), notedFile: noted.path() };
  const seconds = Math.round((performance.now() - startedAt) / 10) / 100;
  return outcomeOf({ ...tally, ...files, seconds, dryRun: town === null }, notTaken.first, language);
};

type Report = Tally &
  Readonly<{ rejectedFile: string | null; notedFile: string | null; seconds: number; dryRun: boolean }>;

const outcomeOf = (report: Report, shown: readonly string[], language: Language): Outcome => {
  const { dryRun, ...json } = report;
  const { importing: said } = textsIn(language).disputes;
  const { rejected, agreements, rejectedFile: rejectedIn, notedFile: notedIn } = report;
  const reasons = Object.entries(report.reasons).sort(([, one], [, other]) => other - one);
  const isWhole = rejected === 0 && agreements.refused === 0;
  return {
    json: { ...json, ...(dryRun ? { dryRun } : {}) },
    lines: [
      dryRun ? said.tried(report) : said.sum(report),
      said.agreements(agreements, dryRun),
      ...reasons.map(([code, times]) => said.reason(called(said.why, code), times)),
      ...shown,
      ...(rejectedIn === null ? [] : [said.rejectedIn(rejectedIn)]),
      ...(notedIn === null ? [] : [said.notedIn(notedIn)]),
    ],
    exit: isWhole ? exits.done : exits.notAsItShould,
  };
};
