/** The papers of a dispute for whoever may read it, as the bytes of a PDF. */
import { type Document, printDocument } from '@mulin/documents';
import { type Actor, type Instant, instant, msOf } from '@mulin/kernel';
import { localText } from '@mulin/working-time';
import type { Dependencies } from '../dependencies.js';
import { agreementPaper } from './papers/agreement-paper.js';
import { filePaper } from './papers/file-paper.js';
import type { Language } from './papers/paper-words.js';
import type { Paper } from './papers/reading.js';
import type { Found } from './find-dispute.js';
import { fileFor } from './read-file.js';

type Parts = Pick<Dependencies, 'town' | 'zone' | 'rules' | 'vault' | 'pseudonyms' | 'identity' | 'disputes'>;

const dayText = (language: Language, local: string): string => {
  const [year, month, day] = local.slice(0, 10).split('-').map(Number);
  return language === 'zh' ? `${year}年${month}月${day}日` : local.slice(0, 10);
};

const shownIn = (zone: string, language: Language) => {
  const localOf = (at: Instant) => localText(zone, msOf(at));
  return {
    dayOf: (at: Instant) => dayText(language, localOf(at)),
    shown: (at: Instant) => `${dayText(language, localOf(at))} ${localOf(at).slice(11, 16)}`,
  };
};

type Wanted = Readonly<{ found: Found; actor: Actor; language: Language }>;

const paperFor = async (parts: Parts, { found, actor, language }: Wanted): Promise<Paper> => {
  const { state } = found;
  const account = state.mediator?.mediator ?? null;
  const known = account === null ? null : await parts.identity.find(account);
  return {
    language,
    state,
    file: await fileFor(parts, found, actor),
    committee: parts.rules.committee[language],
    mediator: known?.name ?? account,
    ...shownIn(parts.zone, language),
  };
};

const bytesOf = async (document: Document): Promise<Buffer> =>
  Buffer.from((await printDocument(document)).bytes);

/** Refused (`no-agreement-drafted`) where there is none. */
export const printAgreement = async (parts: Parts, wanted: Wanted): Promise<Buffer> =>
  bytesOf(agreementPaper(await paperFor(parts, wanted)));

/** As it stood when the last thing was recorded in it. */
export const printFile = async (parts: Parts, wanted: Wanted): Promise<Buffer> => {
  const { recordedAt } = await parts.disputes.query(wanted.found.disputeId);
  const paper = await paperFor(parts, wanted);
  return bytesOf(filePaper(paper, recordedAt ?? instant(paper.state.openedAt)));
};
