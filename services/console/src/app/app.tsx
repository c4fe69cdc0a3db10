/** The whole console: who sits before it, in which language, and which view they look at. */
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { NotReached } from '../api/client';
import { ErrorBoundary } from './error-boundary';
import { Frame } from './frame';
import { useTelling } from './telling';
import { theme, variables } from './theme';

/** What was read is shown at once when one comes back to it, and read anew behind it. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => error instanceof NotReached && failures < 3,
      // A phone without network shows what it has.
      networkMode: 'offlineFirst',
    },
    mutations: { networkMode: 'always' },
  },
});

const Told = lazy(() => import('./told').then(({ Told: View }) => ({ default: View })));

/** Nothing is told before somebody has done something. */
const ToldInPassing = () =>
  useTelling() ? (
    <Suspense>
      <Told />
    </Suspense>
  ) : null;

export const App = () => (
  <MantineProvider
    theme={theme}
    cssVariablesResolver={variables}
    defaultColorScheme="auto"
    withCssVariables={false}
    withGlobalClasses={false}
  >
    <QueryClientProvider client={queries}>
      <ToldInPassing />
      <ErrorBoundary>
        <Frame />
      </ErrorBoundary>
    </QueryClientProvider>
  </MantineProvider>
);
