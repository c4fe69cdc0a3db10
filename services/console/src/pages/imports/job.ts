/**
 * One import at a time, which goes on while one looks at other pages of the console: which file, what is known of it,
 * and how far it is. It is of the account that began it, and gone with them and with the page in the browser; the town
 * knows each row that it has, so that beginning again doubles nothing.
 */
import type { Mapping, Rejected } from '@mulin/imports';
import { useSyncExternalStore } from 'react';
import { sittingNow, whenSitting } from '../../api/sitting';
import { loaded } from '../../parts/loaded';
import { begunOf, goingOnBy, keepBegun } from './begun';
import { type Draft, lackingIn } from './draft';
import type { Item } from './menu-words';
import type { Sent } from './reading';
import { sendingOn, Stopped } from './sending-on';
import { type Job, nothing, type Own } from './state';
import { toldOf } from './told';
import { importOf } from './whose';

let job = nothing;
/** What was begun before and has been given up answers to nobody. */
let turn = 0;
/** The mapping file that is being read, whatever becomes of the file beside it meanwhile. */
let awaited: File | null = null;
const listeners = new Set<() => void>();

const set = (change: Partial<Job>): void => {
  job = { ...job, ...change };
  for (const listener of listeners) listener();
};

export const useJob = (): Job =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => job,
  );

const loadReading = () => loaded(import('./reading'));

export type At = Readonly<{ zone: string; items: readonly Item[]; account: string | null }>;

/** Shows progress, and not each row. */
const shownEach = 500;

const lookAt = async (file: File, draft: Draft, items: readonly Item[]): Promise<void> => {
  const mine = ++turn;
  set({ step: 'reading', draft, begun: begunOf(job.key), looked: null, through: 0, isStopped: false });
  try {
    if (lackingIn(draft).length > 0) return set({ step: 'ready' });
    const { look } = await loadReading();
    const onRead = (rows: number) => {
      if (mine === turn && rows % shownEach === 0) set({ through: rows });
    };
    const looked = await look(file, draft, { items, onRead });
    if (mine === turn) set({ step: 'ready', looked });
  } catch (error) {
    if (mine === turn) set({ step: 'ready', told: toldOf(error) });
  }
};

const mappingBeside = (): Mapping | null => job.own?.mapping ?? null;

/** What is no table by a mapping of one's own may be one without it, or by one that is still being read. */
const keptWith = (own: Own | null, file: File): Partial<Job> =>
  own === null && awaited === null ? {} : { own, file };

/** `removed`: the mapping that was just taken away. */
const chooseWithout = async (
  removed: Mapping | null,
  file: File,
  { items, zone, account }: At,
): Promise<void> => {
  const mine = ++turn;
  const { own } = job;
  const mapping = mappingBeside();
  set({ ...nothing, step: 'reading', file, own, account });
  try {
    const { find } = await loadReading();
    const { key, columns, draft } = await find(file, { zone, items, own: mapping });
    if (mine !== turn) return;
    set({ key, columns });
    await lookAt(file, goingOnBy(begunOf(key), { own: mapping, removed }) ?? draft, items);
  } catch (error) {
    if (mine === turn) set({ ...nothing, ...keptWith(own, file), account, told: toldOf(error) });
  }
};

/** A file was chosen: it is read from beginning to end, and nothing is sent. */
export const choose = (file: File, at: At): Promise<void> => chooseWithout(null, file, at);

/** A mapping file was put beside the file, before or after that; what is none changes nothing. */
export const chooseMapping = async (chosen: File, at: At): Promise<void> => {
  awaited = chosen;
  const { account } = at;
  set({ account });
  try {
    const { readMapping } = await loadReading();
    const mapping = await readMapping(chosen);
    if (awaited !== chosen) return;
    awaited = null;
    set({ own: { name: chosen.name, mapping }, told: null });
    if (job.file !== null) await choose(job.file, at);
  } catch (error) {
    if (awaited !== chosen) return;
    awaited = null;
    set({ told: toldOf(error) });
  }
};

