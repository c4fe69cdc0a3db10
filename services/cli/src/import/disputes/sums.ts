/** Sums of money in a Chinese text: `2293元`, `1.5万元`, `人民币10,624.5元`, `叁拾伍万元整`. */

export type Sum = Readonly<{
  /** In cents; `null`: more or less so much (`14万余元`). */
  cents: number | null;
  from: number;
  until: number;
}>;

const digits = new Map([...'零一二三四五六七八九'].map((sign, value) => [sign, value]));
for (const [value, sign] of [...'〇壹贰叁肆伍陆柒捌玖'].entries()) digits.set(sign, value);
digits.set('两', 2);

const tens = new Map<string, number>(
  Object.entries({ 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1_000, 仟: 1_000 }),
);
const myriad = 10_000;
const [hundredMillion, cent] = [100_000_000, 100];

/** Of figures below 10,000 written as words. */
const section = (text: string): number => {
  let [sum, digit] = [0, 0];
  for (const sign of text) {
    const unit = tens.get(sign);
    if (unit === undefined) digit = digits.get(sign) ?? 0;
    else {
      // `十` by itself is ten.
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  return sum + digit;
};

/** A number as people write it: in figures, in words, or in both (`1.5万`, `四千`). */
const numberOf = (text: string): number => {
  const [head = '', tail] = text.includes('万') ? text.split('万') : [text, ''];
  const part = (it: string) => (/\d/.test(it) ? Number(it.replaceAll(/[,，]/g, '')) : section(it));
  if (text.endsWith('亿')) return part(text.slice(0, -1)) * hundredMillion;
  return text.includes('万') ? part(head) * myriad + part(tail ?? '') : part(text);
};

const words = '零〇一二三四五六七八九两壹贰叁肆伍陆柒捌玖十拾百佰千仟';
const sum = new RegExp(
  `(?:人民币|￥|¥)?\\s*((?:\\d[\\d,，]*(?:\\.\\d+)?|[${words}]+)[万亿]?[${words}]*)(余|多)?\\s*元整?`,
  'g',
);

/** In their order. */
export const sumsIn = (text: string): readonly Sum[] =>
  [...text.matchAll(sum)].map((match) => {
    const [whole, number = '', more] = match;
    const amount = numberOf(number);
    const isExact = more === undefined && Number.isFinite(amount) && amount > 0;
    return {
      cents: isExact ? Math.round(amount * cent) : null,
      from: match.index,
      until: match.index + whole.length,
    };
  });
