/**
 * What a list does in the browser: asks the API, again and again while somebody may be looking, and shows the
 * story of the case that is chosen. Nobody loses their place: what was told is put in place of what stood there
 * at once, and only where it is something else.
 */
export const listScript = `
const at=id=>document.getElementById(id);
const settings=JSON.parse(at('settings').textContent);
const make=(tag,props={},...inner)=>{const it=Object.assign(document.createElement(tag),props);it.append(...inner);return it};
const pageSize=50,mostAtOnce=500,againMs=15000;
let token='',choice='',wanted=0,shown='[]',turn=0,underWay=0;
at('token').value=sessionStorage.getItem('mulin-token')??'';
const ask=async path=>{
  const headers={authorization:'Bearer '+token,'accept-language':settings.language};
  const answer=await fetch(path,{headers});const body=await answer.json();
  if(!answer.ok)throw new Error(body.detail??answer.statusText);
  sessionStorage.setItem('mulin-token',token);return body};
const time=text=>text?text.slice(0,16).replace('T',' '):'';
const named=code=>settings.names[code]??code??'';
const clockNamed=name=>{const [first,...rest]=(name??'').split('/');return [settings.clocks[first]??first,...rest].join(' · ')};
const dueOf=row=>{const open=(row.clocks??[]).filter(c=>c.due&&(c.state==='running'||c.state==='breached'));open.sort((a,b)=>a.due<b.due?-1:1);return open[0]};
const span=seconds=>{
  const minutes=Math.floor(seconds/60),parts=[Math.floor(minutes/1440),Math.floor(minutes/60)%24,minutes%60];
  const first=parts.findIndex(part=>part>0);if(first<0)return seconds>0?'< 1'+settings.spans[2]:'';
  return parts.slice(first,first+2).map((part,nth)=>part+settings.spans[first+nth]).join(' ')};
const cell=(row,column)=>{
  if(column==='lateBySeconds')return make('td',{className:row.lateBySeconds>0?'late':'',textContent:span(row.lateBySeconds)});
  if(column==='number')return make('td',{},make('a',{href:'#'+row.number,textContent:row.number??row.id??''}));
  if(column==='due'){const clock=dueOf(row);return make('td',{className:clock?.verdict==='breached'?'late':'',textContent:clock?clockNamed(clock.name)+' · '+time(clock.due):''})}
  if(column==='clock')return make('td',{textContent:clockNamed(row.clock)});
  if(column===settings.choice)return make('td',{textContent:named(row[column])});
  return make('td',{textContent:column.endsWith('At')?time(row[column]):row[column]??''})};
const put=items=>{
  const told=JSON.stringify(items);if(told===shown)return;shown=told;
  const rows=at('rows'),focused=rows.contains(document.activeElement)?document.activeElement.hash:'';
  rows.replaceChildren(...items.map(row=>make('tr',{},...settings.columns.map(column=>cell(row,column)))));
  if(focused)[...rows.querySelectorAll('a')].find(it=>it.hash===focused)?.focus({preventScroll:true})};
const upTo=async count=>{
  const items=[];let cursor=null;
  do{
    const query=new URLSearchParams({limit:Math.min(mostAtOnce,count-items.length)});
    if(choice)query.set(settings.choice,choice);if(cursor)query.set('cursor',cursor);
    const page=await ask(settings.route+'?'+query);items.push(...page.items);cursor=page.next;
  }while(cursor&&items.length<count);
  return {items,isAll:!cursor}};
const fill=async()=>{
  const mine=++turn;underWay++;
  try{
    const {items,isAll}=await upTo(wanted);if(mine!==turn)return;
    put(items);at('more').hidden=isAll;at('said').textContent=items.length?'':settings.nothing;
    at('asked').textContent=settings.asked.replace('*',new Date().toLocaleTimeString('en-GB',{timeZone:settings.zone}));
  }finally{underWay--}};
const show=()=>{
  token=at('token').value.trim();choice=at('choice').value;wanted=pageSize;
  at('said').textContent='';at('more').hidden=true;put([]);return fill()};
const more=()=>{wanted+=pageSize;return fill()};
const tell=async()=>{
  const {hash}=location,number=decodeURIComponent(hash.slice(1));at('story').hidden=!number;if(!number)return;
  const it=await ask('/api/v1/timelines/'+encodeURIComponent(number));if(hash!==location.hash)return;
  const line=e=>make('li',{},make('time',{textContent:time(e.at)}),e.text);
  const clock=c=>make('li',{className:c.verdict==='breached'?'late':''},make('time',{textContent:time(c.due)}),clockNamed(c.name)+' · '+(settings.standings[c.state]??c.state));
  at('story').replaceChildren(make('ol',{},make('li',{},make('strong',{textContent:it.number+' · '+(settings.states[it.state]??it.state)})),...it.timeline.map(line),...it.clocks.map(clock)))};
const safely=work=>event=>{event?.preventDefault();work().catch(error=>{at('said').textContent=error.message})};
const again=async()=>{if(document.hidden||!wanted||underWay)return;await fill();await tell()};
at('ask').addEventListener('submit',safely(show));at('more').addEventListener('click',safely(more));
addEventListener('hashchange',safely(tell));document.addEventListener('visibilitychange',safely(again));
setInterval(safely(again),againMs);
if(at('token').value)safely(async()=>{await show();await tell()})();
`;
