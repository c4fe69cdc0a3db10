/** The phone of whoever asked, as sources note it. */
import { masked } from '@mulin/kernel';
import { nameOf, RowRefused, type SourceRow } from './cells.js';

type Phones = Readonly<{
  phone: string | null;
  /** Further ones of the same cell. */
  others: readonly string[];
  /** The source itself has covered some of its digits. */
  isMasked: boolean;
}>;

const none: Phones = { phone: null, others: [], isMasked: false };

/** What clerks write where they were given none. */
const noPhone =
  /^(?:无|暂无|没有|不详|不明|未知|未留|未提供|匿名|保密|空|null|n\/?a|nan|none|unknown|[-—/0.]+)$/i;

const one = /^[+(]?\d[\d ().·-]{3,28}(?:\s*(?:转|轉|分机|ext\.?|#|x)\s*\d{1,6})?$/i;

const digitsAtMost = 20;

const isPhone = (text: string): boolean =>
  one.test(text) && text.replaceAll(/\D/g, '').length <= digitsAtMost;

const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[‐-―]/g, '-')
    .replace(/^(?:tel|电话|手机)\s*[:.]?\s*/i, '')
    // Programs that keep numbers as fractions write one more figure than was dialled.
    .replace(/^(\d+)\.0+$/, '$1')
    .trim();

/** An area code in brackets, blanks, dashes and extensions (`转`) are usual; several stand in one cell. */
export const phonesOf = (row: SourceRow, column: string | undefined): Phones => {
  const text = tidy(nameOf(row, column));
  if (column === undefined || text === '' || noPhone.test(text)) return none;
  if (/\d[*x×＊]{3,}/i.test(text)) return { ...none, isMasked: true };
  const [phone, ...others] = text
    .split(/[,;、/|\n]|\s+(?:或|or)\s+/)
    .map((it) => it.trim())
    .filter((it) => it !== '');
  if (phone === undefined) return none;
  if ([phone, ...others].every(isPhone)) return { phone, others, isMasked: false };
  throw new RowRefused(
    column,
    'not-a-phone',
    {
      en: 'It is no phone number; write 13800000000, (0536)2345678 or 0536-2345678转802, or leave it empty.',
      zh: '不是电话号码；请写作 13800000000、（0536）2345678 或 0536-2345678转802，没有则留空。',
    },
    masked(text),
  );
};
