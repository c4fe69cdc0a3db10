/** All that the command line says, in English. `zh.ts` has the same in Chinese: what is missing there does not compile. */
import { counted } from '@mulin/kernel';
import { clocksIn, legEndsIn, rolesIn, servicesIn, statesIn, unheldIn } from './words.js';
import { chaosIn } from './chaos.js';
import { demoIn } from './demo.js';
import { disputesIn } from './disputes.js';
import { clocksSayIn } from './clocks.js';
import { ratesIn } from './rates.js';
import { leaveIn } from './leave.js';
import { rostersIn } from './rosters.js';
import { warningsIn } from './warnings.js';
import { erasingIn } from './erasing.js';
import { storyIn } from './story.js';
import { operatingIn } from './operating.js';
import { restoringIn } from './restoring.js';

const span = (days: number, hours: number, minutes: number): string =>
  [days > 0 ? `${days} d` : '', hours > 0 ? `${hours} h` : '', minutes > 0 ? `${minutes} min` : '']
    .filter((part) => part !== '')
    .slice(0, 2)
    .join(' ') || '< 1 min';

export const en = {
  about: 'Mulin: every demand of a town to the one who must answer it, in time.',
  help: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    commands: 'Commands:',
    optionsOfUsage: '[options]',
    commandOfUsage: '[command]',
    help: 'what this command does, and what it takes',
    version: 'the version of Mulin',
    json: 'exactly one JSON object on standard output',
    language: 'in Chinese (zh) or English (en); else as LC_ALL, LC_MESSAGES or LANG says',
    url: 'where the town runs',
  },
  commands: {
    case: 'one case: its history and its deadlines',
    cases: 'the cases of the town',
    escalations: 'which lateness waits for whom',
    rates: 'response, resolution, satisfaction and timeliness; report: of a month, as a file',
    inbox: 'what waits for you, or for somebody else, and until when',
    readings: 'who opened what a resident had said (for auditors)',
    doctor: 'says what is wrong with this machine and this town',
    demo: 'fills a town that has no case yet with a made-up month, to look at',
    chaos: 'kills and stops what a made-up town runs on, again and again, and looks whether anything is lost',
    story: 'walks one made-up demand through the whole loop, a quarrel beside it, and shows that it works',
    import: 'register the demands of a file',
    token: 'a signed token for a role',
    deadLetters: 'messages that could not be handled: list, retry ID|all, drop ID|all',
    accounts: 'who may sign in: list; add, change, password, disable or enable NAME',
    mapping: 'how files of other systems are read',
    mappingSuggest: 'a first mapping for a file',
    erase: 'a resident’s words, place and contact, for good',
    views: 'the lists made from events',
    viewsRebuild: 'make them anew from events',
    pack: 'the files that describe a town',
    packBuild: 'a town pack from a map',
    packCheck: 'says what is wrong with a pack',
    clocks: 'deadlines',
    clocksCheck: 'a table of deadlines against ours',
    clocksExplain: 'how the deadlines of a case were counted',
    export: 'the whole town in one file, its keys in another',
    restore: 'an exported town into an empty home',
    deliveries: 'messages that leave the town',
    deliveriesRelease: 'let a restored town send e-mail and webhooks',
  },
  options: {
    legs: 'who had it, from when until when, and how long they worked on it',
    state: 'only in this state',
    grid: 'only of this micro-grid',
    within: 'only what lies in this area',
    number: 'of this number, ours or its source’s',
    q: 'with this in the name of what or where, or in the number',
    phone: 'of whoever asked; with --purpose',
    purpose: 'what the phone is looked for',
    menuItem: 'only of this menu item',
    net: 'only of this net',
    channel: 'only by this channel',
    holder: 'only what this account holds',
    late: 'only what missed a deadline',
    reportedFrom: 'reported from this moment on',
    reportedUntil: 'reported before this moment',
    after: 'what changed after this position, in that order',
    limit: 'at most so many',
    cursor: 'where the page before ended',
    to: 'only what waits for this role',
    whose: 'whose inbox (without it: your own)',
    ofCase: 'only of this case',
    reader: 'only by this account',
    from: 'from this moment on, such as 2026-03-02T00:00:00+08:00',
    until: 'before this moment',
    mapping: 'how its columns are read',
    dryRun: 'read all of it and register nothing',
    timesZone: 'IANA name of the zone of its times, such as Asia/Shanghai',
    datum: 'in which the map is drawn: GCJ02, BD09, EPSG:4549 …; else as it declares, or WGS84',
    draft: 'write it even where a town would not start with it',
    force: 'write over files that were edited by hand',
    role: 'such as community-secretary',
    area: 'town/community/village/grid/micro-grid, or the beginning of one',
    personName: 'how people call whoever has the account',
    stdin: 'the password is the first line of standard input',
    account: 'as a roster names it; else one for each role of an area',
    minutes: 'how long it is good for',
    eraseCase:
      'a case in which they asked; all of their cases are erased, but those of another visit: name each',
    reason: 'asked-for, consent-withdrawn, no-longer-needed or kept-unlawfully',
    grids: 'GeoJSON with one polygon for each micro-grid',
    id: 'the property that tells them apart',
    name: 'the property that names them',
    zone: 'IANA name of the zone, such as Asia/Shanghai',
    outFolder: 'where the pack is written',
    community: 'the property that names the community',
    town: 'the short name of the town',
    outFile: 'where to',
    seed: 'the same faults in the same order for the same number',
    chaosMinutes: 'how long faults go on',
    storyPack: 'a folder of town files whose rules are tried; without it, those of the sample town',
  },
  /** What the parser of the call refuses; `null`: in its own words. */
  refusals: {
    unknownCommand: null as ((name: string) => string) | null,
    missingArgument: null as ((name: string) => string) | null,
    missingOption: null as ((flags: string) => string) | null,
    optionWithoutValue: null as ((flags: string) => string) | null,
    unknownOption: null as ((name: string) => string) | null,
    tooManyArguments: null as (() => string) | null,
    other: null as (() => string) | null,
  },
  failed: (kind: string) => `It failed (${kind}); MULIN_LOG=debug says where.`,
  wrongCalls: {
    noLanguage: (wanted: string) => `There is no language ${wanted}: en or zh.`,
    addressOf: (what: 'town' | 'database', schemes: string) =>
      `The address of a ${what} begins with ${schemes.replace('|', ' or ')}.`,
    noSubCommand: (group: string, word: string | undefined, names: readonly string[]) =>
      word === undefined
        ? `${group} takes one of: ${names.join(', ')}.`
        : `${group} has no command ${word}; it takes one of: ${names.join(', ')}.`,
    minutes: '--minutes takes a whole number from 1 on.',
    accounts: 'accounts takes list, or add, change, password, disable or enable with a name.',
    noRole: 'accounts add takes --role, such as --role verifier.',
    noChange: 'accounts change takes --role, --area or --name, or several of them.',
    noPassword: 'Nothing came on standard input: --stdin takes the password as its first line.',
    noAccount: (action: string) => `accounts ${action} takes the name of an account.`,
    deadLetters: 'dead-letters takes list, or retry or drop with an id.',
    noDeadLetter: (id: string | undefined) => `There is no dead letter ${id ?? 'without an id'}.`,
    noFile: (file: string) => `There is no file ${file}.`,
    alreadyThere: (file: string) => `${file} is there already, and is not written over.`,
    noTownYet: 'No town has run here yet: there is nothing to export.',
    tablesNotYours: (tables: string) =>
      `The role of DATABASE_URL may not read ${tables}: name the owner of the tables, as a copy holds all of them or is none.`,
    hiddenLogs: (logs: string) =>
      `The events of ${logs} lie in no table that this version knows: nothing is exported.`,
    townLivesHere:
      'A town lives here already: restore into an empty MULIN_HOME and empty engines; a restore that was stopped here goes on with the same copy and the same MULIN_HOME.',
    ...restoringIn('en'),
    masterKeyMissing:
      'The master key of this town is not among its keys, as it was in the environment: give it as MULIN_MASTER_KEY.',
    keysOfOther: (folder: string) =>
      `${folder} holds the keys of another town: restore into an empty MULIN_HOME.`,
    keysOfAnotherTown: (file: string) => `${file} holds the keys of another town.`,
    notWhole: (file: string) =>
      `${file} is no whole copy of a town: it was cut off, changed, or is something else.`,
    doesNotOpen: (keys: string, file: string) =>
      `${keys} does not open ${file}: it was written with another copy.`,
    cannotBeWritten: (file: string) =>
      `${file} cannot be written: its folder is not there, or takes no files of yours.`,
  },
  unreachable: {
    nobody: (url: string) => `No town answers at ${url}. Is it running? (npm start)`,
    notNow: (url: string) => `The town at ${url} cannot answer now.`,
    noTown: (url: string) => `What answers at ${url} is no town of Mulin.`,
    wentAway: (url: string) => `The town at ${url} went away while it answered.`,
    waiting: (why: string) => `${why} Waiting for it.`,
  },
  /** What people call the codes of the town; a code that is not here is shown as it is. */
  words: {
    state: statesIn('en'),
    role: rolesIn('en'),
    clock: clocksIn('en'),
    legEnd: legEndsIn('en'),
    unheld: unheldIn('en'),
    standing: { running: 'running', met: 'kept', breached: 'missed', cancelled: 'over' },
    service: servicesIn('en'),
    cycle: (name: string, cycle: string) => `${name} (cycle ${cycle})`,
  },
  case: { heads: ['clock', 'due', 'state', 'verdict'] },
  legs: {
    heads: ['who', 'from', 'to', 'paused', 'worked', 'ended'],
    cycle: (cycle: number) => `Cycle ${cycle}`,
    helper: (account: string) => `helps: ${account}`,
    goesOn: 'goes on',
  },
  cases: {
    heads: ['number', 'state', 'what', 'where', 'in whose hands', 'reported'],
    ofSource: 'at its source',
    more: (cursor: string) => `There are more: --cursor ${cursor}`,
  },
  escalations: {
    heads: ['number', 'what', 'where', 'in whose hands', 'waits for', 'clock', 'due', 'late by'],
    none: 'Nobody is waited for.',
    span,
  },
  inbox: { heads: ['', 'number', 'what', 'why', 'until'], none: 'Nothing waits.', unread: 'new' },
  readings: { heads: ['at', 'case', 'reader', 'what', 'what for'], none: 'Nobody has read anything.' },
  doctor: {
    heads: ['', 'what', 'how it is'],
    ok: 'ok',
    notOk: 'NO',
    deliveriesHeld:
      'This town was restored from a copy and sends nothing: mulin deliveries release, once no other town sends the same.',
    noTown: (url: string) => `No town answers at ${url}; npm start starts one.`,
    seeLog: (file: string) => `see ${file}`,
    keysUnreadable: (reason: string) => `The key files cannot be read (${reason}).`,
    keys: 'Every key file that is there is whole, and its owner’s alone.',
    role: (role: string) => `The role ${role} of DATABASE_URL is no superuser.`,
    superuser: (role: string) =>
      `The role ${role} of DATABASE_URL is a superuser, who may change what happened: give the town an ordinary role (docs/running.md says how).`,
    noDatabase: (reason: string) => `The PostgreSQL of DATABASE_URL cannot be asked: ${reason}`,
    couldNotStart: (at: string, reason: string) => `The town could not start (${at}): ${reason}`,
  },
  erase: erasingIn('en'),
  deadLetters: { none: 'There are no dead letters.', heads: ['id', 'group', 'topic', 'since', 'reason'] },
  accounts: {
    heads: ['account', 'role', 'area', 'name', ''],
    disabled: 'disabled',
    password: (password: string) => `Its password, shown this once: ${password}`,
  },
  importing: { registering: 'Registering', routing: 'Routing and judging' },
  views: { heads: ['view', 'events', 'rows', 'took'], seconds: (took: number) => `${took.toFixed(2)} s` },
  wholeTown: {
    exported: (file: string, events: number, people: number, sha256: string) =>
      `${file}: ${counted(events, 'event')} about ${counted(people, 'person', 'people')} written, SHA-256 ${sha256}.`,
    restored: (file: string, events: number, people: number, sha256: string) =>
      `${file}: ${counted(events, 'event')} about ${counted(people, 'person', 'people')} restored, SHA-256 ${sha256}.`,
    keysApart: (keys: string) =>
      `What opens it is in ${keys}: keep it elsewhere, for without it nobody reads what is personal.`,
    masterKeyApart: 'The master key, MULIN_MASTER_KEY, is in neither of them: keep it, too.',
    otherKey: (place: string) => `Another key was there, and is now ${place}.`,
    startAgain: 'npm start starts the town again.',
    held: 'It sends no e-mail and no webhook, as the town of the copy may still be running: mulin deliveries release lets it.',
  },
  ...operatingIn('en'),
  chaos: chaosIn('en'),
  story: storyIn('en'),
  demo: demoIn('en'),
  disputes: disputesIn('en'),
  ...clocksSayIn('en'),
  rates: ratesIn('en'),
  warnings: warningsIn('en'),
  leave: leaveIn('en'),
  rosters: rostersIn('en'),
};

/** As English has it: each language says all of it. */
export type Texts = typeof en;
