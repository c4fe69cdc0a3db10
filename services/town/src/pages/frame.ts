/** What every page has in common: its looks, its way to the others, and text that cannot become markup. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalizedText } from '@mulin/kernel';

/** What pages load, as `browser/` has it. */
export const pageAssets = {
  at: '/assets/',
  folder: fileURLToPath(new URL('../../browser/', import.meta.url)),
  files: ['pages.css', 'list.js', 'icon.svg'],
} as const;

/** The same picture as at `/assets/icon.svg`, for what asks at `/favicon.ico`: a browser that shows no page of ours. */
export const icon = readFileSync(path.join(pageAssets.folder, 'icon.svg'), 'utf8');

export type Language = keyof LocalizedText;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (it) => escapes[it] ?? it);

const ways: readonly Readonly<{ to: string; name: LocalizedText }>[] = [
  { to: '/', name: { en: 'Town', zh: '镇域' } },
  { to: '/cases', name: { en: 'Cases', zh: '案件' } },
  { to: '/escalations', name: { en: 'Escalations', zh: '升级事项' } },
  { to: '/docs', name: { en: 'API', zh: '接口文档' } },
];

const link =
  (here: string, language: Language) =>
  ({ to, name }: (typeof ways)[number]): string =>
    `<a href="${to}"${to === here ? ' aria-current="page"' : ''}>${name[language]}</a>`;

const scriptTag = (name: string): string => `<script type="module" src="/assets/${name}"></script>`;

/** `scripts`: files of `browser/`; the content security policy lets no other code run. */
type Page = Readonly<{ here: string; title: string; body: string; scripts?: readonly string[] }>;

export const framed = (
  language: Language,
  { here, title, body, scripts = [] }: Page,
): string => `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title>
<link rel="icon" type="image/svg+xml" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/pages.css">${scripts.map(scriptTag).join('')}</head><body>
<nav>${ways.map(link(here, language)).join('')}</nav>
<main><h1>${escaped(title)}</h1>
${body}
</main></body></html>
`;
