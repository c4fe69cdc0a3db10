/** What an import says to whoever started it. */
import type { Rejected, Remark, Standing, Tally } from '@mulin/imports';
import { counted, type LocalizedText } from '@mulin/kernel';
import type { Language } from '../terminal.js';

export type Report = Tally &
  Standing &
  Readonly<{
    dryRun: boolean;
    written: LocalizedText;
    remarks: readonly Remark[];
    /** The first of those that were rejected. */
    shown: readonly Rejected[];
    rejectedFile: string | null;
    notedFile: string | null;
    seconds: number;
  }>;

const some = (isSaid: boolean, sentence: LocalizedText): readonly LocalizedText[] =>
  isSaid ? [sentence] : [];

const rejectedRow = ({ line, column, value, reason }: Rejected): LocalizedText => ({
  en: `  line ${line}${column && `, ${column}`}${value && `, “${value}”`}: ${reason.en}`,
  zh: `  第 ${line} 行${column && `，${column}`}${value && `，“${value}”`}：${reason.zh}`,
});

const whatBecame = (it: Report): readonly LocalizedText[] => {
  if (it.dryRun)
    return [
      {
        en: `Nothing was registered: ${counted(it.read, 'row')} read in ${it.seconds} s, ${it.rejected} would be rejected, ${it.flagged} kept and flagged, ${it.undecided} cannot be compared with their source.`,
        zh: `试运行，未登记任何案件：读取 ${it.read} 行，用时 ${it.seconds} 秒；${it.rejected} 行将被拒绝，${it.flagged} 行将登记并标记，${it.undecided} 行无法与来源比对。`,
      },
    ];
  return [
    {
      en: `${counted(it.read, 'row')} read in ${it.seconds} s: ${it.registered} registered, ${it.known} known before, ${it.rejected} rejected, ${it.flagged} kept and flagged.`,
      zh: `读取 ${it.read} 行，用时 ${it.seconds} 秒：登记 ${it.registered} 件，此前已有 ${it.known} 件，拒绝 ${it.rejected} 行，登记并标记 ${it.flagged} 行。`,
    },
    ...some(it.closed > 0, {
      en: `${it.closed} of those known before ${it.closed === 1 ? 'has' : 'have'} been closed by their source since.`,
      zh: `此前已有的案件中，${it.closed} 件已由来源办结。`,
    }),
    {
      en: `${it.routed} routed to a micro-grid, ${it.unrouted} at a place in no micro-grid, ${it.withoutPlace} without a place.`,
      zh: `${it.routed} 件已分派到微网格，${it.unrouted} 件地点不属任何微网格，${it.withoutPlace} 件没有地点。`,
    },
    {
      en: `Verdicts: ${it.agreeing} ${it.agreeing === 1 ? 'agrees' : 'agree'} with the source, ${it.disagreeing} ${it.disagreeing === 1 ? 'does' : 'do'} not, ${it.undecided} cannot be compared.`,
      zh: `时限判定：与来源一致 ${it.agreeing} 件，不一致 ${it.disagreeing} 件，无法比对 ${it.undecided} 件。`,
    },
    ...some(it.pending > 0, {
      en: `${it.pending} ${it.pending === 1 ? 'is' : 'are'} still being routed and judged; the same command looks again.`,
      zh: `${it.pending} 件仍在分派和判定，可再次执行同一命令查看。`,
    }),
  ];
};

export const sentencesOf = (it: Report, language: Language): readonly string[] => {
  const more = it.rejected - it.shown.length;
  const all: readonly LocalizedText[] = [
    { en: `The file: ${it.written.en}.`, zh: `文件：${it.written.zh}。` },
    ...whatBecame(it),
    ...it.remarks.map(({ text }) => text),
    ...some(it.rejected > 0, { en: 'Rejected:', zh: '被拒绝的行：' }),
    ...it.shown.map(rejectedRow),
    ...some(more > 0, { en: `  and ${more} more`, zh: `  另有 ${more} 行` }),
    ...some(it.rejectedFile !== null, {
      en: `All rejected rows, and why: ${it.rejectedFile ?? ''}`,
      zh: `全部被拒绝的行及原因：${it.rejectedFile ?? ''}`,
    }),
    ...some(it.notedFile !== null, {
      en: `Rows that were flagged or cannot be compared: ${it.notedFile ?? ''}`,
      zh: `被标记或无法比对的行：${it.notedFile ?? ''}`,
    }),
  ];
  return all.map((sentence) => sentence[language]);
};

export const nothingRouted: Remark = {
  code: 'nothing-routed',
  isWrong: true,
  text: {
    en: 'Of all the places of this file none lies in a micro-grid of this town: is it another town’s file, are latitude and longitude exchanged, or is it measured in another datum?',
    zh: '文件中的地点无一落在本镇微网格内：请核对是否为其他地方的文件、经纬度是否颠倒、坐标系（datum）是否正确。',
  },
};

/** Of a trial: nothing is wrong with that. */
export const menuNotChecked: Remark = {
  code: 'menu-not-checked',
  isWrong: false,
  text: {
    en: 'No town answers, so it was not checked whether its menu has the items that the mapping names.',
    zh: '未连接到系统，未核对映射所指的事项是否在本镇服务菜单中。',
  },
};
