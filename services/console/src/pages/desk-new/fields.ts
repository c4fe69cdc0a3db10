/** What the desk writes down of a call, and what the town is sent of it. */
import type { paths } from '../../api/schema';
import type { Schemas } from '../../api/client';
import { pointInside } from '../../parts/inside';

type Body = paths['/api/v1/cases']['post']['requestBody']['content']['application/json'];
type Feature = Schemas['MicroGridFeature'];

export type Call = Readonly<{
  phone: string;
  name: string;
  menuItem: string | null;
  words: string;
  microGrid: string | null;
  /** Where somebody pointed on the map; `null`: nowhere yet. */
  point: Readonly<{ lat: number; lon: number }> | null;
  address: string;
  /** `null`: as it is usual for the item. */
  urgency: Schemas['Urgency'] | null;
}>;

export const noCall: Call = {
  phone: '',
  name: '',
  menuItem: null,
  words: '',
  microGrid: null,
  point: null,
  address: '',
  urgency: null,
};

export const channels = ['hotline-12345', 'neighbours-hotline'] as const;
export type Channel = (typeof channels)[number];

const keptChannel = 'mulin-desk-channel';

export const channelBefore = (): Channel => {
  try {
    const kept = localStorage.getItem(keptChannel);
    return channels.find((it) => it === kept) ?? channels[0];
  } catch {
    return channels[0];
  }
};

export const keepChannel = (channel: Channel): void => {
  try {
    localStorage.setItem(keptChannel, channel);
  } catch {
    // It lasts as long as the page.
  }
};

/** As the town takes a number: digits with blanks and brackets between them, an extension at the end. */
const phone = /^[+(（]?[0-9][0-9 ()（）.·-]{3,28}(?:\s*(?:转|轉|分机|ext\.?|#|x)\s*[0-9]{1,6})?$/;
const isPhone = (text: string): boolean => phone.test(text.trim());

/** A number of which nothing can be missing any more: only then its earlier cases are read. */
export const isWholePhone = (text: string): boolean =>
  isPhone(text) && text.replaceAll(/\D/g, '').length >= 7;

export type Missing = Readonly<Partial<Record<'phone' | 'menuItem' | 'words', true>>>;

export const missingOf = ({ phone: number, menuItem, words }: Call): Missing => ({
  ...(number.trim() === '' || isPhone(number) ? {} : { phone: true as const }),
  ...(menuItem === null ? { menuItem: true as const } : {}),
  ...(words.trim() === '' ? { words: true as const } : {}),
});

/** A micro-grid is named by a point in it, until somebody knows the spot better. */
const placeOf = ({ address, microGrid, point: spot }: Call, features: readonly Feature[]): Body['place'] => {
  const land = features.find(({ id }) => id === microGrid);
  const point = spot ?? (land === undefined ? null : pointInside(land.geometry));
  const words = address.trim();
  if (point === null && words === '') return undefined;
  return { ...(point ?? {}), ...(words === '' ? {} : { address: words }) };
};

export const bodyOf = (call: Call, channel: Channel, features: readonly Feature[]): Body => {
  const place = placeOf(call, features);
  return {
    menuItem: call.menuItem ?? '',
    words: call.words.trim(),
    channel,
    ...(place === undefined ? {} : { place }),
    ...(call.urgency === null ? {} : { urgency: call.urgency }),
    ...(call.phone.trim() === '' ? {} : { phone: call.phone.trim() }),
    ...(call.name.trim() === '' ? {} : { name: call.name.trim() }),
  };
};
