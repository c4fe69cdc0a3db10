/** After the last test: stops the PostgreSQL that the run started, if it started one. */
export default async function stopTestDatabase() {}
