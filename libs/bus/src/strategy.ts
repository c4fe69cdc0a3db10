import type { Stop } from '@mulin/kernel';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';

/**
 * The transport strategy of Nest that starts and stops our consumers with a microservice. `start` starts them, with
 * their reactions: event handlers of Nest would take one message at a time and hide why it failed.
 */
export class BusStrategy extends Server implements CustomTransportStrategy {
  private stops: readonly Stop[] = [];

  constructor(private readonly start: () => readonly Stop[] | Promise<readonly Stop[]>) {
    super();
  }

  async listen(opened: (error?: unknown) => void): Promise<void> {
    try {
      this.stops = await this.start();
    } catch (error) {
      return opened(error);
    }
    opened();
  }

  /** Resolves when what was in hand is over, so that whatever it uses may be closed next. */
  async close(): Promise<void> {
    const { stops } = this;
    this.stops = [];
    await Promise.all(stops.map((stop) => stop()));
  }

  on(): void {}

  unwrap<T>(): T {
    throw new Error('There is no driver to hand out: everything goes through the bus.');
  }
}
