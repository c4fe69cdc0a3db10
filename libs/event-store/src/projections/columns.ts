/** How the values of a column are written, so that comparing the texts compares the values, in every engine. */
import type { Column } from '@mulin/kernel';

/** Longer texts are told apart by their beginnings alone: an index holds no chapters. */
const longest = 300;

/** First nothing, then no and yes, then numbers by size, then texts by code point. */
export const encodeColumn = (value: Column): string => {
  if (value === null) return '0';
  if (typeof value === 'boolean') return value ? '1t' : '1f';
  if (typeof value === 'number') return `2${numberText(value)}`;
  return `3${value.slice(0, longest).replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd')}`;
};

export const decodeColumn = (text: string): Column => {
  const rest = text.slice(1);
  if (text.startsWith('3')) return rest;
  if (text.startsWith('2')) return numberOf(rest);
  return text.startsWith('1') ? rest === 't' : null;
};

const view = new DataView(new ArrayBuffer(8));
const sign = 1n << 63n;
const all = (1n << 64n) - 1n;

/** The bits of a number, turned so that greater numbers have greater bits. */
const numberText = (value: number): string => {
  view.setFloat64(0, value === 0 ? 0 : value);
  const bits = view.getBigUint64(0);
  return (bits & sign ? bits ^ all : bits | sign).toString(16).padStart(16, '0');
};

const numberOf = (text: string): number => {
  const turned = BigInt(`0x${text}`);
  view.setBigUint64(0, turned & sign ? turned ^ sign : turned ^ all);
  return view.getFloat64(0);
};

/** By code point, as the "C" collation does; `<` would put the rarest characters before some common ones. */
export const compareTexts = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