/** The file is read as if nobody had described it. */
export const takeMappingAway = async (at: At): Promise<void> => {
  const removed = mappingBeside();
  set({ own: null, told: null });
  if (job.file !== null) await chooseWithout(removed, job.file, at);
};

/** Something of the mapping was said otherwise: the file is read by it. */
export const readBy = async (draft: Draft, items: readonly Item[]): Promise<void> => {
  if (job.file === null) return;
  set({ told: null });
  await lookAt(job.file, draft, items);
};

let wake = (): void => undefined;
const asleep = (): Promise<void> => new Promise((resolve) => void (wake = resolve));
let gone = asleep();

/** Whatever it waited for is there again. */
export const goOn = (): void => {
  wake();
  gone = asleep();
};

/** Nothing of the file stays here; what waits to be sent is woken, so that it ends. */
export const giveUp = (): void => {
  turn++;
  awaited = null;
  set(nothing);
  goOn();
};

whenSitting((sitting) => {
  if (job.account === null) return;
  const becomes = importOf(job.account, sitting);
  if (becomes === 'give-up') giveUp();
  if (becomes === 'go-on') goOn();
});

const maySend = (): boolean => job.account !== null && importOf(job.account, sittingNow()) === 'go-on';

export const stop = (): void => {
  turn++;
  set({ step: 'ready', isStopped: true, wait: null });
  goOn();
};

const againMs = 2_000;
/** So often nothing may change before one is told to look again later. */
const patience = 30;

/** What the town makes of the cases, as long as it gets on with it. */
const follow = async (mine: number, { caseIds }: Sent, town: ReturnType<typeof sendingOn>): Promise<void> => {
  const { standingOf } = await loadReading();
  for (let least = Infinity, times = 0; times < patience; times++) {
    const standing = await standingOf(town, caseIds);
    if (mine !== turn) return;
    set({ standing });
    if (standing.pending === 0) return;
    if (standing.pending < least) [least, times] = [standing.pending, 0];
    await new Promise((resolve) => void setTimeout(resolve, againMs));
  }
};

type Chosen = Readonly<{ file: File; draft: Draft; own: Mapping | null; key: string; rows: number }>;

const sendAll = async ({ file, draft, own, key, rows }: Chosen, mine: number): Promise<void> => {
  const at = new Date().toISOString();
  const rejected: Rejected[] = [];
  const isMine = () => mine === turn;
  const town = sendingOn({
    onWait: (wait) => isMine() && wait !== job.wait && set({ wait }),
    isStopped: () => !isMine(),
    maySend,
    goneOn: () => gone,
  });
  const reading = await loadReading();
  const sent = await reading.send(file, draft, {
    town,
    onRejected: (it) => void rejected.push(it),
    onProgress: (through, tally) => {
      if (!isMine()) return;
      keepBegun(key, { draft, own, rows, through, at, isDone: false });
      set({ through, tally });
    },
  });
  if (!isMine()) return;
  keepBegun(key, { draft, own, rows, through: sent.tally.read, at, isDone: true });
  set({ step: 'judging', tally: sent.tally, rejected, through: sent.tally.read });
  await follow(mine, sent, town);
  if (isMine()) set({ step: 'done' });
};

/** Registers the rows of the file. Those that the town has are known, and nothing is doubled. */
export const send = async (): Promise<void> => {
  const { file, draft, looked, key } = job;
  if (file === null || draft === null || looked === null) return;
  const mine = ++turn;
  awaited = null; // What is sent is what was looked at.
  set({ step: 'sending', through: 0, tally: null, wait: null, told: null, isStopped: false, standing: null });
  try {
    await sendAll({ file, draft, own: mappingBeside(), key, rows: looked.survey.read }, mine);
  } catch (error) {
    if (mine === turn && !(error instanceof Stopped))
      set({ step: 'ready', begun: begunOf(key), told: toldOf(error) });
  }
};
