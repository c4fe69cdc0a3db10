/** The map of phones, loaded when it is shown. */
import { Loader } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { LightMapProps } from './light-map';

const LightMap = lazy(async () => ({ default: (await import('./light-map')).LightMap }));

export const LightMapLater = (props: LightMapProps) => (
  <Suspense
    fallback={
      <div className="town-map" style={{ height: props.height }}>
        <Loader type="dots" />
      </div>
    }
  >
    <LightMap {...props} />
  </Suspense>
);
