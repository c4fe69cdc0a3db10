/** What somebody has begun to write, with its photos: it is there after a reload, and after the camera took the page away. */
import { useEffect, useState } from 'react';
import { useSession } from '../api/session';
import { newKey } from '../api/keys';
import { device, type Draft } from './database';

type Photo = Draft['photos'][number];

export type Drafting = Readonly<{
  isReady: boolean;
  fields: Draft['fields'];
  photos: readonly Photo[];
  set: (name: string, value: string) => void;
  add: (blobs: readonly Blob[]) => void;
  remove: (key: string) => void;
  clear: () => void;
}>;

type Content = Pick<Draft, 'fields' | 'photos'>;
const nothing: Content = { fields: {}, photos: [] };

const load = async (id: string): Promise<Content> => {
  try {
    return (await (await device()).get('drafts', id)) ?? nothing;
  } catch {
    return nothing; // a device that keeps nothing
  }
};

const store = async (id: string, account: string, content: Content): Promise<void> => {
  try {
    const db = await device();
    const isEmpty = content.photos.length === 0 && Object.values(content.fields).every((it) => it === '');
    if (isEmpty) await db.delete('drafts', id);
    else await db.put('drafts', { id, account, fields: content.fields, photos: content.photos });
  } catch {
    // It lasts as long as the page.
  }
};

/** Puts what was begun where a form of this name finds it. */
export const putDraft = (account: string, name: string, content: Content): Promise<void> =>
  store(`${account}/${name}`, account, content);

export const useDraft = (name: string): Drafting => {
  const account = useSession()?.account ?? '';
  const id = `${account}/${name}`;
  const [content, setContent] = useState<Content>(nothing);
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    let isHere = true;
    void load(id).then((found) => {
      if (!isHere) return;
      setContent(found);
      setReady(true);
    });
    return () => {
      isHere = false;
    };
  }, [id]);
  const change = (next: (before: Content) => Content) =>
    setContent((before) => {
      const after = next(before);
      void store(id, account, after);
      return after;
    });
  return {
    isReady,
    ...content,
    set: (field, value) => change((it) => ({ ...it, fields: { ...it.fields, [field]: value } })),
    add: (blobs) =>
      change((it) => ({ ...it, photos: [...it.photos, ...blobs.map((blob) => ({ key: newKey(), blob }))] })),
    remove: (key) => change((it) => ({ ...it, photos: it.photos.filter((photo) => photo.key !== key) })),
    clear: () => change(() => nothing),
  };
};
