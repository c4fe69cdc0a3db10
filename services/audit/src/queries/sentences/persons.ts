/** People by their name and duty, as the rosters have them; services and roles by their word. */
import { dutyIn, type LocalizedText, type Role, roleOfTown, roleWords as nameOfRole } from '@mulin/kernel';
import { calledOr, type Names } from '../../reference-data/follow-names.js';
import { roleOf, roleWords, serviceOf } from './words.js';

/** What stands before the path of an area where those are meant who help there. */
const helpersPrefix = 'helpers:';

const placeOf = (names: Names, place: string): LocalizedText =>
  place.startsWith(helpersPrefix)
    ? placeOf(names, place.slice(helpersPrefix.length))
    : calledOr(place, names.unit(place));

/** Whoever serves the whole town is called by that; it needs no name. */
const ofTown = (role: string, name: LocalizedText | null): LocalizedText => {
  const { en, zh } = roleOfTown(
    Object.hasOwn(nameOfRole, role) ? nameOfRole[role as Role] : { en: role, zh: role },
  );
  return name === null ? { en, zh } : { en: `${name.en}, ${en}`, zh: `${zh}${name.zh}` };
};

/** Who has, or had, an order, where neither a person nor a duty can be named. */
const somebody: LocalizedText = { en: 'the holder', zh: '承办人' };

/**
 * `网格员李伟(河头村第1网格甲)`; where the rosters give no name, or the reader may not know it, the duty alone; who has
 * no duty, by the role of their account, or the account, or no more than that it is somebody.
 */
export const personOf = (names: Names, account: string): LocalizedText => {
  const duty = names.dutyOf(account);
  if (duty === null) return unrostered(names, account);
  if (names.isTown(duty.place)) return ofTown(duty.role, duty.name);
  const place = placeOf(names, duty.place);
  const role = roleOf(duty.role);
  if (duty.name === null) return dutyIn(role, place);
  return {
    en: `${duty.name.en}, ${role.en} of ${place.en}`,
    zh: `${role.zh}${duty.name.zh}（${place.zh}）`,
  };
};

/** On no roster: the account that identity gives a role in an area is called `<role>@<area>`. */
const unrostered = (names: Names, account: string): LocalizedText => {
  if (!names.showsWho) return somebody;
  const [role = '', area] = account.split('@');
  if (area === undefined || !Object.hasOwn(roleWords, role)) return { en: account, zh: account };
  const [word, place] = [roleOf(role), names.area(area)];
  // The town itself has no name here, and needs none.
  return place === null ? word : dutyIn(word, place);
};

type Acting = Readonly<{ actor?: string | undefined; actorrole?: string | undefined }>;

/** Who acted: a person by name and duty, somebody of the desk by duty and account, a resident as a resident. */
export const actorOf = (names: Names, { actor, actorrole }: Acting, service: string): LocalizedText => {
  if (actor === undefined || actor === service) return serviceOf(service);
  if (actorrole === 'resident') return roleOf('resident');
  if (names.dutyOf(actor) !== null || actorrole === undefined) return personOf(names, actor);
  const role = roleOf(actorrole);
  return { en: `${role.en} (${actor})`, zh: `${role.zh}（${actor}）` };
};

/** The same for those who see what happened and not who did it. */
export const dutyOnly = (names: Names, { actor, actorrole }: Acting, service: string): LocalizedText => {
  const role = actorrole ?? (actor === undefined ? undefined : names.dutyOf(actor)?.role);
  return role === undefined ? serviceOf(service) : roleOf(role);
};
