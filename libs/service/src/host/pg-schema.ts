/** Where a service's own tables are: a schema is a word of PostgreSQL, which knows no dash. */
export const pgSchemaOf = (service: string): string => service.replaceAll('-', '_');
