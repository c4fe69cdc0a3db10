/** A page to try the API: it lists what `/openapi.json` says, and needs nothing from elsewhere. */
export const docsPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mulin 牟邻 · API</title>
<style>
body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem;color:#1c2b33;background:#fafbfb}
h1{font-size:1.4rem}h2{font-size:1rem;margin:1.5rem 0 .5rem}
details{background:#fff;border:1px solid #d8dfe2;border-radius:6px;margin:.4rem 0;padding:.5rem .8rem}
summary{cursor:pointer;font-family:ui-monospace,monospace}summary b{display:inline-block;width:4rem;color:#0b6e4f}
label{display:block;margin:.4rem 0 0;font-size:.85rem;color:#4b5a61}
input,textarea{box-sizing:border-box;width:100%;font:13px ui-monospace,monospace;padding:.35rem;border:1px solid #b9c4c9;border-radius:4px}
textarea{min-height:7rem}button{margin:.6rem 0;padding:.4rem 1rem}
pre{background:#10212b;color:#e6f0f2;padding:.7rem;border-radius:4px;overflow:auto;max-height:24rem}
</style></head><body>
<h1>Mulin 牟邻 · API</h1>
<p>Paste a token 请粘贴令牌 (<code>npm run -s mulin -- token --role operator</code>), choose a route, send.
<a href="/openapi.json">openapi.json</a> · <a href="/">/</a></p>
<label>Token 令牌<input id="token" type="password" autocomplete="off"></label>
<label>Language 语言<input id="language" value="zh"></label>
<div id="routes"></div>
<script type="module">
const make=(tag,props={},...inner)=>{const it=Object.assign(document.createElement(tag),props);it.append(...inner);return it};
const exampleOf=(schema={})=>{
  if(schema.default!==undefined)return schema.default;if(schema.const!==undefined)return schema.const;
  if(schema.enum)return schema.enum[0];if(schema.anyOf)return exampleOf(schema.anyOf[0]);
  if(schema.type==='object')return Object.fromEntries(Object.entries(schema.properties??{}).filter(([n])=>schema.required?.includes(n)).map(([n,s])=>[n,exampleOf(s)]));
  if(schema.type==='array')return [];if(schema.type==='number'||schema.type==='integer')return 0;
  if(schema.type==='boolean')return false;return ''};
const send=async(path,method,fields,body,out)=>{
  const headers={'accept-language':language.value};if(token.value)headers.authorization='Bearer '+token.value.trim();
  const query=new URLSearchParams();let url=path;
  for(const {spec,input} of fields){if(!input.value)continue;
    if(spec.in==='path')url=url.replace('{'+spec.name+'}',encodeURIComponent(input.value));
    if(spec.in==='query')query.set(spec.name,input.value);if(spec.in==='header')headers[spec.name]=input.value}
  if(body)headers['content-type']='application/json';if(String(query))url+='?'+query;
  const answer=await fetch(url,{method,headers,...(body?{body:body.value}:{})});const text=await answer.text();
  let shown=text;try{shown=JSON.stringify(JSON.parse(text),null,2)}catch{}
  const told=['mulin-position','etag','mulin-behind','retry-after'].flatMap(n=>answer.headers.get(n)?[n+': '+answer.headers.get(n)]:[]);
  out.textContent=[answer.status+' '+answer.statusText,...told,'',shown].join('\\n')};
const routeOf=(path,method,operation)=>{
  const fields=(operation.parameters??[]).map(spec=>({spec,input:make('input',{value:spec.name==='idempotency-key'?crypto.randomUUID():''})}));
  const schema=operation.requestBody?.content['application/json'].schema;
  const body=schema?make('textarea',{value:JSON.stringify(exampleOf(schema),null,2)}):null;
  const out=make('pre');const go=make('button',{textContent:'Send 发送'});
  go.onclick=()=>send(path,method.toUpperCase(),fields,body,out).catch(e=>{out.textContent=String(e)});
  return make('details',{},make('summary',{},make('b',{textContent:method.toUpperCase()}),path),make('p',{textContent:operation.description??''}),
    ...fields.map(({spec,input})=>make('label',{textContent:spec.in+' · '+spec.name+(spec.required?' *':'')},input)),
    ...(body?[make('label',{textContent:'body'},body)]:[]),go,out)};
const api=await(await fetch('/openapi.json')).json();const groups=new Map();
for(const [path,methods] of Object.entries(api.paths))for(const [method,operation] of Object.entries(methods)){
  const tag=operation.tags?.[0]??'';groups.set(tag,[...(groups.get(tag)??[]),routeOf(path,method,operation)])}
for(const [tag,all] of groups)routes.append(make('h2',{textContent:tag}),...all);
</script></body></html>
`;
