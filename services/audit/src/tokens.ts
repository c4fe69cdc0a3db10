/** What Nest injects here by name, because types leave no trace at run time. */
export const AUDIT = Symbol('audit');
export const READING_ROOM = Symbol('audit reading room');
