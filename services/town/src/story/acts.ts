/** What people of the story do again and again, and what a step of it is. */
import type { LocalizedText } from '@mulin/kernel';
import type { Play } from './play.js';
import { holderOf, verifierOf } from './who.js';

/** Something that happens in the story; afterwards everything that follows from it has happened, too. */
export type Step = Readonly<{
  title: LocalizedText;
  play: (play: Play) => Promise<void>;
  /** Whether it is told in this town at all. Default: it is. */
  isTold?: (play: Play) => boolean;
}>;

export const step = (zh: string, en: string, play: Step['play']): Step => ({ title: { zh, en }, play });

const inHands = async (play: Play): Promise<string> => holderOf(play, await play.order());

/** By whoever has it. */
export const byHolder = async (play: Play, what: string, body: object = {}): Promise<void> => {
  await play.post(await inHands(play), `/api/v1/orders/ID/${what}`, body);
};

/** With a photo, as some kinds of demands must be and any may be. */
export const finish = async (play: Play, words: string): Promise<void> => {
  const photoIds = [await play.photo(await inHands(play))];
  await byHolder(play, 'finish', { result: 'solved', words, photoIds });
};

export const verify = async (play: Play, nth: number, finding: object): Promise<void> => {
  const verifier = verifierOf(play, await play.order(), nth);
  await play.post(verifier, '/api/v1/orders/ID/verify', finding);
};

export const callBack = (play: Play, outcome: string) =>
  play.post(play.cast.clerk, '/api/v1/cases/ID/call-backs', { outcome });
