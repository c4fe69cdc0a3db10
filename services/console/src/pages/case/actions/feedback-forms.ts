/** What becomes of a case after it was judged, and whether it counts in the rates. */
import { api } from '../../../api/client';
import { code, type Forms, inCase, text } from './field';

export const feedbackForms = {
  conclude: {
    fields: [{ name: 'decision', as: { choice: 'conclusion' } }],
    send: (it, values, header) =>
      api.POST('/api/v1/cases/{caseId}/conclusion', {
        params: inCase(it, header),
        body: { decision: code(values, 'decision', 'conclusion') },
      }),
  },
  'exemption-settle': {
    fields: [{ name: 'granted', as: { choice: 'grant' } }],
    send: (it, values, header) =>
      api.POST('/api/v1/cases/{caseId}/exemption/settlement', {
        params: inCase(it, header),
        body: { granted: values['granted'] === 'yes' },
      }),
  },
  'exemption-decide': {
    fields: [{ name: 'granted', as: { choice: 'grant' } }],
    send: (it, values, header) =>
      api.POST('/api/v1/cases/{caseId}/exemption/decision', {
        params: inCase(it, header),
        body: { granted: values['granted'] === 'yes' },
      }),
  },
  'exemption-appeal': {
    fields: [{ name: 'evidence', as: 'text' }],
    send: (it, values, header) =>
      api.POST('/api/v1/cases/{caseId}/exemption/appeal', {
        params: inCase(it, header),
        body: { evidence: text(values, 'evidence') },
      }),
  },
  'exemption-ask': {
    fields: [
      { name: 'reason', as: { choice: 'exemption' } },
      { name: 'evidence', as: 'text' },
    ],
    send: (it, values, header) =>
      api.POST('/api/v1/cases/{caseId}/exemption', {
        params: inCase(it, header),
        body: { reason: code(values, 'reason', 'exemption'), evidence: text(values, 'evidence') },
      }),
  },
} as const satisfies Forms;
