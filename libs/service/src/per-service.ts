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

/** One store for each service. Each aggregate may say how its own old facts are read. */
export const storePerService = <Store>(make: (service: string, upcasts: Upcasts) => Store) => {
  const upcasts = perService<{ -readonly [Type in keyof Upcasts]: Upcasts[Type] }>(() => ({}));
  const stores = perService((service) => make(service, upcasts.of(service)));
  const of = (service: string, more: Upcasts = {}): Store => {
    Object.assign(upcasts.of(service), more);
    return stores.of(service);
  };
  return { of, all: stores.all };
};
