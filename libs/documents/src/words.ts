/** What the printer itself says, in the document's language. */
import type { LocalizedText } from '@mulin/kernel';

type Language = keyof LocalizedText;

type Words = Readonly<{
  number: string;
  pageOf: (page: number, pages: number) => string;
  fingerprint: string;
  signature: string;
  /** Of whoever signs for a body that seals. */
  signatureFor: string;
  date: string;
  /** What stands between the rules of a date that is written by hand. */
  dateParts: readonly string[];
  seal: string;
  lacking: (points: string) => string;
  termLabel: (place: number) => string;
}>;

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 in Chinese: 十, 十二, 四十. */
const chineseNumber = (value: number): string => {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (digits[tens] ?? '')}十`;
  return `${ten}${digits[ones] ?? ''}`;
};

/** Above it figures are read faster. */
const longestInChinese = 99;

export const words: Readonly<Record<Language, Words>> = {
  en: {
    number: 'No.',
    pageOf: (page, pages) => `Page ${page} of ${pages}`,
    fingerprint: 'Fingerprint (SHA-256)',
    signature: 'Signature',
    signatureFor: 'Signed by',
    date: 'Date',
    dateParts: [],
    seal: '(seal)',
    lacking: (points) =>
      `A box stands for a character that the font lacks, and holds its code point in Unicode: ${points}.`,
    termLabel: (place) => `${place}.`,
  },
  zh: {
    number: '编号：',
    pageOf: (page, pages) => `第${page}页，共${pages}页`,
    fingerprint: '指纹（SHA-256）',
    signature: '签名（按指印）',
    signatureFor: '经办人签名',
    date: '日期',
    dateParts: ['年', '月', '日'],
    seal: '（盖章处）',
    lacking: (points) => `方框代表字体中没有的字，框内为该字的统一码编号：${points}。`,
    termLabel: (place) => (place <= longestInChinese ? `${chineseNumber(place)}、` : `${place}、`),
  },
};
