import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles.css';
import { App } from './app/app';

const place = document.getElementById('console');
if (place === null) throw new Error('index.html has the element that the console is put into');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
