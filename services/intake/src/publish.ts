/** Which of intake's events the other services hear, and in which words. */
import { publicEvent } from '@mulin/bus';
import {
  CaseClosedV1,
  CaseDeclinedV1,
  CaseMergedV1,
  CaseReclassifiedV1,
  CaseRegisteredV1,
  CaseReopenedV1,
  CaseSplitV1,
  CaseSupplementedV1,
  CaseUnmergedV1,
  CaseWithdrawnV1,
  MenuItemPublishedV1,
  PersonErasedV1,
  type PublicEvent,
} from '@mulin/contracts';
import { categoryOf, type Event, idOf, type RecordedEvent } from '@mulin/kernel';
import { decider, type Event as CaseEvent, type Flag, type RowTime } from './domain/case/case.js';
import * as MenuItems from './domain/menu.js';
import * as Person from './domain/person.js';

type MenuEvent = MenuItems.Event;

const isOfCase = (event: RecordedEvent): event is RecordedEvent<CaseEvent> =>
  categoryOf(event) === decider.category;
const isOfPerson = (event: RecordedEvent): event is RecordedEvent<Person.Event> =>
  categoryOf(event) === Person.decider.category;
const isOfMenu = (event: RecordedEvent): event is RecordedEvent<MenuEvent> =>
  categoryOf(event) === MenuItems.decider.category;

/** Numbers, what intake has heard itself, and whose case was noted as whose, are its own business. */
export const publish = (event: RecordedEvent<Event>): PublicEvent | null => {
  if (isOfCase(event)) return ofCase(event);
  if (isOfPerson(event)) return ofPerson(event);
  return isOfMenu(event) ? ofMenu(event) : null;
};

/** A person is nobody to the others: of an erasure it is told of the case by which they were found, outside the order of its events. */
const ofPerson = (event: RecordedEvent<Person.Event>): PublicEvent | null => {
  if (event.type === 'CaseTakenOver') return null;
  const { caseId, erasedAt, ...data } = event.data;
  const { sequence: _, ...told } = publicEvent(PersonErasedV1, event, erasedAt, data);
  return { ...told, subject: caseId };
};

/** An item that is not offered any more still has its name: cases that were ordered by it go on. */
const ofMenu = (event: RecordedEvent<MenuEvent>): PublicEvent | null => {
  if (event.type === 'MenuItemDropped') return null;
  // Under what it stands is for whoever orders by the menu, and they read that.
  const { group: _, ...item } = event.data.item;
  const { version } = event.data;
  return publicEvent(MenuItemPublishedV1, event, event.metadata.recordedAt, { ...item, version });
};

/** That another case is about to be closed as a duplicate of this one is nobody's business until it is. */
const ofCase = (event: RecordedEvent<CaseEvent>): PublicEvent | null => {
  switch (event.type) {
    case 'CaseRegistered':
      return registered(event);
    case 'CaseDeclined':
      return publicEvent(CaseDeclinedV1, event, event.data.declinedAt, event.data);
    case 'CaseReclassified':
      return reclassified(event);
    case 'CaseWithdrawn':
      return publicEvent(CaseWithdrawnV1, event, event.data.withdrawnAt, event.data);
    case 'CaseClosed':
      return closed(event);
    case 'DuplicateJoined':
      return joined(event);
    case 'DuplicateExpected':
    case 'DuplicateGone':
      return null;
    default:
      return ofTheLoop(event);
  }
};

type Later = Of<'CaseReopened' | 'CaseSplit' | 'CaseSupplemented' | 'CaseUnmerged' | 'DuplicateSeparated'>;

const ofTheLoop = (event: Later): PublicEvent => {
  switch (event.type) {
    case 'CaseReopened':
      return reopened(event);
    case 'CaseSplit':
      return publicEvent(CaseSplitV1, event, event.data.splitAt, event.data);
    case 'CaseSupplemented': {
      const { item, ...data } = event.data;
      return publicEvent(CaseSupplementedV1, event, data.addedAt, { ...data, itemId: item.id });
    }
    case 'CaseUnmerged': {
      const { cycle, survivor, unmergedAt } = event.data;
      const both = { survivorId: survivor.caseId, mergedId: idOf(event) };
      return publicEvent(CaseUnmergedV1, event, unmergedAt, { cycle, part: 'merged', ...both });
    }
    case 'DuplicateSeparated': {
      const { cycle, caseId, separatedAt } = event.data;
      const both = { survivorId: idOf(event), mergedId: caseId };
      return publicEvent(CaseUnmergedV1, event, separatedAt, { cycle, part: 'survivor', ...both });
    }
  }
};

const reopened = (event: Of<'CaseReopened'>): PublicEvent => {
  const { place, words, contact, ...data } = event.data;
  return publicEvent(CaseReopenedV1, event, data.reopenedAt, {
    ...data,
    placeId: place?.id ?? null,
    wordsId: words.id,
    ...(contact ? { contactId: contact.id } : {}),
  });
};

const closed = (event: Of<'CaseClosed'>): PublicEvent => {
  const { source, ...data } = event.data;
  return publicEvent(CaseClosedV1, event, data.closedAt, {
    ...data,
    ...(source ? { source: withDays(withFlags(source)) } : {}),
  });
};

type Of<Type extends CaseEvent['type']> = RecordedEvent<Extract<CaseEvent, { type: Type }>>;

/** The deadline of the other case is the clocks' to know. */
const joined = (event: Of<'DuplicateJoined'>): PublicEvent => {
  const { cycle, caseId, number, joinedAt } = event.data;
  return publicEvent(CaseMergedV1, event, joinedAt, {
    cycle,
    part: 'survivor',
    survivorId: idOf(event),
    mergedId: caseId,
    mergedNumber: number,
    dueAt: null,
  });
};

const reclassified = (event: Of<'CaseReclassified'>): PublicEvent => {
  const { place, words, contact, ...data } = event.data;
  return publicEvent(CaseReclassifiedV1, event, data.reclassifiedAt, {
    ...data,
    placeId: place?.id ?? null,
    ...(words ? { wordsId: words.id } : {}),
    ...(contact ? { contactId: contact.id } : {}),
  });
};

/** The lists of a contract are not read-only. */
const withDays = <Told extends Readonly<{ days?: readonly RowTime[] }>>({ days, ...told }: Told) => ({
  ...told,
  ...(days ? { days: [...days] } : {}),
});

const withFlags = <Told extends Readonly<{ flags?: readonly Flag[] }>>({ flags, ...told }: Told) => ({
  ...told,
  ...(flags ? { flags: [...flags] } : {}),
});

/** Of what is personal, where it is and nothing more: whoever must answer opens it, if the vault lets them. */
const registered = (event: Of<'CaseRegistered'>): PublicEvent => {
  const { number, demand, reportedAt, reportedBy, archive, movedIn, sourceNumber, splitFrom } = event.data;
  const { person: _, place, words, contact, ...data } = demand;
  return publicEvent(CaseRegisteredV1, event, reportedAt, {
    ...data,
    number,
    cycle: 1,
    reportedBy,
    placeId: place?.id ?? null,
    wordsId: words.id,
    ...(contact ? { contactId: contact.id } : {}),
    ...(archive ? { archive: { ...withDays(archive), flags: [...archive.flags] } } : {}),
    ...(movedIn ? { movedIn: { ...withDays(movedIn), flags: [...movedIn.flags] } } : {}),
    ...(sourceNumber === undefined ? {} : { sourceNumber }),
    ...(splitFrom === undefined ? {} : { splitFrom }),
  });
};
