/** Where a service's own tables are: a schema is a word of PostgreSQL, which knows no dash. */
/**
 * The schema of a service's own tables: its name, with `_` for `-`, which an identifier of PostgreSQL does not have.
 */
export const pgSchemaOf = (service: string): string => service.replaceAll('-', '_');
