/** What is kept of a photo: what it shows, and nothing of when, where and with what it was taken. */
import { Rejection } from '@mulin/kernel';

/** What a phone or a camera writes, and what is taken. */
export type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp';

/** A photo as it is kept: as JPEG, upright, without any metadata. Sizes are pixels. */
export type Photo = Readonly<{ jpeg: Uint8Array; width: number; height: number }>;

/** Reads photos and writes them anew. */
export interface Photos {
  /** The same picture without metadata; `null`: it is no picture of this type, or a broken one. */
  renew(bytes: Uint8Array, type: PhotoType): Promise<Photo | null>;
}

export const notAPhoto = () =>
  new Rejection(
    'not-a-photo',
    {
      en: 'This is no photo of the type it is said to be (JPEG, PNG or WebP), or it is broken.',
      zh: '内容不是所声明类型的照片（JPEG、PNG 或 WebP），或文件已损坏。',
    },
    'malformed',
  );

/** Staff say which case a photo is about: it is kept, and erased, with whoever asked in it. */
export const photoNeedsCase = () =>
  new Rejection(
    'photo-needs-case',
    { en: 'Say which case the photo is about (caseId).', zh: '请注明照片所属案件（`caseId`）。' },
    'malformed',
  );

export const photoUnknown = () =>
  new Rejection(
    'photo-unknown',
    { en: 'There is no such photo of this case.', zh: '该案件没有这张照片。' },
    'unknown',
  );
