import { apart } from './apart';

export type Values = Readonly<Record<string, string | number>>;

/**
 * Puts values into the places of a text: `{{name}}` takes the one of that name, and nothing where there is none. What is
 * put in is somebody's: it stays in its own place in the sentence, and nothing in it is a place.
 */
export const sentence = (text: string, values: Values): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const it = values[name] ?? '';
    return typeof it === 'string' ? apart(it) : String(it);
  });
