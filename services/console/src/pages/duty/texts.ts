import { textsOf } from '../../app/texts';

export const useTexts = textsOf('duty', {
  en: {
    title: 'Who is on duty',
    hint: 'Each micro-grid and whoever takes its orders now, who is away, and the rosters.',
    now: 'Who takes the orders now',
    search: 'Place or person',
    grid: 'Micro-grid',
    net: 'Net',
    life: 'life',
    production: 'production',
    commerce: 'commerce',
    member: 'On duty',
    nobody: 'nobody: orders go on to the grid leader',
    shown: '{{count}} micro-grids, {{open}} with nobody on duty',
  },
  zh: {
    title: '在岗人员',
    hint: '各微网格当前的接单人、请假与替班，以及值班名册。',
    now: '当前接单人',
    search: '地点或姓名',
    grid: '微网格',
    net: '网',
    life: '生活网',
    production: '生产网',
    commerce: '商业网',
    member: '当前在岗',
    nobody: '暂无，派单转给网格长',
    shown: '{{count}} 个微网格，其中 {{open}} 个无人在岗',
  },
});
