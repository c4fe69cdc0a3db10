/** The whole console: who sits before it, in which language, and which view they look at. */
import './mantine.css';
import '@mantine/notifications/styles.css';
import 'virtual:theme.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NotReached } from '../api/client';
import { ErrorBoundary } from './error-boundary';
import { Frame } from './frame';
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

export const App = () => (
  <MantineProvider
    theme={theme}
    cssVariablesResolver={variables}
    defaultColorScheme="auto"
    withCssVariables={false}
    withGlobalClasses={false}
  >
    <QueryClientProvider client={queries}>
      <Notifications position="top-center" />
      <ErrorBoundary>
        <Frame />
      </ErrorBoundary>
    </QueryClientProvider>
  </MantineProvider>
);
