/**
 * Whether an answer leaves open what became of a command, or says to come again: a busy or a broken town, a session that
 * is over. Whoever sends it again does so under the same name.
 */
export const leavesOpen = ({ status }: Readonly<{ status: number }>): boolean =>
  status >= 500 || [401, 408, 429].includes(status);
