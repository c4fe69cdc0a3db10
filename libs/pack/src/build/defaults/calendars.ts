/** When a town works, where it has not said so itself. */

const chineseTown = {
  id: 'town',
  version: '1',
  zone: 'Asia/Shanghai',
  week: {
    'mon-fri': [
      ['08:30', '12:00'],
      ['14:00', '17:30'],
    ],
  },
  /** The State Council's days: holidays, and the weekends worked instead. */
  publicDays: 'cn',
};

/** Elsewhere no holiday is known: a town adds its own as `overrides`. */
const officeIn = (zone: string) => ({
  id: 'town',
  version: '1',
  zone,
  week: { 'mon-fri': [['09:00', '17:00']] },
});

/** Chinese hours and holidays in China, Monday to Friday from nine to five elsewhere. */
export const defaultCalendars = (zone: string) => ({
  calendars: [zone === 'Asia/Shanghai' ? chineseTown : officeIn(zone)],
});
