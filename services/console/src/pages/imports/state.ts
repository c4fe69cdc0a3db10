/** What is known of the one import at a time: which file, by what it is read, and how far it is. */
import type { Mapping, Rejected, Standing, Tally } from '@mulin/imports';
import type { Begun } from './begun';
import type { Draft } from './draft';
import type { Looked } from './reading';
import type { Wait } from './sending-on';
import type { Told } from './told';

/** A mapping file that somebody has put beside the file, by the name of it. */
export type Own = Readonly<{ name: string; mapping: Mapping }>;

export type Job = Readonly<{
  step: 'choosing' | 'reading' | 'ready' | 'sending' | 'judging' | 'done';
  /** Whose it is: what somebody chose is nobody else's to see. */
  account: string | null;
  file: File | null;
  own: Own | null;
  key: string;
  columns: readonly string[];
  draft: Draft | null;
  /** How this file was begun here before, under each name: the latest first. */
  begun: readonly Begun[];
  looked: Looked | null;
  told: Told | null;
  isStopped: boolean;
  /** Rows that have been read, or sent and answered. */
  through: number;
  tally: Tally | null;
  wait: Wait;
  rejected: readonly Rejected[];
  standing: Standing | null;
}>;

export const nothing: Job = {
  step: 'choosing',
  account: null,
  file: null,
  own: null,
  key: '',
  columns: [],
  draft: null,
  begun: [],
  looked: null,
  told: null,
  isStopped: false,
  through: 0,
  tally: null,
  wait: null,
  rejected: [],
  standing: null,
};
