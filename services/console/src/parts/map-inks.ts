/** The colours of both maps: pale land, so that what is told of it stands out. */
const inks = {
  light: {
    ground: '#f4f6f5',
    fill: '#dfe9e4',
    line: '#8fa69b',
    name: '#33433b',
    halo: '#ffffff',
    chosen: '#c2410c',
  },
  dark: {
    ground: '#1d2220',
    fill: '#2c3a34',
    line: '#5f7a6d',
    name: '#d6e2dc',
    halo: '#1d2220',
    chosen: '#ff9a5c',
  },
} as const;

export const inksOf = (isDark: boolean) => inks[isDark ? 'dark' : 'light'];
