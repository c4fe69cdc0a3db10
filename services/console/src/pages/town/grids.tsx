/** The map of one net and, beside it, the same as a table: whatever is chosen in one is chosen in the other. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Schemas } from '../../api/client';
import { useLanguage } from '../../app/texts';
import { Empty } from '../../parts/asked';
import { TownMapLater } from '../../parts/town-map-later';
import { classesOf, classOf } from './classes';
import { casesOf, type Measure, type Net, type Place } from './find';
import { Legend } from './legend';
import { useTexts } from './texts';

type Feature = Schemas['MicroGridMap']['features'][number]['properties'];
type Props = Readonly<{ features: readonly Feature[]; places: readonly Place[]; net: Net; measure: Measure }>;
type Counted = Readonly<{ id: string; name: string; above: string; open: number; late: number }>;

/** So many rows stand beside the map. */
const atFirst = 8;

/** Every micro-grid of the net, also those of which nothing is counted; most cases first. */
const useCounted = ({ features, places, net, measure }: Props): readonly Counted[] => {
  const language = useLanguage();
  return useMemo(() => {
    const counts = new Map(places.map((place) => [place.id, place]));
    return features
      .filter((feature) => feature.net === net)
      .map(({ id, name, village, community }) => ({
        id,
        name: name[language],
        above: (village ?? community)?.name[language] ?? '',
        open: counts.get(id)?.open ?? 0,
        late: counts.get(id)?.late ?? 0,
      }))
      .sort((one, other) => other[measure] - one[measure] || one.name.localeCompare(other.name, language));
  }, [features, places, net, measure, language]);
};

type RowProps = Readonly<{ it: Counted; isChosen: boolean; choose: () => void }>;

const Row = ({ it, isChosen, choose }: RowProps) => {
  const say = useTexts();
  return (
    <tr className={isChosen ? 'figures-whole' : undefined}>
      <th scope="row">
        <button type="button" className="as-link" aria-pressed={isChosen} onClick={choose}>
          {it.name}
        </button>
        <div className="rate-of">{it.above}</div>
      </th>
      <td data-label={say('open')}>
        <Link href={casesOf({ grid: it.id }, 'open')} className="number">
          {it.open}
        </Link>
      </td>
      <td data-label={say('late')}>
        <Link href={casesOf({ grid: it.id }, 'late')} className={it.late > 0 ? 'number is-late' : 'number'}>
          {it.late}
        </Link>
      </td>
    </tr>
  );
};

type TableProps = Readonly<{
  counted: readonly Counted[];
  chosen: string | null;
  choose: (id: string) => void;
}>;

const Table = ({ counted, chosen, choose }: TableProps) => {
  const say = useTexts();
  const [isWhole, setWhole] = useState(false);
  const busy = counted.filter(({ open }) => open > 0);
  const shown = isWhole ? busy : busy.slice(0, atFirst);
  if (busy.length === 0) return <Empty title={say('calmTitle')} hint={say('calmHint')} />;
  return (
    <>
      <table className="figures figures-narrow" aria-label={say('byGrid')}>
        <thead>
          <tr>
            <th scope="col">{say('microGrid')}</th>
            <th scope="col">{say('open')}</th>
            <th scope="col">{say('late')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((it) => (
            <Row key={it.id} it={it} isChosen={it.id === chosen} choose={() => choose(it.id)} />
          ))}
        </tbody>
      </table>
      {shown.length < busy.length && (
        <Button variant="default" mt="sm" onClick={() => setWhole(true)}>
          {say('rest', { count: busy.length })}
        </Button>
      )}
    </>
  );
};

const Chosen = ({ it }: Readonly<{ it: Counted | undefined }>) => {
  const say = useTexts();
  if (it === undefined) return null;
  return (
    <Group gap="md" className="map-chosen" role="status">
      <Text fw={600}>{say('chosen', { name: it.name })}</Text>
      <Text>
        {say('open')} {it.open} · {say('late')} {it.late}
      </Text>
      <Link href={casesOf({ grid: it.id }, 'open')}>{say('showCases')}</Link>
    </Group>
  );
};

export const Grids = (props: Props) => {
  const { net, measure } = props;
  const say = useTexts();
  const counted = useCounted(props);
  const [chosen, setChosen] = useState<string | null>(null);
  const counts = useMemo(() => counted.map((it) => it[measure]), [counted, measure]);
  const classes = useMemo(() => classesOf(counts, measure), [counts, measure]);
  const colours = useMemo(
    () => new Map(counted.map((it) => [it.id, classOf(classes, it[measure])?.colour])),
    [counted, classes, measure],
  );
  const colourOf = useCallback((id: string) => colours.get(id), [colours]);
  const pick = useCallback(({ microGrid }: { microGrid: string | null }) => setChosen(microGrid), []);
  return (
    <div className="map-and-table">
      <Stack gap="xs">
        <Legend classes={classes} counts={counts} />
        <TownMapLater
          label={say('mapLabel')}
          height="min(56vh, 480px, 92vw)"
          net={net}
          colourOf={colourOf}
          selected={chosen}
          onPick={pick}
        />
        <Chosen it={counted.find(({ id }) => id === chosen)} />
      </Stack>
      <section aria-labelledby="by-grid">
        <Title order={2} size="h4" id="by-grid">
          {say('byGrid')}
        </Title>
        <Table counted={counted} chosen={chosen} choose={setChosen} />
      </section>
    </div>
  );
};
