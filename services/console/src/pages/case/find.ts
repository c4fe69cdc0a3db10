/** One case as the town shows it: its history, where it stands in lists, in whose hands, and what waits for whom. */
import { useQuery } from '@tanstack/react-query';
import { hasRight, type Right } from '@mulin/kernel';
import { answerOf, api, type Schemas } from '../../api/client';
import { translated } from '../../api/translated';
import { type Session, useSession } from '../../api/session';
import { useLanguage } from '../../app/texts';
import type { Standing } from './actions/possible';

const againMs = 30_000;

/** Its history in the reader's language. */
export const useTimeline = (numberOrId: string) => {
  const language = useLanguage();
  return useQuery({
    ...translated(['timeline', numberOrId], language),
    queryFn: () => answerOf(api.GET('/api/v1/timelines/{numberOrId}', { params: { path: { numberOrId } } })),
    refetchInterval: againMs,
  });
};

const withOrder = new Set(['offered', 'taken', 'with-arbiter', 'finished', 'verified']);

const useMay = () => {
  const session = useSession();
  return (right: Right): boolean => Boolean(session) && hasRight(right, session as Session);
};

const useListed = (name: string) => {
  const language = useLanguage();
  const may = useMay();
  return useQuery({
    ...translated(['listed', name], language),
    queryFn: async () => {
      const { items } = await answerOf(
        api.GET('/api/v1/cases', { params: { query: { number: name, limit: 1 } } }),
      );
      return items[0] ?? null;
    },
    enabled: may('case.list') && name !== '',
  });
};

const useOrder = (caseId: string, state: string) => {
  const may = useMay();
  return useQuery({
    queryKey: ['order', caseId],
    queryFn: () => answerOf(api.GET('/api/v1/orders/{caseId}', { params: { path: { caseId } } })),
    enabled: may('order.read') && withOrder.has(state),
    retry: false,
  });
};

const useTasks = (caseId: string) => {
  const language = useLanguage();
  const may = useMay();
  const { data } = useQuery({
    ...translated(['inbox'], language),
    queryFn: () => answerOf(api.GET('/api/v1/inbox', { params: { query: { limit: 200 } } })),
    enabled: may('inbox.read'),
  });
  return (data?.items ?? []).filter((it) => it.caseId === caseId);
};

const addressees = ['grid-leader', 'village-committee', 'community-secretary', 'town-leader'] as const;

const useLate = (caseId: string) => {
  const session = useSession();
  const to = addressees.find((it) => it === session?.role);
  const { data } = useQuery({
    queryKey: ['late-for-me', to],
    queryFn: () =>
      answerOf(api.GET('/api/v1/escalations', { params: { query: { to: to ?? 'holder', limit: 200 } } })),
    enabled: to !== undefined,
  });
  return (data?.items ?? []).filter((it) => it.caseId === caseId);
};

const useFeedback = (caseId: string, state: string): Schemas['Feedback'] | null => {
  const may = useMay();
  const stage = may('conclusion.decide') ? 'secretary' : 'due';
  const { data } = useQuery({
    queryKey: ['call-backs', stage],
    queryFn: () =>
      answerOf(api.GET('/api/v1/call-backs', { params: { query: { state: stage, limit: 200 } } })),
    enabled: may('call-back.list') && state === 'verified',
  });
  return data?.items.find((it) => it.caseId === caseId) ?? null;
};

const stages = ['asked', 'granted', 'refused', 'appealed', 'settled'] as const;

const useExemption = (caseId: string, state: string): Schemas['Exemption'] | null | undefined => {
  const may = useMay();
  const { data } = useQuery({
    queryKey: ['exemptions'],
    queryFn: async () => {
      const all = await Promise.all(
        stages.map((stage) =>
          answerOf(api.GET('/api/v1/exemptions', { params: { query: { state: stage, limit: 200 } } })),
        ),
      );
      return all.flatMap(({ items }) => items);
    },
    enabled: may('exemption.list') && (state === 'closed' || state === 'verified'),
  });
  return data === undefined ? undefined : (data.find((it) => it.caseId === caseId) ?? null);
};

/** All that says what whoever looks may do with it now. */
export const useStanding = ({
  caseId,
  number,
  state,
}: Pick<Schemas['Timeline'], 'caseId' | 'number' | 'state'>) => {
  const order = useOrder(caseId, state);
  const standing: Standing = {
    caseId,
    number: number ?? caseId,
    state,
    listed: useListed(number ?? '').data ?? null,
    order: order.data ?? null,
    tasks: useTasks(caseId),
    late: useLate(caseId),
    feedback: useFeedback(caseId, state),
    exemption: useExemption(caseId, state),
  };
  return standing;
};
