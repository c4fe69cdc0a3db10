/** What the desk decides about a case itself, and what is added to it. */
import { api } from '../../../api/client';
import { code, type Forms, given, inCase, isFor, place, text } from './field';

export const caseForms = {
  reopen: {
    fields: [{ name: 'because', as: { choice: 'reopen' } }],
    send: (it, values, header) =>
      api.POST('/api/v1/cases/{caseId}/reopen', {
        params: inCase(it, header),
        body: { because: code(values, 'because', 'reopen') },
      }),
  },
  unmerge: {
    fields: [],
    send: (it, _, header) =>
      api.POST('/api/v1/cases/{caseId}/unmerge', { params: inCase(it, header), body: {} }),
  },
  note: {
    fields: [{ name: 'words', as: 'text' }],
    send: (it, values, header) =>
      api.POST('/api/v1/cases/{caseId}/additions', {
        params: inCase(it, header),
        body: given(values, 'words'),
      }),
  },
  reclassify: {
    fields: [
      { name: 'reason', as: { choice: 'reclassify' } },
      { name: 'menuItem', as: 'item', when: isFor('reason', 'wrong-menu-item') },
      { name: 'urgency', as: { choice: 'urgency' }, when: isFor('reason', 'wrong-urgency') },
      { name: 'microGrid', as: 'grid', isOptional: true, when: isFor('reason', 'wrong-place') },
      { name: 'address', as: 'line', isOptional: true, when: isFor('reason', 'wrong-place') },
      { name: 'phone', as: 'line', when: isFor('reason', 'wrong-person') },
      { name: 'name', as: 'line', isOptional: true, when: isFor('reason', 'wrong-person') },
    ],
    isWhole: (values) => values['reason'] !== 'wrong-place' || 'place' in place(values),
    send: (it, values, header) =>
      api.POST('/api/v1/cases/{caseId}/reclassify', {
        params: inCase(it, header),
        body: {
          reason: code(values, 'reason', 'reclassify'),
          ...given(values, 'menuItem'),
          ...(values['urgency'] === undefined ? {} : { urgency: code(values, 'urgency', 'urgency') }),
          ...place(values),
          ...given(values, 'phone'),
          ...given(values, 'name'),
        },
      }),
  },
  merge: {
    fields: [{ name: 'into', as: 'case' }],
    send: (it, values, header) =>
      api.POST('/api/v1/cases/{caseId}/merge', {
        params: inCase(it, header),
        body: { into: text(values, 'into') },
      }),
  },
  split: {
    fields: [
      { name: 'menuItem', as: 'item' },
      { name: 'words', as: 'text' },
      { name: 'microGrid', as: 'grid', isOptional: true },
      { name: 'address', as: 'line', isOptional: true },
    ],
    send: (it, values, header) =>
      api.POST('/api/v1/cases/{caseId}/split', {
        params: inCase(it, header),
        body: { menuItem: text(values, 'menuItem'), words: text(values, 'words'), ...place(values) },
      }),
  },
  decline: {
    fields: [
      { name: 'reason', as: { choice: 'decline' } },
      { name: 'door', as: { choice: 'door' } },
    ],
    isGrave: true,
    send: (it, values, header) =>
      api.POST('/api/v1/cases/{caseId}/decline', {
        params: inCase(it, header),
        body: { reason: code(values, 'reason', 'decline'), door: code(values, 'door', 'door') },
      }),
  },
  withdraw: {
    fields: [],
    isGrave: true,
    send: (it, _, header) =>
      api.POST('/api/v1/cases/{caseId}/withdraw', { params: inCase(it, header), body: {} }),
  },
  close: {
    fields: [{ name: 'outcome', as: { choice: 'outcome' } }],
    isGrave: true,
    send: (it, values, header) =>
      api.POST('/api/v1/cases/{caseId}/close', {
        params: inCase(it, header),
        body: { outcome: code(values, 'outcome', 'outcome') },
      }),
  },
  erase: {
    fields: [{ name: 'reason', as: { choice: 'erase' } }],
    isGrave: true,
    send: (it, values, header) =>
      api.POST('/api/v1/cases/{caseId}/erase-person', {
        params: inCase(it, header),
        body: { reason: code(values, 'reason', 'erase') },
      }),
  },
} as const satisfies Forms;
