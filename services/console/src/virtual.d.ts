/** The variables of the theme, written by `vite.config.mts`. */
declare module 'virtual:theme.css';
declare module 'virtual:mappings' {
  const mappings: readonly Readonly<{ name: string }>[];
  export default mappings;
}
declare module 'virtual:public-days' {
  const days: Readonly<Record<string, import('@mulin/working-time').PublicDays>>;
  export default days;
}
