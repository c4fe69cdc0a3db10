/** How the sample town mediates: where, and by which terms. They are its own, and differ from colour to colour. */
import { both } from './names.mjs';

const hours = (amount) => ({ unit: 'hour', amount });
const workingHours = (amount) => ({ unit: 'working-hour', amount });
const workingDays = (amount) => ({ unit: 'working-day', amount });
const calendarDays = (amount) => ({ unit: 'calendar-day', amount });

const rung = (to, when) => ({
  to: [to].flat(),
  ...(typeof when === 'number' ? { share: when } : { after: when }),
});

/** What may turn into harm is seen to in an hour, and settled within ten days; a mediator has none of it alone. */
const red = {
  calendar: 'town',
  clocks: [
    {
      name: 'assign',
      length: hours(2),
      ladder: [rung(['village-committee', 'community-secretary'], 0.5), rung('town-leader', 1)],
    },
    { name: 'consent', length: hours(12) },
    { name: 'meet', length: hours(24) },
    { name: 'settle', length: calendarDays(10) },
    { name: 'danger', length: hours(1), ladder: [rung('community-secretary', 0), rung('town-leader', 0.5)] },
  ],
  ladder: [
    rung(['holder', 'village-committee'], 0.5),
    rung('community-secretary', 0.7),
    rung(['community-secretary', 'town-leader'], 1),
    rung('town-leader', hours(24)),
  ],
};

/** A month is long where two neighbours do not greet each other: three weeks, and the grid leader helps. */
const yellow = {
  calendar: 'town',
  clocks: [
    {
      name: 'assign',
      length: workingHours(4),
      ladder: [rung('village-committee', 0.5), rung('community-secretary', 1)],
    },
    { name: 'consent', length: workingDays(2) },
    { name: 'meet', length: workingDays(4) },
    { name: 'settle', length: calendarDays(21) },
  ],
  ladder: [
    rung(['holder', 'grid-leader'], 0.6),
    rung(['holder', 'village-committee'], 0.9),
    rung('community-secretary', 1),
    rung('town-leader', workingDays(5)),
  ],
};

/** What is calm already is given time; the village hears, and nobody above it for two weeks. */
const green = {
  calendar: 'duty',
  clocks: [
    { name: 'assign', length: workingDays(3), ladder: [rung('village-committee', 1)] },
    { name: 'consent', length: workingDays(5) },
    { name: 'meet', length: workingDays(10) },
    { name: 'settle', length: calendarDays(30) },
    {
      name: 'perform',
      length: calendarDays(30),
      ladder: [
        rung('holder', calendarDays(-5)),
        rung('holder', 1),
        rung('village-committee', calendarDays(10)),
        rung('community-secretary', calendarDays(20)),
      ],
    },
  ],
  ladder: [rung('holder', 0.8), rung('village-committee', 1), rung('community-secretary', workingDays(10))],
};

/** What was promised on an interview day is reported on within three days, by whoever promised it. */
const promises = {
  calendar: 'town',
  clocks: [{ name: 'promise', length: workingDays(3) }],
  ladder: [rung('holder', 0.5), rung(['holder', 'town-leader'], 1), rung('town-leader', workingDays(2))],
};

const homes = [
  { id: 'dongguan', name: both('东关牟邻之家', 'Dongguan home'), area: 'mu/dongguan' },
  { id: 'xihe', name: both('西河牟邻之家', 'Xihe home'), area: 'mu/xihe' },
  { id: 'xinmin', name: both('新民牟邻之家', 'Xinmin home'), area: 'mu/xinmin' },
  { id: 'liuquan', name: both('柳泉牟邻之家', 'Liuquan home'), area: 'mu/liuquan' },
];

export const mediation = {
  committee: both('牟邻镇（示例）人民调解委员会', 'People’s mediation committee of Mulin town (sample)'),
  homes,
  colours: { red, yellow, green },
  promises,
};
