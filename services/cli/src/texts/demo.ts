/** What `mulin demo` says, in both languages. */
import { counted, type LocalizedText } from '@mulin/kernel';

const en = {
  working: 'Making up a month',
  began: 'Making up a month of demands; this takes a minute or two.',
  filled: (cases: number, seconds: number) =>
    `${counted(cases, 'made-up case')} of the last 30 days, in ${seconds} s.`,
  standing: (open: number, late: number, escalated: number) =>
    `${open} ${open === 1 ? 'is' : 'are'} open; ${late} missed a deadline, and ${escalated} went up the ladder.`,
  look: (url: string) => `Look at ${url}/cases and ${url}/escalations, or: npm run -s mulin -- cases`,
  remove:
    'Nobody in them is real. To be rid of them, stop the town and start one with another MULIN_HOME (or delete the folder of this one).',
  interrupted:
    'The town was stopped while the month was made up: it has all of it or none. Where “cases” shows none, call “demo” again.',
  failed: 'The made-up month could not be recorded, and the town is as empty as before; its log says why.',
};

const zh: typeof en = {
  working: '正在生成演示数据',
  began: '正在生成一个月的演示诉求，约需一两分钟。',
  filled: (cases, seconds) => `已生成最近30天的演示案件 ${cases} 件，用时 ${seconds} 秒。`,
  standing: (open, late, escalated) => `在办 ${open} 件；发生超期 ${late} 件，其中已升级 ${escalated} 件。`,
  look: (url) => `请打开 ${url}/cases 和 ${url}/escalations，或运行：npm run -s mulin -- cases`,
  remove: '其中人物均为虚构。如需清除，请停止运行，另设 MULIN_HOME 启动一个新镇（或删除本镇的数据目录）。',
  interrupted:
    '生成演示数据期间本镇曾停止：演示数据或已全部写入，或完全没有。若 `cases` 未列出案件，请再次执行 `demo`。',
  failed: '演示数据未能写入，镇中仍无案件；原因见日志。',
};

const texts: Readonly<Record<keyof LocalizedText, typeof en>> = { en, zh };

export const demoIn = (language: keyof LocalizedText): typeof en => texts[language];
