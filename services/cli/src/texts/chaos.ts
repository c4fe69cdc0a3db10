/** What `mulin chaos` says, in both languages. */
import { counted, type LocalizedText } from '@mulin/kernel';

type Counts = Readonly<{
  faults: number;
  demands: number;
  lost: number;
  doubled: number;
  wrongVerdicts: number;
}>;

const en = {
  wrongCall: '--seed takes a whole number, --minutes a number above 0.',
  notHere: 'The trial is part of the source of Mulin, which is not here.',
  broken: 'The trial ended before its end: what it wrote says why.',
  done: ({ faults, demands, lost, doubled, wrongVerdicts }: Counts) =>
    `${counted(faults, 'fault')}, ${counted(demands, 'demand')}: ${lost} lost, ${doubled} done twice, ${counted(wrongVerdicts, 'verdict')} wrong.`,
};

const zh: typeof en = {
  wrongCall: '--seed 应为整数，--minutes 应为大于 0 的数。',
  notHere: '演练程序在源代码中，此处没有。',
  broken: '演练未能完成，原因见上方输出。',
  done: ({ faults, demands, lost, doubled, wrongVerdicts }) =>
    `故障 ${faults} 次，诉求 ${demands} 件：丢失 ${lost} 处，重复 ${doubled} 处，时限判定错误 ${wrongVerdicts} 处。`,
};

const texts: Readonly<Record<keyof LocalizedText, typeof en>> = { en, zh };

export const chaosIn = (language: keyof LocalizedText): typeof en => texts[language];
