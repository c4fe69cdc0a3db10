/** What is put on a page. Lengths are in points, from the upper left corner. */
import type { Weight } from '../faces.js';

/** How dark: text, what explains it, rules of forms, and what lies beneath a head. */
export type Tone = 'black' | 'grey' | 'rule' | 'tint';

export type Mark = Readonly<
  | {
      kind: 'text';
      x: number;
      /** Of the baseline. */
      y: number;
      text: string;
      size: number;
      weight: Weight;
      tone: Tone;
      spread: number;
    }
  | { kind: 'rule'; x: number; y: number; toX: number; toY: number; tone: Tone }
  | { kind: 'area'; x: number; y: number; width: number; height: number; tone: Tone }
  /** A broken circle: a place for a seal. */
  | { kind: 'circle'; x: number; y: number; radius: number; tone: Tone }
>;
