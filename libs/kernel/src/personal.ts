/** What by its form alone is somebody's, whatever the column is called that it stands in. */

const digitsOf = (text: string): string => text.normalize('NFKC').replaceAll(/[\s().·/‐-―-]/g, '');

/** A mobile number of mainland China; one with an area code; perhaps with an extension. */
const mobile = /(?<!\d)(?:\+?86|0086)?1[3-9]\d{9}(?!\d)/;
const landline =
  /^(?:(?:\+?86|0086)?0?|0)(?:10|2\d|[3-9]\d{2})[2-8]\d{6,7}(?:(?:转|轉|分机|ext\.?|#|x)\d{1,6})?$/i;

/** 17 digits and a check character, among them a day on which somebody may have been born. */
const identity = /(?<!\d)\d{6}((?:19|20)\d\d)(\d\d)(\d\d)\d{3}[\dXx](?!\d)/;

/** Whether it holds a day on which somebody may have been born, where an identity number has it. */
const holdsBirthday = (digits: string): boolean => {
  const [, year = '', month = '', date = ''] = identity.exec(digits) ?? [];
  const ms = Date.parse(`${year}-${month}-${date}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).getUTCDate() === Number(date);
};

/**
 * Whether a text may be a phone number, an identity number or an address of e-mail. It says yes rather once too often:
 * what is taken for personal is only kept more carefully.
 */
export const looksPersonal = (text: string): boolean => {
  if (/\S@\S+\.\S/.test(text)) return true;
  const digits = digitsOf(text);
  if (holdsBirthday(digits)) return true;
  const isLandline = /^(?:\+|0|86)/.test(digits) && landline.test(digits);
  return mobile.test(text.normalize('NFKC')) || mobile.test(digits) || isLandline;
};

const shownMax = 40;

/** Figures, and the words that times are written with: what else stands in such a field may be anything. */
const isOfFigures = (text: string): boolean =>
  /^[\p{N}\s:/.,+\-TZ年月日时時分秒点點上下午中晚凌晨°]*$/iu.test(
    text.replaceAll(/\b(?:AM|PM|UTC|GMT|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b/gi, ''),
  );

/** The first and the last character of what is somebody's, so that whoever has the source finds it. */
export const masked = (text: string): string => {
  const signs = [...text];
  if (signs.length < 3) return '*'.repeat(signs.length);
  const [first = '', last = ''] = [signs[0], signs.at(-1)];
  return `${first}${'*'.repeat(Math.min(signs.length - 2, 8))}${last}`;
};

/** A refused value as it may be shown to whoever sent it: times, figures and codes as they stand, all else masked. */
export const shownValue = (text: string): string => {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  if (!isOfFigures(flat) || looksPersonal(flat)) return masked(flat);
  return flat.length > shownMax ? `${flat.slice(0, shownMax)}…` : flat;
};
