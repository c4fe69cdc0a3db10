/** What a list does in the browser: asks the API page by page, and shows the story of the case that is chosen. */
export const listScript = `
const at=id=>document.getElementById(id);
const settings=JSON.parse(at('settings').textContent);
const make=(tag,props={},...inner)=>{const it=Object.assign(document.createElement(tag),props);it.append(...inner);return it};
let next=null;
at('token').value=sessionStorage.getItem('mulin-token')??'';
const ask=async path=>{
  const headers={authorization:'Bearer '+at('token').value.trim(),'accept-language':settings.language};
  const answer=await fetch(path,{headers});const body=await answer.json();
  if(!answer.ok)throw new Error(body.detail??answer.statusText);
  sessionStorage.setItem('mulin-token',at('token').value.trim());return body};
const time=text=>text?text.slice(0,16).replace('T',' '):'';
const named=code=>settings.names[code]??code??'';
const clockNamed=name=>{const [first,...rest]=(name??'').split('/');return [settings.clocks[first]??first,...rest].join(' · ')};
const dueOf=row=>{const open=(row.clocks??[]).filter(c=>c.due&&(c.state==='running'||c.state==='breached'));open.sort((a,b)=>a.due<b.due?-1:1);return open[0]};
const cell=(row,column)=>{
  if(column==='number')return make('td',{},make('a',{href:'#'+row.number,textContent:row.number??row.id??''}));
  if(column==='due'){const clock=dueOf(row);return make('td',{className:clock?.verdict==='breached'?'late':'',textContent:clock?clockNamed(clock.name)+' · '+time(clock.due):''})}
  if(column==='clock')return make('td',{textContent:clockNamed(row.clock)});
  if(column===settings.choice)return make('td',{textContent:named(row[column])});
  return make('td',{textContent:column.endsWith('At')?time(row[column]):row[column]??''})};
const show=async again=>{
  at('said').textContent='';const query=new URLSearchParams({limit:'50'});
  if(at('choice').value)query.set(settings.choice,at('choice').value);if(!again)at('rows').replaceChildren();
  if(again&&next)query.set('cursor',next);
  const page=await ask(settings.route+'?'+query);next=page.next;at('more').hidden=!next;
  for(const row of page.items)at('rows').append(make('tr',{},...settings.columns.map(column=>cell(row,column))));
  if(!at('rows').children.length)at('said').textContent=settings.nothing};
const tell=async()=>{
  const number=decodeURIComponent(location.hash.slice(1));at('story').hidden=!number;if(!number)return;
  const it=await ask('/api/v1/timelines/'+encodeURIComponent(number));
  const line=e=>make('li',{},make('time',{textContent:time(e.at)}),e.text);
  const clock=c=>make('li',{className:c.verdict==='breached'?'late':''},make('time',{textContent:time(c.due)}),clockNamed(c.name)+' · '+(settings.states[c.state]??c.state));
  at('story').replaceChildren(make('ol',{},make('li',{},make('strong',{textContent:it.number+' · '+named(it.state)})),...it.timeline.map(line),...it.clocks.map(clock)))};
const safely=work=>event=>{event?.preventDefault();work().catch(error=>{at('said').textContent=error.message})};
at('ask').addEventListener('submit',safely(()=>show(false)));at('more').addEventListener('click',safely(()=>show(true)));
addEventListener('hashchange',safely(tell));
if(at('token').value)safely(async()=>{await show(false);await tell()})();
`;
