/** The variables of the theme, written by `vite.config.mts`. */
declare module 'virtual:theme.css';
