import { type LocalizedText, type Role, roleWords } from '@mulin/kernel';

/** What each role is called in one language, by its code. */
export const rolesIn = (language: keyof LocalizedText): Readonly<Record<string, string>> =>
  Object.fromEntries((Object.keys(roleWords) as Role[]).map((role) => [role, roleWords[role][language]]));
