/** What a resident is about to ask: kept by the tab until the town has it. */
import { newKey } from '../../api/keys';
import type { Photo } from '../../resident/send-photos';
import { useKept } from '../../resident/use-kept';

export type Point = Readonly<{ lat: number; lon: number; isOutside: boolean }>;

/** `key`: under which it is sent, so that what is sent again after a reload is the same case. */
export type Draft = Readonly<{
  key: string;
  words: string;
  address: string;
  point: Point | null;
  photos: readonly Photo[];
  phone: string;
  name: string;
}>;

export const wordsAtMost = 20_000;

const empty = (): Draft => ({
  key: newKey(),
  words: '',
  address: '',
  point: null,
  photos: [],
  phone: '',
  name: '',
});

export const useDraft = () => useKept<Draft>('ask', empty());

/** As the town takes it: digits and what people write between them. */
const phoneForm = /^[+(（]?[0-9][0-9 ()（）.·-]{3,28}(?:\s*(?:转|轉|分机|ext\.?|#|x)\s*[0-9]{1,6})?$/i;

/** Which fields cannot be sent as they are. */
export const wrongIn = ({ words, phone, point }: Draft) => ({
  words: words.trim() === '',
  length: words.trim().length > wordsAtMost,
  phone: phone.trim() !== '' && !phoneForm.test(phone.trim()),
  place: point?.isOutside === true,
});
