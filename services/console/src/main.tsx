import './app/first';
import './app/mantine.css';
import '@mantine/notifications/styles.css';
import 'virtual:theme.css';
import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { watchPresence } from './api/presence';
import { App } from './app/app';
import { begin } from './app/begin';

watchPresence();
begin();
const place = document.getElementById('console');
if (place === null) throw new Error('index.html has the element that the console is put into');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

/** It brings all pages, and what somebody is waiting for comes first. */
const workerAfterMs = 3_000;

// Without TLS, and not on this machine itself, a browser has no service worker: then a page needs network.
const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
if (import.meta.env.PROD)
  setTimeout(() => void workers?.register('/worker.js').catch(() => undefined), workerAfterMs);
