/** What is decided about the order of a case: who has it, who helps, whether it is done. */
import { api } from '../../../api/client';
import { code, type Forms, given, inCase, isFor, text } from './field';

export const orderForms = {
  verify: {
    fields: [
      { name: 'verdict', as: { choice: 'verdict' } },
      { name: 'reason', as: { choice: 'refusal' }, when: isFor('verdict', 'refused') },
      { name: 'words', as: 'text', isOptional: true },
    ],
    send: (it, values, header) =>
      api.POST('/api/v1/orders/{caseId}/verify', {
        params: inCase(it, header),
        body:
          values['verdict'] === 'confirmed'
            ? { outcome: 'confirmed', ...given(values, 'words') }
            : { outcome: 'refused', reason: code(values, 'reason', 'refusal'), ...given(values, 'words') },
      }),
  },
  arbitrate: {
    fields: [
      { name: 'microGrid', as: 'grid' },
      { name: 'office', as: 'unit', isOptional: true },
      { name: 'member', as: 'person', isOptional: true },
    ],
    send: (it, values, header) =>
      api.POST('/api/v1/orders/{caseId}/arbitrate', {
        params: inCase(it, header),
        body: {
          microGrid: text(values, 'microGrid'),
          ...(text(values, 'office') === '' ? {} : { unit: text(values, 'office') }),
          ...given(values, 'member'),
        },
      }),
  },
  acknowledge: {
    fields: [{ name: 'decision', as: { choice: 'decision' } }],
    send: (it, values, header) =>
      api.POST('/api/v1/escalations/{caseId}/acknowledge', {
        params: inCase(it, header),
        body: { decision: code(values, 'decision', 'decision') },
      }),
  },
  'hand-over': {
    fields: [
      { name: 'to', as: 'unit' },
      { name: 'reason', as: { choice: 'handOver' } },
    ],
    send: (it, values, header) =>
      api.POST('/api/v1/orders/{caseId}/hand-over', {
        params: inCase(it, header),
        body: { to: text(values, 'to'), reason: code(values, 'reason', 'handOver') },
      }),
  },
  'call-in': {
    fields: [
      { name: 'unit', as: 'unit' },
      { name: 'task', as: 'text', isOptional: true },
    ],
    send: (it, values, header) =>
      api.POST('/api/v1/orders/{caseId}/helpers', {
        params: inCase(it, header),
        body: { unit: text(values, 'unit'), ...given(values, 'task') },
      }),
  },
  release: {
    fields: [
      { name: 'call', as: 'helper' },
      { name: 'because', as: { choice: 'release' } },
    ],
    send: ({ caseId }, values, header) =>
      api.POST('/api/v1/orders/{caseId}/helpers/{call}/release', {
        params: { path: { caseId, call: Number(values['call']) }, header },
        body: { because: code(values, 'because', 'release') },
      }),
  },
} as const satisfies Forms;
