/** Whom to call, what they said and what was done for them. */
import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';
import { onRecord } from '../../api/on-record';
import { townNow } from '../../api/clock';
import { useLanguage } from '../../app/texts';

export type ToCall = Schemas['Feedback'];

const againMs = 30_000;

export const useCallBacks = (state: 'due' | 'secretary') =>
  useQuery({
    queryKey: ['call-backs', state],
    queryFn: () => answerOf(api.GET('/api/v1/call-backs', { params: { query: { state, limit: 200 } } })),
    refetchInterval: againMs,
  });

/** Whether one may try again now: the town wants some hours between two calls. */
export const isCallable = ({ nextCallFrom }: ToCall): boolean =>
  nextCallFrom === null || Date.parse(nextCallFrom) <= townNow();

/** Those that can be called now, in the town's order; then those of later. */
export const inOrder = (items: readonly ToCall[]): readonly ToCall[] => [
  ...items.filter(isCallable),
  ...items.filter((it) => !isCallable(it)),
];

/** The case as lists know it: what it is about, and since when. */
export const useListed = (number: string) => {
  const language = useLanguage();
  return useQuery({
    queryKey: ['listed', number, language],
    queryFn: async () => {
      const { items } = await answerOf(api.GET('/api/v1/cases', { params: { query: { number, limit: 1 } } }));
      return items[0] ?? null;
    },
  });
};

const ofTheWork =
  /contact-made|progress-reported|helper-finished|order-finished|finish-refused|order-verified/;
const lastOnes = 6;

export const workOf = (timeline: readonly Schemas['TimelineEntry'][]) =>
  timeline.filter(({ type }) => ofTheWork.test(type)).slice(-lastOnes);

/** Read on purpose: it is on record. */
export const useWordsForCall = (caseId: string, isWanted: boolean) =>
  useQuery({
    queryKey: ['words-for-call', caseId],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/cases/{caseId}/words', {
          params: { path: { caseId }, query: { purpose: 'call-back' } },
        }),
      ),
    enabled: isWanted,
    ...onRecord,
  });
