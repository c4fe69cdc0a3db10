/** Figures of `--profile distributed` as tables for `docs/figures.md`. */

type Figures = Readonly<Record<string, number>>;
type Row = readonly string[];

const hundred = 100;

/** Three digits that count, whole from a hundred on, with commas; nothing where it was not measured. */
export const shown = (value: number | undefined): string => {
  if (value === undefined || Number.isNaN(value)) return '';
  if (value >= hundred) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
};

const tableOf = ([head, ...rows]: readonly Row[]): string => {
  const lineOf = (row: Row) => `| ${row.join(' | ')} |`;
  const rule = (head ?? []).map(() => '---');
  return [head ?? [], rule, ...rows].map(lineOf).join('\n');
};

/** Only rows of which something was measured. */
const measuredRows = (rows: readonly Row[]): readonly Row[] =>
  rows.filter(([, ...values]) => values.some((value) => value !== ''));

const ofKafka = (figures: Figures): readonly Row[] => {
  const at = (name: string) => shown(figures[`bus.kafka.${name}`]);
  return [
    ['messages of 600 bytes a second', 'ours', 'kafkajs', 'tools of Kafka', 'ours ÷ kafkajs'],
    ...measuredRows([
      [
        '500 a send (aim: half of kafkajs)',
        at('perSecond'),
        at('raw.perSecond'),
        at('tools.perSecond'),
        at('ratio.raw'),
      ],
      [
        'many publishers, one each at once; kafkajs one after the other (aim: ten times)',
        at('manyAtOnce.perSecond'),
        at('raw.oneByOne.perSecond'),
        '',
        at('ratio.oneByOne'),
      ],
      [
        'read and committed',
        at('read.perSecond'),
        at('raw.read.perSecond'),
        at('tools.read.perSecond'),
        at('ratio.raw.read'),
      ],
    ]),
  ];
};

const heads: Readonly<Record<string, string>> = {
  embedded: 'one process',
  servicesOnPostgres: 'one of each service, on PostgreSQL alone',
  services: 'one of each, on Kafka and Redis',
  twoOfEach: 'two of each, on Kafka and Redis',
};

/** Those of which there is a figure. */
const townsIn = (figures: Figures): readonly string[] =>
  Object.keys(heads).filter((town) => Object.keys(figures).some((figure) => figure.startsWith(`${town}.`)));

const headsOf = (towns: readonly string[]): readonly string[] => towns.map((town) => heads[town] ?? town);

const ofLoops: Readonly<Record<string, string>> = {
  'loop.perSecond': 'demands a second, registered until clocks run and history is visible',
  'loop.registeredPerSecond': 'of them answered a second',
  'loop.whole.perSecond': 'demands a second through the whole loop, to the rating',
  'loop.oneMs.p50': 'durable answer to one alone, median, ms',
  'loop.oneMs.p99': 'the same, 99 %',
  'loop.visibleMs.p50': 'its visibility everywhere, median, ms',
  'loop.visibleMs.p99': 'the same, 99 %',
  'cost.nodeMs': 'Node, ms of processor a demand',
  'cost.postgresMs': 'PostgreSQL, ms of processor a demand',
  'cost.walBytes': 'WAL, bytes a demand',
  'cost.walRecords': 'WAL, records a demand',
  'cost.rows': 'rows inserted a demand',
  'idle.msPerSecond': 'idle, ms of processor a second, without PostgreSQL',
  'cost.whole.nodeMs': 'whole loop: Node, ms',
  'cost.whole.postgresMs': 'whole loop: PostgreSQL, ms',
  'cost.whole.walBytes': 'whole loop: WAL, bytes',
};

/** Beside the figure of a town, what it is of the one of the embedded town. */
const withRatio = (figures: Figures, town: string, name: string): string => {
  const [value, embedded] = [figures[`${town}.${name}`], figures[`embedded.${name}`]];
  if (value === undefined || embedded === undefined || town === 'embedded') return shown(value);
  return `${shown(value)} (× ${shown(value / embedded)})`;
};

const loopRows = (figures: Figures): readonly Row[] => {
  const towns = townsIn(figures);
  return [
    ['', ...headsOf(towns)],
    ...measuredRows(
      Object.entries(ofLoops).map(([name, text]) => [
        text,
        ...towns.map((town) => withRatio(figures, town, name)),
      ]),
    ),
  ];
};

/** Without the number of an instance. */
const programOf = (process: string): string => process.replace(/-\d+$/, '');

const memoryOf = (figures: Figures, town: string): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, readonly number[]>();
  for (const [figure, value] of Object.entries(figures)) {
    const [, process] = new RegExp(`^${town}\\.rss\\.(.+)\\.MB$`).exec(figure) ?? [];
    if (process === undefined) continue;
    const program = programOf(process);
    found.set(program, [...(found.get(program) ?? []), value]);
  }
  return found;
};

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

const shareOf = (figures: Figures, town: string, program: string): string => {
  const its = Object.entries(figures).filter(([figure]) => {
    const [, process] = new RegExp(`^${town}\\.processorShare\\.(.+)$`).exec(figure) ?? [];
    return process !== undefined && programOf(process) === program;
  });
  return `${Math.round(sum(its.map(([, value]) => value)) * hundred)} %`;
};

const memoryRows = (figures: Figures): readonly Row[] => {
  const towns = townsIn(figures);
  const byTown = towns.map((town) => ({ town, its: memoryOf(figures, town) }));
  const programs = [...new Set(byTown.flatMap(({ its }) => [...its.keys()]))];
  const cell = (town: string, its: readonly number[] | undefined, program: string) =>
    its === undefined ? '' : `${its.map(shown).join(' + ')} (${shareOf(figures, town, program)})`;
  const all = byTown.map(({ its }) => (its.size === 0 ? '' : shown(sum([...its.values()].flat()))));
  return [
    ['resident MB (share of the processor time of these)', ...headsOf(towns)],
    ...programs.map((program) => [
      program,
      ...byTown.map(({ town, its }) => cell(town, its.get(program), program)),
    ]),
    ...measuredRows([['all', ...all]]),
  ];
};

const recoveries: readonly (readonly [killed: string, text: string])[] = [
  ['nothing', 'nothing killed'],
  ...['intake', 'routing', 'sla-timer', 'audit'].map(
    (service) => [service, `one of two ${service} killed`] as const,
  ),
  ['kafka', 'Kafka killed and back'],
  ['redis', 'Redis killed and back'],
  ['postgres', 'PostgreSQL killed and back'],
];

const recoveryRows = (figures: Figures): readonly Row[] => [
  ['seconds', 'until it answers again', 'first of its work done', '48 demands handled everywhere'],
  ...measuredRows(
    recoveries.map(([killed, text]) => {
      const at = (name: string) => figures[`recovery.${killed}.${name}Seconds`];
      const named = (name: string, of: string) =>
        at(name) === undefined ? [] : [`${of} ${shown(at(name))}`];
      const first = [
        ...named('firstAccepted', '201'),
        ...named('firstSent', 'sent'),
        ...named('firstRead', 'read'),
        ...named('firstAlarm', 'alarm'),
      ];
      return [text, shown(at('away')), first.join(', '), shown(at('allHandled'))];
    }),
  ),
];

/** Markdown: of messages, of loops and what they cost, of memory, and of recovery, as far as each was measured. */
export const tablesOf = (figures: Figures): string =>
  [ofKafka, loopRows, memoryRows, recoveryRows]
    .map((rowsOf) => rowsOf(figures))
    .filter((rows) => rows.length > 1)
    .map(tableOf)
    .join('\n\n');
