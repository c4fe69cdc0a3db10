/** How the console looks: the green of the town's badge, Chinese type at a size that is read, contrast of WCAG AA. */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const town: MantineColorsTuple = [
  '#e9f6f0',
  '#d3eadf',
  '#a6d5bf',
  '#77bf9e',
  '#4fac82',
  '#2f9a6c',
  '#11835a',
  '#0b6e4f',
  '#075a40',
  '#044632',
];

/** Locking the page's scrolling writes a style element, which the content security policy refuses. */
const overlay = { defaultProps: { lockScroll: false, transitionProps: { duration: 120 } } };

export const theme = createTheme({
  primaryColor: 'town',
  // White letters on either are read.
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  // Whoever told their device that motion disturbs them sees none.
  respectReducedMotion: true,
  colors: { town },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  fontFamily:
    'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
  components: { Modal: overlay, Drawer: overlay },
});

/** Grey text is darker than usual: it is read in the sun. In the dark, what is chosen is green and not nearly black. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': '#4d5761', '--mantine-color-error': '#b3261e' },
  dark: {
    '--mantine-color-anchor': town[3],
    '--mantine-color-dimmed': '#a9b3bd',
    '--mantine-color-error': '#ff8a80',
    '--mantine-color-town-light': '#14402f',
    '--mantine-color-town-light-hover': '#1a503b',
    '--mantine-color-town-light-color': '#c3e6d5',
  },
});
