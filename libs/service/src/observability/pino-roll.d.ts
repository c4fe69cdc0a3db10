/** pino-roll comes without types; as much of it as is used here. */
declare module 'pino-roll' {
  import type { SonicBoom, SonicBoomOpts } from 'sonic-boom';

  type RollOptions = Readonly<{
    file: string;
    extension?: string;
    /** A number and its unit: `512k`, `16m`. */
    size?: string;
    /** `count`: files that are kept besides the one that is written. */
    limit?: Readonly<{ count: number; removeOtherLogFiles?: boolean }>;
  }>;

  export default function roll(
    options: RollOptions & SonicBoomOpts,
  ): Promise<SonicBoom & Readonly<{ file: string }>>;
}
