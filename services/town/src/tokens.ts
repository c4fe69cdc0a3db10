/** What Nest injects here, by name. */
export const TOWN = Symbol('town');
