/** The rates of a month on paper: raw, and after exemptions with score and rank, with how many each is of. */
import type { Column, Document } from '@mulin/documents';
import type { LocalizedText } from '@mulin/kernel';
import { isRankable, type Interval } from '../../domain/rates/figures.js';
import { type Measure, measures, type Share } from '../../domain/rates/shares.js';
import type { Monthly, Rated } from './report.js';
import { levelIn, nameOf, notesOf, percent, points, titleOf } from './report-words.js';

type Language = keyof LocalizedText;

const words = {
  unit: { en: 'unit', zh: '单位' },
  cycles: { en: 'cycles', zh: '轮次数' },
  response: { en: 'response', zh: '响应率' },
  resolution: { en: 'resolution', zh: '解决率' },
  satisfaction: { en: 'satisfaction', zh: '满意率' },
  onTime: { en: 'on time', zh: '按时率' },
  score: { en: 'score', zh: '综合得分' },
  rank: { en: 'rank', zh: '名次' },
  rawHeading: { en: 'Raw', zh: '原始值' },
  adjustedHeading: { en: 'After exemptions', zh: '剔除后' },
  raw: { en: 'raw', zh: '原始值' },
  adjusted: { en: 'after exemptions', zh: '剔除后' },
  none: { en: 'There is nothing to count in this month.', zh: '本月没有可统计的案件。' },
  cells: {
    en: 'Below each rate: how many of how many. Where there are too few for a rank, also the interval in which such a rate is to be expected, at 95 % (Wilson).',
    zh: '各率之下为达标数与基数；基数不足、不排名的，另注 95% 置信区间（威尔逊法）。',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

const end = (head: LocalizedText, share: number, language: Language): Column => ({
  head: head[language],
  share,
  align: 'end',
});

/** `of`: which figures these are; the head is what each page of a long table says of it. */
const columnsOf = (of: LocalizedText, language: Language): readonly Column[] => [
  { head: `${words.unit[language]}\n${of[language]}`, share: 2.3 },
  end(words.cycles, 0.95, language),
  ...measures.map((it) => end(words[it], 1.65, language)),
];

/** `84–99%`: whole ones, as it is wide where it is of use. */
const between = (interval: Interval | null): string => {
  if (interval === null) return '';
  const [from, to] = interval.map((it) => Math.round(it * 100));
  return `${from}–${to}%`;
};

type Figures = Pick<Rated, Measure | 'n' | 'counts'>;

/** A line for what it is called, one for which level it is of. */
const unitOf = ({ of, name }: Rated, language: Language): string =>
  [nameOf(of, name)[language], levelIn(of)[language]].filter((it) => it !== '').join('\n');

/** So many characters find room in a column. */
const widestShare = 11;

/** `38/40`, on two lines where one would be cut within a number. */
const shareText = ({ of, yes }: Share): string => {
  if (of === 0) return '';
  const text = `${yes}/${of}`;
  return text.length > widestShare ? `${yes}/\n${of}` : text;
};

const cellOf = (figures: Figures, measure: Measure, interval: Interval | null): string => {
  const lines = [percent(figures[measure]), shareText(figures.counts[measure]), between(interval)];
  return lines.filter((it) => it !== '').join('\n');
};

const rawRow = (it: Rated, language: Language): readonly string[] => [
  unitOf(it, language),
  String(it.n),
  ...measures.map((measure) => cellOf(it, measure, null)),
];

const adjustedRow = (it: Rated, language: Language): readonly string[] => {
  const { adjusted, interval, rank } = it;
  const isFew = !isRankable(adjusted.counts);
  return [
    unitOf(it, language),
    String(adjusted.n),
    ...measures.map((measure) => cellOf(adjusted, measure, isFew ? interval.adjusted[measure] : null)),
    points(adjusted.score),
    rank === null ? '–' : String(rank),
  ];
};

const tables = ({ rates }: Monthly, language: Language): Document['blocks'] => {
  if (rates.length === 0) return [{ kind: 'paragraph', text: words.none[language] }];
  return [
    { kind: 'heading', text: words.rawHeading[language] },
    { kind: 'table', columns: columnsOf(words.raw, language), rows: rates.map((it) => rawRow(it, language)) },
    { kind: 'heading', text: words.adjustedHeading[language] },
    {
      kind: 'table',
      columns: [
        ...columnsOf(words.adjusted, language),
        end(words.score, 1.2, language),
        end(words.rank, 0.8, language),
      ],
      rows: rates.map((it) => adjustedRow(it, language)),
    },
  ];
};

/** The same figures of the same minute are the same document. */
export const printedReport = (monthly: Monthly, language: Language): Document => {
  const title = titleOf(monthly.month)[language];
  const number = `${monthly.area} ${monthly.month}`;
  const notes = [...notesOf(monthly), words.cells].map((it) => it[language]);
  return {
    language,
    title,
    number,
    drawnUpAt: monthly.at,
    blocks: [
      { kind: 'title', text: title },
      { kind: 'subtitle', text: monthly.named[language] },
      ...notes.map((text) => ({ kind: 'note', text }) as const),
      ...tables(monthly, language),
    ],
  };
};
