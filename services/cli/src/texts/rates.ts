/** What `mulin rates` says, in both languages. */
import type { LocalizedText } from '@mulin/kernel';

const en = {
  heads: ['of', 'cycles', 'response', 'resolution', 'satisfaction', 'on time', 'adjusted: score', 'rank'],
  none: 'There is nothing to count in this period.',
  weights: (version: number) =>
    `Score by version ${version} of the weights; no rank where there are too few.`,
  written: (file: string) => `Written to ${file}.`,
  monthMissing: 'A report needs --month, such as 2026-10, and --out, the file to write.',
  unknownAction: 'rates takes nothing, or: report.',
  options: {
    by: 'area, office, item, channel or net',
    from: 'from this day (or moment) on',
    until: 'before this day (or moment)',
    month: 'of a report, such as 2026-10',
    format: 'of a report: csv or pdf',
    out: 'the file of a report',
  },
};

const zh: typeof en = {
  heads: ['对象', '轮次数', '响应率', '解决率', '满意率', '按时率', '综合得分（剔除后）', '名次'],
  none: '该时段没有可统计的案件。',
  weights: (version) => `综合得分按权重第 ${version} 版计算；基数不足的不排名。`,
  written: (file) => `已写入 ${file}。`,
  monthMissing: '导出月报须用 `--month` 指明月份（如 2026-10），并用 `--out` 指明文件。',
  unknownAction: '`rates` 后可不填，或填 `report`。',
  options: {
    by: '按辖区 `area`、科室 `office`、事项 `item`、渠道 `channel` 或网 `net`',
    from: '自该日（或时刻）起',
    until: '至该日（或时刻）之前',
    month: '月报的月份，如 2026-10',
    format: '月报的格式：`csv` 或 `pdf`',
    out: '月报写入的文件',
  },
};

const texts: Readonly<Record<keyof LocalizedText, typeof en>> = { en, zh };

export const ratesIn = (language: keyof LocalizedText): typeof en => texts[language];
