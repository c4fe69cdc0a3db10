import { textsOf } from '../../app/texts';

export const useDeadlineTexts = textsOf('pack-deadlines', {
  en: {
    title: 'Deadlines',
    same: 'Lengths and ladders are the same as now, for every kind of demand that stays.',
    kinds: 'Kinds of demand, {{count}}: {{names}}',
    length: '{{clock}}: {{before}} → {{after}}',
    lengthOf: '{{clock}}, where it is “{{urgency}}”: {{before}} → {{after}}',
    none: 'no deadline',
    usual: 'as for all',
    ladder: 'Who hears of a lateness ({{clocks}}): {{before}} → {{after}}',
    calendar: 'Counted by the calendar: {{before}} → {{after}}',
    redo: 'Time where it is done again: {{before}} → {{after}}',
    asMuch: 'as much as before',
    share: '{{percent}}% of it',
  },
  zh: {
    title: '时限',
    same: '保留的各服务事项，时限长度和升级次序与现在相同。',
    kinds: '{{count}} 项服务事项：{{names}}',
    length: '{{clock}}：{{before}} → {{after}}',
    lengthOf: '{{clock}}（{{urgency}}）：{{before}} → {{after}}',
    none: '无时限',
    usual: '同一般时限',
    ladder: '超期提醒与升级（{{clocks}}）：{{before}} → {{after}}',
    calendar: '计时所用日历：{{before}} → {{after}}',
    redo: '重新办理的时长：{{before}} → {{after}}',
    asMuch: '与首次相同',
    share: '首次的 {{percent}}%',
  },
});
