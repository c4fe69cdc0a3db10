/** Who opened what is personal, newest first. */
import { Badge, Group } from '@mantine/core';
import { Link, useSearchParams } from 'wouter';
import type { Schemas } from '../../api/client';
import { Asked, Empty } from '../../parts/asked';
import { Moment } from '../../parts/time';
import { Filter } from './filter';
import { useReadings } from './find';
import { More } from './more';
import { useTexts } from './texts';

type Reading = Schemas['Reading'];

const columns = ['at', 'who', 'kind', 'purpose', 'number'] as const;

const Row = ({ it }: Readonly<{ it: Reading }>) => {
  const say = useTexts();
  return (
    <tr>
      <th scope="row">
        <Moment at={it.at} />
      </th>
      <td data-label={say('who')}>
        {it.readerName} {it.readerName !== it.reader && <span className="rate-of">{it.reader}</span>}
      </td>
      <td data-label={say('kind')}>
        {it.isErasure && (
          <Badge variant="light" color="red" tt="none">
            {say('erased')}
          </Badge>
        )}{' '}
        {it.kindName ?? say('person')}
      </td>
      <td data-label={say('purpose')}>{it.purposeName}</td>
      <td data-label={say('number')}>
        {it.number === null ? (
          '–'
        ) : (
          <Link href={`/audit/timeline?case=${encodeURIComponent(it.number)}`} className="number">
            {it.number}
          </Link>
        )}
      </td>
    </tr>
  );
};

export const Readings = () => {
  const say = useTexts();
  const [params] = useSearchParams();
  const asked = useReadings(params);
  return (
    <>
      <Group mb="md" align="end" className="choices">
        <Filter name="case" label={say('case')} />
        <Filter name="reader" label={say('reader')} />
      </Group>
      <Asked of={asked}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty title={say('emptyTitle')} hint={say('emptyHint')} />;
          return (
            <More of={asked} count={items.length}>
              <table className="figures" aria-label={say('readings')}>
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
                  {items.map((it, nth) => (
                    <Row key={`${it.at}-${it.reader}-${nth}`} it={it} />
                  ))}
                </tbody>
              </table>
            </More>
          );
        }}
      </Asked>
    </>
  );
};
