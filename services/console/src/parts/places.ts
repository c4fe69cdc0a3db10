/** Where sessions are held: the homes of the town by their names, and elsewhere. */
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import { textsOf, useLanguage } from '../app/texts';

const useTexts = textsOf('places', {
  en: { elsewhere: 'elsewhere (such as at home)' },
  zh: { elsewhere: '其他地点（如当事人家中）' },
});

/** Where no home is, as the API has it. */
const elsewhere = 'elsewhere';

/** The choices, and what each id is called. `isAsked`: whether the reader may know the homes. */
export const useMeetingPlaces = (isAsked = true) => {
  const say = useTexts();
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ['homes'],
    queryFn: () => answerOf(api.GET('/api/v1/mediation-calendar/homes')),
    staleTime: 'static',
    enabled: isAsked,
  });
  const homes = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name[language] }));
  const choices = [...homes, { value: elsewhere, label: say('elsewhere') }];
  return { choices, nameOf: (id: string) => choices.find(({ value }) => value === id)?.label ?? id };
};
