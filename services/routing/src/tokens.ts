/** What Nest injects here by name, because types leave no trace at run time. */
export const ROUTING = Symbol('routing');
export const DESK = Symbol('routing desk');
