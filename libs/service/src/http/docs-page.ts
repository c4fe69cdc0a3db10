/** The page of the API: a frame for Swagger UI, whose files come from our own origin like the page itself. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Assets } from './assets.js';

const swaggerUi = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const ours = fileURLToPath(new URL('../../browser/', import.meta.url));

/** Everything that the page loads, by where it is served. */
export const docsAssets: readonly Assets[] = [
  {
    at: '/docs/ui/',
    folder: swaggerUi,
    files: ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'],
  },
  { at: '/docs/assets/', folder: ours, files: ['docs.css', 'docs.js'] },
];

/**
 * The HTML of the page of the API; it has no inline script or style, so that the content security policy can forbid
 * them.
 */
export const docsPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mulin 牟邻 · API</title>
<link rel="icon" href="/docs/ui/favicon-32x32.png">
<link rel="stylesheet" href="/docs/ui/swagger-ui.css"><link rel="stylesheet" href="/docs/assets/docs.css">
<script defer src="/docs/ui/swagger-ui-bundle.js"></script><script type="module" src="/docs/assets/docs.js"></script>
</head><body>
<header><h1>Mulin 牟邻 · API 接口文档</h1>
<p>Token 令牌: Authorize · 授权 (<code>npm run -s mulin -- token --role operator</code>) ·
<a href="/openapi.json">openapi.json</a> · <a href="/">/</a></p></header>
<div id="api"></div>
</body></html>
`;
