/** Units with their rates; on a phone each is a card. */
import { Text } from '@mantine/core';
import { Link } from 'wouter';
import { useTown } from '../../api/town';
import { useLanguage } from '../../app/texts';
import { useWords } from '../../parts/words';
import { Figure, usePercent } from './cell';
import { casesOf, type Conditions, leastToTell, measures, type Rate } from './find';
import { useTexts } from './texts';

/** What a unit is called: as the town names it, or by the word for its code. */
const useNames = ({ by }: Conditions) => {
  const language = useLanguage();
  const say = useTexts();
  const words = useWords();
  const { data: town } = useTown();
  const nets: Readonly<Record<string, string>> = {
    life: say('life'),
    production: say('production'),
    commerce: say('commerce'),
  };
  return ({ name, of }: Rate): string => {
    if (name !== null) return name[language];
    if (of === town?.town) return town.name[language];
    return by === 'net' ? (nets[of] ?? of) : words.channel(of);
  };
};

const depthOf = (area: string): number => area.split('/').length;

/** The area itself, and those of the next level in it: deeper ones are come to one by one. */
const inSight = (rates: readonly Rate[], { by }: Conditions): readonly Rate[] => {
  if (by !== 'area') return [...rates].sort((one, other) => other.n - one.n);
  const top = Math.min(...rates.map(({ of }) => depthOf(of)));
  return rates.filter(({ of }) => depthOf(of) <= top + 1);
};

/** The score is of these three, and needs enough cases of each. */
const ranked = ['response', 'resolution', 'satisfaction'] as const;

type RankProps = Readonly<{ rate: Rate; conditions: Conditions; isWhole: boolean }>;

const Rank = ({ rate, conditions, isWhole }: RankProps) => {
  const say = useTexts();
  const percent = usePercent();
  const { score } = conditions.kind === 'raw' ? rate : rate.adjusted;
  const isFew = ranked.some((it) => rate.adjusted.counts[it].of < leastToTell);
  return (
    <>
      <span className="number">{score === null || isFew ? '–' : percent(score)}</span>
      <Text size="xs" c="dimmed" hidden={isWhole && !isFew}>
        {rate.rank === null ? say(isFew ? 'few' : 'unranked') : say('rankOf', { rank: rate.rank })}
      </Text>
    </>
  );
};

type Props = Readonly<{ rates: readonly Rate[]; conditions: Conditions }>;

export const RateTable = ({ rates, conditions }: Props) => {
  const say = useTexts();
  const nameOf = useNames(conditions);
  const { by, set } = conditions;
  const hasMore = (of: string) => by === 'area' && rates.some((it) => it.of.startsWith(`${of}/`));
  const shown = inSight(rates, conditions);
  return (
    <table className="figures" aria-label={say('table', { by: say(by) })}>
      <thead>
        <tr>
          <th scope="col">{say('unit')}</th>
          <th scope="col">{say('n')}</th>
          {measures.map((it) => (
            <th scope="col" key={it}>
              {say(it)}
            </th>
          ))}
          <th scope="col">{say('rank')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((rate, nth) => (
          <tr key={rate.of} className={by === 'area' && nth === 0 ? 'figures-whole' : undefined}>
            <th scope="row">
              {hasMore(rate.of) && nth > 0 ? (
                <button
                  type="button"
                  className="as-link"
                  onClick={() => set('area', rate.of)}
                  aria-label={say('open', { name: nameOf(rate) })}
                >
                  {nameOf(rate)} ›
                </button>
              ) : (
                nameOf(rate)
              )}
            </th>
            <td data-label={say('n')}>
              <Link href={casesOf(conditions, rate, null)} className="number">
                {conditions.kind === 'raw' ? rate.n : rate.adjusted.n}
              </Link>
            </td>
            {measures.map((it) => (
              <td key={it} data-label={say(it)}>
                <Figure rate={rate} measure={it} conditions={conditions} of={nameOf(rate)} />
              </td>
            ))}
            <td data-label={say('rank')}>
              <Rank rate={rate} conditions={conditions} isWhole={by === 'area' && nth === 0} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
