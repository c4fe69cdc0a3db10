/** Names of commands: a command that is sent again under its name is done once. */

/** 128 random bits; `crypto.randomUUID` is missing where the page came without TLS. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/** The same as a UUID of version 4 (RFC 9562). */
export const newUuid = (): string =>
  newKey().replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5');
