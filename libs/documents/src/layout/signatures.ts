/** Where people sign, date and seal. */
import type { Line } from '../break-lines.js';
import type { Signer } from '../document.js';
import { words } from '../words.js';
import type { Flow } from './flow.js';
import type { Mark } from './marks.js';
import { mm, page, textWidth } from './measures.js';
import type { Setter } from './setter.js';

/** Room for a signature by hand above its rule, and for a date, in points. */
const handHeight = 36;
const dateHeight = 23;
const gutter = 9 * mm;
const sealRadius = 21 * mm;
/** Between a label and the rule that follows it. */
const labelGap = 4;
/** What a rule lies below the baseline of its label. */
const below = 2;

type Field = Readonly<{ marks: readonly Mark[]; height: number }>;

type Spot = Readonly<{ x: number; y: number; width: number }>;

const rule = (x: number, toX: number, y: number): Mark => ({
  kind: 'rule',
  x,
  y,
  toX,
  toY: y,
  tone: 'black',
});

/** A label, and a rule from there to the end of the spot. */
const labelled = (setter: Setter, label: string, { x, y, width }: Spot): readonly Mark[] => {
  const line = setter.cut('note', label, width);
  const mark = setter.mark('note', line, { x, y, width, tone: 'grey' });
  const baseline = mark.kind === 'text' ? mark.y : y;
  return [mark, rule(x + line.width + labelGap, x + width, baseline + below)];
};

/** For a date written by hand: a rule before each of its parts, the year's twice as long. */
const dateMarks = (setter: Setter, spot: Spot): readonly Mark[] => {
  const { date, dateParts } = words[setter.language];
  if (dateParts.length === 0) return labelled(setter, date, spot);
  const start = spot.x + setter.widthOf('note', date) + labelGap;
  const part = (spot.x + spot.width - start) / (dateParts.length + 1);
  const ends = dateParts.map((_, place) => start + part * (place + 2));
  return [
    setter.mark('note', setter.cut('note', date, spot.width), { ...spot, tone: 'grey' }),
    ...dateParts.flatMap((word, place) => {
      const [from, to] = [place === 0 ? start : (ends[place - 1] ?? start), ends[place] ?? start];
      const [, line] = labelled(setter, '', { ...spot, x: from, width: to - from });
      const mark = setter.mark('note', setter.cut('note', word, part), {
        x: from,
        y: spot.y,
        width: to - from,
        align: 'end',
        tone: 'grey',
      });
      const wordWidth = setter.widthOf('note', word);
      return line?.kind === 'rule' ? [{ ...line, toX: to - wordWidth - 2 }, mark] : [mark];
    }),
  ];
};

/** Longer than any office; what is longer is cut, as `…` tells, so that a page holds every field. */
const namesAtMost = 8;

const nameLines = (setter: Setter, text: string, width: number): readonly Line[] => {
  const lines = setter.lines('form', text, width, 'bold');
  if (lines.length <= namesAtMost) return lines;
  const rest = lines.slice(namesAtMost - 1).map((line) => line.text);
  return [...lines.slice(0, namesAtMost - 1), setter.cut('form', rest.join(' '), width, 'bold')];
};

const fieldOf = (setter: Setter, signer: Signer, { x, y, width }: Spot): Field => {
  const { signature, signatureFor } = words[setter.language];
  const inside = signer.seal === true ? width - 2 * sealRadius - gutter : width;
  const separator = setter.language === 'zh' ? '：' : ': ';
  const text = signer.name === undefined ? signer.role : `${signer.role}${separator}${signer.name}`;
  const { leading } = setter.typeOf('form');
  const lines = nameLines(setter, text, inside);
  const signY = y + lines.length * leading + handHeight - setter.typeOf('note').leading;
  const dateY = signY + dateHeight;
  const height = lines.length * leading + handHeight + dateHeight;
  return {
    height: signer.seal === true ? Math.max(height, 2 * sealRadius) : height,
    marks: [
      ...lines.map((line, nth) =>
        setter.mark('form', line, { x, y: y + nth * leading, width: inside, weight: 'bold' }),
      ),
      ...labelled(setter, signer.seal === true ? signatureFor : signature, { x, y: signY, width: inside }),
      ...dateMarks(setter, { x, y: dateY, width: inside }),
      ...(signer.seal === true ? sealMarks(setter, x + width - sealRadius, y + sealRadius) : []),
    ],
  };
};

const sealMarks = (setter: Setter, x: number, y: number): readonly Mark[] => {
  const place = { x: x - sealRadius, y: y - setter.typeOf('note').leading / 2, width: 2 * sealRadius };
  const line = setter.cut('note', words[setter.language].seal, place.width);
  return [
    { kind: 'circle', x, y, radius: sealRadius, tone: 'rule' },
    setter.mark('note', line, { ...place, align: 'middle', tone: 'grey' }),
  ];
};

/** Two beside each other; whoever also seals has a row of their own. */
const rowsOf = (signers: readonly Signer[]): readonly (readonly Signer[])[] => {
  const rows: Signer[][] = [];
  for (const signer of signers) {
    const last = rows.at(-1);
    const joins = signer.seal !== true && last?.length === 1 && last[0]?.seal !== true;
    if (joins) last.push(signer);
    else rows.push([signer]);
  }
  return rows;
};

const rowGap = 14;

/** Nobody's field is cut by the end of a page, and all stay together where a page holds them. */
export const putSignatures = (setter: Setter, flow: Flow, signers: readonly Signer[]) => {
  const width = (textWidth - gutter) / 2;
  const fieldsAt = (row: readonly Signer[], y: number): readonly Field[] =>
    row.map((signer, place) =>
      signer.seal === true
        ? fieldOf(setter, signer, { x: page.left, y, width: textWidth })
        : fieldOf(setter, signer, { x: page.left + place * (width + gutter), y, width }),
    );
  const heightOf = (row: readonly Signer[]) => Math.max(...fieldsAt(row, 0).map(({ height }) => height));
  const rows = rowsOf(signers);
  flow.gap(10);
  flow.keep(rows.reduce((sum, row) => sum + heightOf(row) + rowGap, -rowGap));
  for (const [place, row] of rows.entries()) {
    if (place > 0) flow.gap(rowGap);
    flow.keep(heightOf(row));
    flow.put(...fieldsAt(row, flow.y()).flatMap(({ marks }) => marks));
    flow.advance(heightOf(row));
  }
};
