/** What Nest injects here, by name. */
export const TOWN = Symbol('town');
export const BOUNDS = Symbol('bounds');
export const AREAS = Symbol('areas');
export const PACK = Symbol('pack');
export const OPEN_TOWN = Symbol('open town');
