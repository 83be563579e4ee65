import './api/no-code-from-text.ts';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { consoleClient } from './api/console-client.ts';
import { ConsolePage } from './console-page.tsx';
import './design/console.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const client = consoleClient(
  (...asked) => fetch(...asked),
  () => Date.now(),
);
createRoot(root).render(
  <StrictMode>
    <ConsolePage client={client} nonce={nonce} />
  </StrictMode>,
);
