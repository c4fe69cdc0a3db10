/** Who came in, who did not, and what became of accounts, newest first. */
import { Group, NativeSelect, Text } from '@mantine/core';
import { useSearchParams } from 'wouter';
import { Asked, Empty } from '../../parts/asked';
import { Moment } from '../../parts/time';
import { SignInsAsCsv } from './as-csv';
import { useChangeText } from './changed';
import { Filter } from './filter';
import { type Happening, happenings, useSignIns } from './find';
import { More } from './more';
import { useTexts } from './texts';

const columns = ['at', 'what', 'about', 'by', 'from'] as const;

/** What somebody should look at: marked by weight, and said in words anyway. */
const isOdd = (what: Happening): boolean => /failed|locked|wrong|disabled/.test(what);

const What = () => {
  const say = useTexts();
  const [params, setParams] = useSearchParams();
  return (
    <NativeSelect
      label={say('what')}
      data={[{ value: '', label: say('all') }, ...happenings.map((value) => ({ value, label: say(value) }))]}
      value={params.get('what') ?? ''}
      onChange={({ currentTarget: { value } }) =>
        setParams((before) => {
          const after = new URLSearchParams(before);
          if (value === '') after.delete('what');
          else after.set('what', value);
          return after;
        })
      }
    />
  );
};

export const SignIns = () => {
  const say = useTexts();
  const [params] = useSearchParams();
  const asked = useSignIns(params);
  const changeText = useChangeText();
  return (
    <>
      <Group mb="md" align="end" className="choices">
        <Filter name="about" label={say('about')} />
        <What />
        <SignInsAsCsv />
      </Group>
      <Asked of={asked}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty title={say('emptyTitle')} hint={say('emptySignInsHint')} />;
          return (
            <More of={asked} count={items.length}>
              <table className="figures" aria-label={say('signIns')}>
                <thead>
                  <tr>
                    {columns.map((it) => (
                      <th scope="col" key={it}>
                        {say(it)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {items.map(({ at, what, about, by, from, change }, nth) => (
                    <tr key={`${at}-${what}-${nth}`}>
                      <th scope="row">
                        <Moment at={at} />
                      </th>
                      <td data-label={say('what')} className={isOdd(what) ? 'is-late' : undefined}>
                        {say(what)}
                        {change !== null && (
                          <Text span display="block" size="sm" c="dimmed">
                            {changeText(change)}
                          </Text>
                        )}
                      </td>
                      <td data-label={say('about')}>{about ?? '–'}</td>
                      <td data-label={say('by')}>{by ?? '–'}</td>
                      <td data-label={say('from')}>{from?.slice(0, 8) ?? '–'}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <Text size="sm" c="dimmed" mt="sm">
                {say('fromHint')}
              </Text>
            </More>
          );
        }}
      </Asked>
    </>
  );
};
