import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles.css';
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

// Without TLS, and not on this machine itself, a browser has no service worker: then a page needs network.
const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
if (import.meta.env.PROD) void workers?.register('/worker.js').catch(() => undefined);
