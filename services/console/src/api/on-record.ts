/** Readings that the town writes down: news of other things repeat none of them, so that the record names only what somebody asked to see. */
export const onRecord = { staleTime: Infinity, meta: { isOnRecord: true } } as const;

/** Whether news may read this anew. */
export const isReadByItself = ({
  meta,
}: Readonly<{ meta?: Readonly<Record<string, unknown>> | undefined }>) => meta?.['isOnRecord'] !== true;
