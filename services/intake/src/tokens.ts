/** What Nest injects here by name, because types leave no trace at run time. */
export const INTAKE = Symbol('intake');
export const DESK = Symbol('intake desk');
export const ERASING = Symbol('intake erasing');
