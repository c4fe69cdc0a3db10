/** Which errors are somebody's to mend, and so have a sentence in both languages. */
import { Rejection, Unavailable } from '@mulin/kernel';
import { ConfigurationError } from '@mulin/service';

export const isForPeople = (error: Error): error is ConfigurationError | Rejection | Unavailable =>
  [ConfigurationError, Rejection, Unavailable].some((kind) => error instanceof kind);
