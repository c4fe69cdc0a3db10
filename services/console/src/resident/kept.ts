/** What one tab keeps over a reload, and no other tab and no disk: words, codes and tokens of whoever sits before it. */

const all = (): Storage | null => {
  try {
    return sessionStorage;
  } catch {
    return null; // a browser that keeps nothing
  }
};

/** `null`: nothing was kept under this name, or what was kept cannot be read. */
export const kept = <It>(name: string): It | null => {
  try {
    const text = all()?.getItem(`mulin-${name}`) ?? null;
    return text === null ? null : (JSON.parse(text) as It); // written by `keep` of the same name
  } catch {
    return null;
  }
};

/** `null` forgets it. What is too large for the browser lasts as long as the page. */
export const keep = (name: string, it: unknown): void => {
  try {
    if (it === null) all()?.removeItem(`mulin-${name}`);
    else all()?.setItem(`mulin-${name}`, JSON.stringify(it));
  } catch {
    // It lasts as long as the page.
  }
};

/** The ends of the names that begin so. */
export const keptNames = (beginning: string): readonly string[] => {
  const whole = `mulin-${beginning}`;
  return Object.keys(all() ?? {}).flatMap((name) =>
    name.startsWith(whole) ? [name.slice(whole.length)] : [],
  );
};
