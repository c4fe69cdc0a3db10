/** The font, in two weights: which characters it has, and how wide a text is in it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

export type Weight = 'regular' | 'bold';

/** A part of a line that is drawn at once: text of the font, or one character that the font lacks. */
type Run = Readonly<{ text: string; isLacking: boolean; width: number; features: Features }>;

/** One weight. Widths are in em: times the size of the type they are points. */
export type Face = Readonly<{
  font: Font;
  lacks: (character: string) => boolean;
  widthOf: (text: string) => number;
  runsOf: (text: string) => readonly Run[];
}>;

/** Features of the font that are asked for beside its usual ones. */
export type Features = readonly 'pwid'[];

const files: Readonly<Record<Weight, string>> = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
};

/** Kept: 10 MB each, read with the first document. */
const bytes = new Map<Weight, Buffer>();

const bytesOf = (weight: Weight): Buffer => {
  const known = bytes.get(weight);
  if (known !== undefined) return known;
  const read = readFileSync(createRequire(import.meta.url).resolve(files[weight]));
  bytes.set(weight, read);
  return read;
};

/**
 * What is of a square of its own in Chinese, punctuation among it: in English, too, it keeps that, or a Chinese comma would
 * be drawn, and copied, as another one.
 */
const isSquare = (character: string): boolean =>
  /[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]|[\u{20000}-\u{3ffff}]/u.test(character);

/** The width of a character that the font lacks. */
const boxWidth = 1;

const faceOf = (weight: Weight, features: Features): Face => {
  // Anew for each document: a font remembers for which character it first gave a glyph, and would tell the next one.
  const font = create(bytesOf(weight)) as Font;
  const widths = new Map<string, number>();

  const measured = (text: string, wanted: Features): number =>
    font.layout(text, [...wanted]).advanceWidth / font.unitsPerEm;

  /** Of one kind alone, square or not. */
  const runOf = (text: string): Run => {
    const wanted = isSquare(text) ? [] : features;
    const width = widths.get(text) ?? measured(text, wanted);
    widths.set(text, width);
    return { text, isLacking: false, width, features: wanted };
  };

  const lacks = (character: string): boolean => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);

  const runsOf = (text: string): readonly Run[] => {
    const runs: Run[] = [];
    let known = '';
    const flush = () => {
      if (known !== '') runs.push(runOf(known));
      known = '';
    };
    const isOther = (character: string) =>
      features.length > 0 && known !== '' && isSquare(known) !== isSquare(character);
    for (const character of text) {
      if (!lacks(character)) {
        if (isOther(character)) flush();
        known += character;
        continue;
      }
      flush();
      runs.push({ text: character, isLacking: true, width: boxWidth, features: [] });
    }
    flush();
    return runs;
  };

  return {
    font,
    lacks,
    runsOf,
    widthOf: (text) => widths.get(text) ?? runsOf(text).reduce((sum, { width }) => sum + width, 0),
  };
};

export type Faces = Readonly<Record<Weight, Face>>;

/** Both weights, for one document. */
export const facesFor = (features: Features): Faces => ({
  regular: faceOf('regular', features),
  bold: faceOf('bold', features),
});
