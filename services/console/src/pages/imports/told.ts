/** Why something cannot be done with a file: in the words of whatever reads files, in the town's, or in ours. */
import { Rejection } from '@mulin/kernel';
import { Refused } from '../../api/client';
import { NotLoaded } from '../../parts/loaded';

/** `code`: of a refusal. */
export type Told = Readonly<{ code: string | null; en: string; zh: string }>;

const notLoaded: Told = {
  code: null,
  en: 'What reads files could not be loaded. Nothing is lost: try again when there is a connection.',
  zh: '读取文件所需的程序未能加载。内容未丢失，请在网络恢复后重试。',
};

const brokenOff: Told = {
  code: null,
  en: 'The file could not be read to its end. It may have been changed or moved since it was chosen: choose it again.',
  zh: '文件未能读取完毕，可能在选择之后被修改或移动。请重新选择文件。',
};

export const toldOf = (error: unknown): Told => {
  if (error instanceof Rejection) return { code: error.code, ...error.sentence };
  if (error instanceof Refused) return { code: error.code, en: error.message, zh: error.message };
  return error instanceof NotLoaded ? notLoaded : brokenOff;
};
