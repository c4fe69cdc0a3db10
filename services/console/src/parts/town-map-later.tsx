/** The map, loaded when it is shown: it is larger than everything else together. */
import { Loader } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { TownMapProps } from './town-map';

const TownMap = lazy(async () => ({ default: (await import('./town-map')).TownMap }));

export const TownMapLater = (props: TownMapProps) => (
  <Suspense
    fallback={
      <div className="town-map" style={{ height: props.height }}>
        <Loader type="dots" />
      </div>
    }
  >
    <TownMap {...props} />
  </Suspense>
);
