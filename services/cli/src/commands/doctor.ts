/** `mulin doctor`: what is wrong with this machine and with this town, in plain words. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkKeys } from '@mulin/identity';
import { Rejection } from '@mulin/kernel';
import { isHomeHeld, machineChecks, openDatabase } from '@mulin/postgres';
import { areDeliveriesHeld } from '@mulin/service';
import { checkMasterKey } from '@mulin/vault';
import type { Surroundings } from '../surroundings.js';
import { exits, type Language, type Outcome, table } from '../terminal.js';
import type { Texts } from '../texts/texts.js';
import { whereTheTownRuns } from '../whole-town/database.js';

type Check = Readonly<{ name: string; ok: boolean; text: string }>;
type Ready = Readonly<{ checks?: readonly Check[] }>;

/** What a machine must have for the PostgreSQL that comes with the project; of another one it is nothing. */
const ofEmbedded: ReadonlySet<string> = new Set(['postgres', 'passage', 'port', 'memory']);

export const doctorCommand = async (surroundings: Surroundings): Promise<Outcome> => {
  const language = surroundings.language(undefined);
  const isElsewhere = surroundings.databaseUrl() !== undefined;
  const ofMachine = (await machineChecks(surroundings.home)).filter(
    ({ name }) => !isElsewhere || !ofEmbedded.has(name),
  );
  const checks: readonly Check[] = [
    ...ofMachine.map((check) => ({ ...check, text: check.text[language] })),
    ...(await townChecks(surroundings)),
    ...(await roleChecks(surroundings)),
    ...(await mailChecks(surroundings)),
    ...(await heldChecks(surroundings)),
  ];
  const ok = checks.every((check) => check.ok);
  const { doctor } = surroundings.texts;
  return {
    json: { ok, checks },
    lines: table(
      doctor.heads,
      checks.map(({ name, ok: fine, text }) => [fine ? doctor.ok : doctor.notOk, name, text]),
    ),
    exit: ok ? exits.done : exits.notAsItShould,
  };
};

/** A town that does not run is no fault of the machine, unless it tried to; one that runs must be well. */
const townChecks = async (surroundings: Surroundings): Promise<readonly Check[]> => {
  const url = surroundings.url();
  const headers = { 'accept-language': surroundings.language(undefined) };
  const response = await fetch(new URL('/health/ready', url), { headers }).catch(() => null);
  if (response === null) return homeChecks(surroundings, url);
  // Ready or not, the town says how each of its parts is.
  const ready = (await response.json().catch(() => null)) as Ready | null;
  return ready?.checks ?? [{ name: 'town', ok: false, text: surroundings.texts.unreachable.noTown(url) }];
};

/** Whether the mail server of a running town answers; nobody is told who has no key to ask by, or where none runs. */
const mailChecks = async (surroundings: Surroundings): Promise<readonly Check[]> => {
  try {
    const town = surroundings.town({ language: surroundings.language(undefined) });
    const { ok, text } = await town.get<Check>('/api/v1/deliveries/mail-server');
    return [{ name: 'mail', ok, text }];
  } catch {
    return [];
  }
};

/** A restored town sends nothing until somebody says so; who forgets it would wait for messages in vain. */
const heldChecks = async (surroundings: Surroundings): Promise<readonly Check[]> => {
  const { home, texts } = surroundings;
  const inDatabase = () =>
    // What keeps it from being asked is said by the other checks.
    whereTheTownRuns(surroundings, ({ sql }) => areDeliveriesHeld(sql)).catch(() => null);
  const isHeld = isHomeHeld(home) || (await inDatabase()) === true;
  return isHeld ? [{ name: 'deliveries', ok: false, text: texts.doctor.deliveriesHeld }] : [];
};

/** What would keep the town of this home from starting, as far as it can be seen while none runs. */
const homeChecks = async (
  { home, givenKeys, texts, language }: Surroundings,
  url: string,
): Promise<readonly Check[]> => {
  const keys = path.join(home, 'keys');
  const failure = await lastFailure(path.join(home, 'logs', 'town.log'), texts, language(undefined));
  return [
    await keyCheck(texts, language(undefined), async () => {
      await checkKeys(keys, givenKeys);
      await checkMasterKey(keys);
    }),
    failure === null
      ? { name: 'town', ok: true, text: texts.doctor.noTown(url) }
      : { name: 'town', ok: false, text: failure },
  ];
};

const keyCheck = async (
  { doctor }: Texts,
  language: Language,
  check: () => Promise<void>,
): Promise<Check> => {
  try {
    await check();
    return { name: 'keys', ok: true, text: doctor.keys };
  } catch (error) {
    if (error instanceof Rejection) return { name: 'keys', ok: false, text: error.sentence[language] };
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { name: 'keys', ok: false, text: doctor.keysUnreadable(reason) };
  }
};

/** Of a PostgreSQL that somebody else looks after: what its role may do beyond what a town needs. */
const roleChecks = async ({ databaseUrl, texts: { doctor } }: Surroundings): Promise<readonly Check[]> => {
  const url = databaseUrl();
  if (url === undefined) return [];
  const name = 'role';
  try {
    const role = await roleIn(url);
    const text = role.isSuperuser ? doctor.superuser(role.name) : doctor.role(role.name);
    return [{ name, ok: !role.isSuperuser, text }];
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return [{ name, ok: false, text: doctor.noDatabase(said) }];
  }
};

type Role = Readonly<{ name: string; isSuperuser: boolean }>;

const roleIn = async (url: string): Promise<Role> => {
  const database = await openDatabase({ url, max: 1, applicationName: 'mulin doctor' });
  try {
    const [role] = await database.sql<Role>(
      `select rolname as name, rolsuper as "isSuperuser" from pg_roles where rolname = current_user`,
    );
    return role ?? { name: '', isSuperuser: false };
  } finally {
    await database.close();
  }
};

/** `reasonZh`: the same in Chinese; lines of older programs have none. */
type Line = Readonly<{ part?: string; level?: string; time?: string; reason?: string; reasonZh?: string }>;

const lineOf = (text: string): Line => {
  try {
    return JSON.parse(text) as Line; // the town's own log
  } catch {
    return {};
  }
};

/** What the log says last of the town as a whole; `null` where that is no failure to start. */
const lastFailure = async (file: string, { doctor }: Texts, language: Language): Promise<string | null> => {
  const text = await readFile(file, 'utf8').catch(() => '');
  const last = text
    .split('\n')
    .map(lineOf)
    .findLast(({ part }) => part === 'town');
  if (last?.level !== 'error') return null;
  const reason = language === 'zh' ? (last.reasonZh ?? doctor.seeLog(file)) : last.reason;
  return doctor.couldNotStart(last.time ?? '', reason ?? doctor.seeLog(file));
};
