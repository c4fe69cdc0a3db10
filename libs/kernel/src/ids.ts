declare const brand: unique symbol;

/** A value only its own constructor makes, so that one kind of id cannot stand where another is meant. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };

/** A person whose data is in the vault. Says nothing about them by itself. */
export type PersonId = Brand<string, 'PersonId'>;
/** A text as the id of a person; it is not checked. */
export const personId = (text: string) => text as PersonId;
