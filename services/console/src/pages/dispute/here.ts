/** What every part of the page of a dispute is given: how it stands, what was said, and what its reader may do. */
import { hasRight, hasTie, type Right } from '@mulin/kernel';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createContext, useContext, useState } from 'react';
import { answerOf, api, type Schemas } from '../../api/client';
import { translated } from '../../api/translated';
import { type Session, useSession } from '../../api/session';
import { draftOf, keepDraft } from '../../api/tab';
import { apart } from '../../app/apart';
import { useLanguage } from '../../app/texts';
import { useDisputeWords } from '../../parts/dispute-words';
import type { NextStep } from './next-step';

export type Dispute = Schemas['Dispute'];
export type File = Schemas['DisputeFile'];
type Timeline = Schemas['DisputeTimeline'];

const againMs = 30_000;

export const useDispute = (dispute: string) =>
  useQuery({
    queryKey: ['dispute', dispute],
    queryFn: () => answerOf(api.GET('/api/v1/disputes/{dispute}', { params: { path: { dispute } } })),
    refetchInterval: againMs,
  });

export const useDisputeTimeline = (number: string) => {
  const language = useLanguage();
  return useQuery({
    ...translated(['dispute-timeline', number], language),
    queryFn: () => answerOf(api.GET('/api/v1/disputes/{number}/timeline', { params: { path: { number } } })),
    refetchInterval: againMs,
  });
};

const wantedName = (dispute: string): string => `file-${dispute}`;

/**
 * The words of the file, once its reader wants them: each reading is on record, so it is read anew only where something has
 * happened to the dispute (`events`: how much has), and not whenever the page is.
 */
export const useFile = (dispute: string, events: number | undefined) => {
  const account = useSession()?.account ?? '';
  const [isWanted, setWanted] = useState(() => draftOf(wantedName(dispute), account) !== null);
  const asked = useQuery({
    queryKey: ['dispute-file', dispute, events],
    queryFn: () => answerOf(api.GET('/api/v1/disputes/{dispute}/file', { params: { path: { dispute } } })),
    enabled: isWanted && events !== undefined,
    staleTime: 'static',
    placeholderData: keepPreviousData,
  });
  const open = () => {
    // Until the tab is closed, and for nobody else: each reading is somebody's.
    keepDraft(wantedName(dispute), account, true);
    setWanted(true);
  };
  return { isWanted, open, asked };
};

type Here = Readonly<{
  it: Dispute;
  file: File | null;
  askFile: Readonly<{ isWanted: boolean; open: () => void; error: Error | null }>;
  timeline: Timeline | null;
  session: Session;
  isMine: boolean;
  isOver: boolean;
  next: NextStep;
  may: (right: Right) => boolean;
  /** A party by its name where its reader knows it, else by its side. */
  nameOf: (party: string) => string;
}>;

const HereContext = createContext<Here | null>(null);
export const HereProvider = HereContext.Provider;

export const useHere = (): Here => {
  const here = useContext(HereContext);
  if (here === null) throw new Error('a part of the page of a dispute stands outside of it');
  return here;
};

/** A mediator may do what the roster lets them with theirs, and elsewhere only what their area opens. */
export const mayOf =
  (session: Session, isMine: boolean) =>
  (right: Right): boolean =>
    hasRight(right, session) && (session.role !== 'mediator' || isMine || hasTie(right, 'mediator', 'area'));

export const usePartyNames = (it: Dispute, file: File | null) => {
  const words = useDisputeWords();
  return (party: string): string => {
    const named = file?.parties.find((one) => one.party === party)?.name ?? null;
    if (named !== null) return apart(named);
    const own = it.parties.find((one) => one.party === party);
    if (own === undefined) return '–';
    const same = it.parties.filter(({ role }) => role === own.role);
    const nth = same.length > 1 ? ` ${same.indexOf(own) + 1}` : '';
    return words.role(own.role) + nth;
  };
};
