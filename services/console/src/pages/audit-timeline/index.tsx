/** The history of a case as of any moment, and what became known between two of them. */
import { Alert, Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { answerOf, api, Refused } from '../../api/client';
import { useLanguage } from '../../app/texts';
import { Asked, Empty } from '../../parts/asked';
import { Page } from '../../parts/page';
import { Known } from './known';
import { MomentsForm } from './moments-form';
import { useTexts } from './texts';

/** What was known at a moment; `null`: the case was not known yet. Without a moment it is now. */
const readAsOf = async (numberOrId: string, asOf: string | null) => {
  try {
    return await answerOf(
      api.GET('/api/v1/timelines/{numberOrId}', {
        params: { path: { numberOrId }, query: asOf === null ? {} : { asOf } },
      }),
    );
  } catch (error) {
    if (asOf !== null && error instanceof Refused && error.status === 404) return null;
    throw error;
  }
};

type Wanted = Readonly<{ number: string; at: string | null; before: string | null }>;

const Compared = ({ number, at, before }: Wanted) => {
  const say = useTexts();
  const language = useLanguage();
  const asked = useQuery({
    queryKey: ['as-of', number, at, before, language],
    queryFn: async () => ({
      after: await readAsOf(number, at),
      before: before === null ? null : await readAsOf(number, before),
    }),
  });
  return (
    <Asked of={asked}>
      {(answers) =>
        answers.after === null ? (
          <Alert color="gray">{say('nothingYet')}</Alert>
        ) : (
          <Known after={answers.after} before={answers.before} isCompared={before !== null} />
        )
      }
    </Asked>
  );
};

export const View = () => {
  const say = useTexts();
  const [params] = useSearchParams();
  const number = params.get('case');
  const [at, before] = [params.get('at'), params.get('before')];
  const isReversed = before !== null && Date.parse(before) >= (at === null ? Infinity : Date.parse(at));
  const actions = (
    <>
      {number !== null && (
        <Anchor component={Link} href={`/cases/${encodeURIComponent(number)}`}>
          {say('open')}
        </Anchor>
      )}
      <Anchor
        component={Link}
        href={number === null ? '/audit/readings' : `/audit/readings?case=${encodeURIComponent(number)}`}
      >
        {say('readings')}
      </Anchor>
    </>
  );
  return (
    <Page title={say('title')} hint={say('hint')} actions={actions}>
      <MomentsForm key={params.toString()} />
      {isReversed && (
        <Alert color="yellow" role="alert" mb="md">
          {say('order')}
        </Alert>
      )}
      {number === null ? (
        <Empty title={say('startTitle')} hint={say('startHint')} />
      ) : (
        <Compared number={number} at={at} before={before} />
      )}
    </Page>
  );
};
