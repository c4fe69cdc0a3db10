/** People by name and duty, as one finds whoever is away and whoever stands in. */
import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';
import { useLanguage } from '../../app/texts';
import type { Choice } from '../../parts/finder';
import { useList } from '../../parts/labelled';
import { useWords } from '../../parts/words';

type Person = Schemas['PersonOnDuty'];

/** Those whose leave one may record: their duties all lie in one's own area. */
export const usePeople = () =>
  useQuery({
    queryKey: ['leave-people'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/leave/people'))).items,
    staleTime: 60_000,
  });

/** The duties of one person that are said beside a name; who has more has the first of them. */
const saidAtMost = 2;

export const usePeopleChoices = (people: readonly Person[]): readonly Choice[] => {
  const language = useLanguage();
  const words = useWords();
  const list = useList();
  const dutyOf = ({ role, place, name }: Person['duties'][number]): string =>
    `${words.role(role)} · ${name?.[language] ?? place}`;
  return people.map(({ account, name, duties }) => ({
    value: account,
    label: name?.[language] ?? account,
    hint: list(duties.slice(0, saidAtMost).map(dutyOf)),
    names: [
      account,
      name?.zh ?? '',
      name?.en ?? '',
      ...duties.flatMap((it) => [it.name?.zh ?? '', it.name?.en ?? '', it.place]),
    ],
  }));
};
