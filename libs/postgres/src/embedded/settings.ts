/** What the embedded PostgreSQL is told about its work. */

export type Settings = Readonly<Record<string, string>>;

/** For two cores and a disk that must not lie: nothing is answered before it is on disk. */
export const town: Settings = {
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  max_connections: '100',
  fsync: 'on',
  synchronous_commit: 'on',
  // One machine and no standby: what only a standby would read is not written.
  wal_level: 'minimal',
  max_wal_senders: '0',
  wal_compression: 'on',
  wal_buffers: '16MB',
  min_wal_size: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  // Parallel plans want shared memory that containers are short of, and cores that the town needs.
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  lc_messages: 'C',
  log_checkpoints: 'off',
};
