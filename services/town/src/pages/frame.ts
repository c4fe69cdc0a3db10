/** What every page has in common: its looks, its way to the others, and text that cannot become markup. */
import type { LocalizedText } from '@mulin/kernel';

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

const style = `
:root{color-scheme:light dark;--ink:#1b2a30;--soft:#5a6a71;--line:#d5dde0;--ground:#f7f9f9;--sheet:#fff;--mark:#0b6e4f;--late:#b3261e}
@media (prefers-color-scheme:dark){:root{--ink:#e4ecee;--soft:#9fb0b7;--line:#33434a;--ground:#11191d;--sheet:#18242a;--mark:#5cc8a1;--late:#ff8a80}}
*{box-sizing:border-box}body{margin:0 auto;max-width:72rem;padding:1rem;font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;color:var(--ink);background:var(--ground)}
nav{display:flex;gap:1rem;flex-wrap:wrap;border-bottom:1px solid var(--line);padding-bottom:.5rem}a{color:var(--mark)}nav a[aria-current]{color:var(--ink);font-weight:600;text-decoration:none}
h1{font-size:1.5rem;margin:1rem 0 .25rem}p{margin:.25rem 0 1rem;max-width:46rem}.soft{color:var(--soft)}.late{color:var(--late)}
form{display:flex;gap:.5rem;flex-wrap:wrap;align-items:end;margin:1rem 0}label{display:grid;font-size:.85rem;color:var(--soft)}
input,select,button{font:inherit;padding:.4rem .6rem;border:1px solid var(--line);border-radius:6px;background:var(--sheet);color:var(--ink)}
button{background:var(--mark);color:var(--sheet);border-color:var(--mark);cursor:pointer}
.sheet{background:var(--sheet);border:1px solid var(--line);border-radius:8px;overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.5rem .75rem;border-bottom:1px solid var(--line);vertical-align:top;white-space:nowrap}tr:last-child td{border-bottom:0}th{font-size:.85rem;color:var(--soft);font-weight:500}
ol{list-style:none;margin:0;padding:.75rem}ol li{padding:.35rem 0;border-bottom:1px dashed var(--line)}ol li:last-child{border:0}time{color:var(--soft);margin-right:.75rem}`;

const link =
  (here: string, language: Language) =>
  ({ to, name }: (typeof ways)[number]): string =>
    `<a href="${to}"${to === here ? ' aria-current="page"' : ''}>${name[language]}</a>`;

export const framed = (
  language: Language,
  { here, title, body }: Readonly<{ here: string; title: string; body: string }>,
): string => `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title>
<style>${style}</style></head><body>
<nav>${ways.map(link(here, language)).join('')}</nav>
<main><h1>${escaped(title)}</h1>
${body}
</main></body></html>
`;
