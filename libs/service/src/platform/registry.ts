/** What each service has one of. */
import type { Upcasts } from '@mulin/kernel';

/** One part for each service, made when it is first asked for. */
export const perService = <Part>(make: (service: string) => Part) => {
  const parts = new Map<string, Part>();
  const of = (service: string): Part => {
    const part = parts.get(service) ?? make(service);
    parts.set(service, part);
    return part;
  };
  return { of, all: (): readonly Part[] => [...parts.values()] };
};

type Growing = { -readonly [Type in keyof Upcasts]: Upcasts[Type] };

/** How a service's old events are read: each of its aggregates may say so for its own, also later. */
export const upcastsPerService = () => {
  const known = perService<Growing>(() => ({}));
  return {
    of: (service: string): Upcasts => known.of(service),
    learn: (service: string, more: Upcasts): void => void Object.assign(known.of(service), more),
  };
};
