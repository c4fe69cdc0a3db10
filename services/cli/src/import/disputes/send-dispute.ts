/** Brings one dispute of a file before the town by its public routes, as the mediator who brings the file. */
import { createHash } from 'node:crypto';
import type { Instant } from '@mulin/kernel';
import { type TownClient, TownRefused } from '../../town-client.js';
import type { DisputeMapping } from './dispute-mapping.js';
import type { AgreementFound, DisputeRow } from './dispute-row.js';
import { dueAtOf } from './dues.js';

type Dispute = Readonly<{
  disputeId: string;
  number: string;
  state: string;
  parties: readonly Readonly<{ party: string; consent: string | null }>[];
  agreement: Readonly<{ terms: readonly Readonly<{ term: number; performedAt: string | null }>[] }> | null;
}>;

export type Refused = Readonly<{ code: string; reason: string | null }>;

/** What became of the agreement of a row; `null`: it has none. */
type OfAgreement =
  Readonly<{ outcome: 'recorded' | 'performed' }> | (Readonly<{ outcome: 'refused' }> & Refused);

type Brought = Readonly<{ disputeId: string; number: string; agreement: OfAgreement | null }>;

type Parts = Readonly<{
  town: TownClient;
  mapping: DisputeMapping;
  area: string;
  now: () => Instant;
}>;

/** One key for each thing that is done, however often the file is brought. */
const keysOf =
  ({ mapping }: Parts, { key }: DisputeRow) =>
  (what: string) =>
    `${mapping.name}-${key}-${what}`;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The file does not say who asked for it: whoever it names first. */
const opening = ({ mapping, area }: Parts, { kind, facts, parties }: DisputeRow) => ({
  kind,
  colour: mapping.colour,
  area,
  door: 'file',
  facts,
  parties: parties.map((it, nth) => ({ ...it, role: nth === 0 ? 'applicant' : 'respondent' })),
});

const idOf = ({ parties }: Dispute, nth: number): string => parties[nth]?.party ?? '';

/** As they are owed: what is paid there and then is due by the end of today. */
const termsOf = (dispute: Dispute, { terms }: AgreementFound, { mapping, now }: Parts) =>
  terms.map(({ party, toParty, what, cents, due }) => {
    const dueAt = due === null ? null : dueAtOf(due, now(), mapping.zone);
    return {
      party: idOf(dispute, party),
      toParty: idOf(dispute, toParty),
      what,
      amount: cents,
      ...(dueAt === null ? {} : { dueAt }),
    };
  });

type Post = (path: string, body: object, what: string) => Promise<Dispute>;

const agree = async (post: Post, dispute: Dispute, row: DisputeRow, parts: Parts): Promise<Dispute> => {
  const { agreement } = row;
  if (agreement === null) return dispute;
  const body = {
    form: 'oral',
    facts: agreement.words,
    isAboutStatus: agreement.isAboutStatus,
    terms: termsOf(dispute, agreement, parts),
    agreed: agreement.agreed.map((nth) => idOf(dispute, nth)),
  };
  return post('agreement', body, 'agreement');
};

/** What was paid there and then was performed. Terms are numbered as they were sent. */
const performAtOnce = async (post: Post, dispute: Dispute, { terms }: AgreementFound): Promise<boolean> => {
  const open = (dispute.agreement?.terms ?? []).filter(({ performedAt }) => performedAt === null);
  const paid = open.filter(({ term }) => terms[term - 1]?.due?.by === 'at-once');
  for (const { term } of paid) await post('performance', { term, isWhole: true }, `performed-${term}`);
  return open.length === paid.length;
};

const takeDown = async (post: Post, dispute: Dispute, row: DisputeRow): Promise<Dispute> => {
  let it = dispute;
  for (const { party, text } of row.statements)
    it = await post(`parties/${idOf(it, party)}/statements`, { text }, `said-${party}-${hashOf(text)}`);
  for (const party of row.present)
    if (it.parties[party]?.consent === null)
      it = await post(`parties/${idOf(it, party)}/consent`, { isGiven: true }, `consent-${party}`);
  return it;
};

const isRefusal = (error: unknown): error is TownRefused =>
  error instanceof TownRefused && error.status === 409;

/** What a clause means is not for the town to guess. */
const unclear: OfAgreement = { outcome: 'refused', code: 'term-unclear', reason: null };

const settle = async (
  post: Post,
  dispute: Dispute,
  row: DisputeRow,
  parts: Parts,
): Promise<OfAgreement | null> => {
  const { agreement } = row;
  if (agreement === null) return null;
  if (agreement.unclear > 0) return unclear;
  try {
    const agreed = dispute.state === 'to-perform' ? dispute : await agree(post, dispute, row, parts);
    return { outcome: (await performAtOnce(post, agreed, agreement)) ? 'performed' : 'recorded' };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { outcome: 'refused', code: error.code, reason: error.message };
  }
};

/**
 * Opened, or found as it was opened before, and taken on from where it stands: what was done before is not done again.
 * Throws `TownRefused` where it cannot be opened.
 */
export const bringDispute = async (row: DisputeRow, parts: Parts): Promise<Brought> => {
  const { town } = parts;
  const keyOf = keysOf(parts, row);
  const opened = await town.post<Dispute>('/api/v1/disputes', opening(parts, row), keyOf('opened'));
  const { disputeId, number } = opened;
  const post: Post = (path, body, what) =>
    town.post(`/api/v1/disputes/${disputeId}/${path}`, body, keyOf(what));
  if (opened.state === 'ended') return { disputeId, number, agreement: endedAs(row) };
  const heard = opened.state === 'to-perform' ? opened : await takeDown(post, opened, row);
  return { disputeId, number, agreement: await settle(post, heard, row, parts) };
};

/** A dispute that is over was brought to its end before, by this file or by people. */
const endedAs = ({ agreement }: DisputeRow): OfAgreement | null =>
  agreement === null ? null : agreement.unclear > 0 ? unclear : { outcome: 'performed' };
