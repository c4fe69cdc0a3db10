/** What people call a role, in both languages; a code is for programs. */
import type { Role } from './ports.js';
import type { LocalizedText } from './rejection.js';

/** The word for each role, in lower case and without an article. */
export const roleWords: Readonly<Record<Role, LocalizedText>> = {
  'hotline-clerk': { en: 'hotline desk', zh: '热线受理台' },
  'grid-member': { en: 'grid member', zh: '网格员' },
  'grid-leader': { en: 'grid leader', zh: '网格长' },
  'village-committee': { en: 'village committee', zh: '村委会' },
  'community-secretary': { en: 'community secretary', zh: '社区书记' },
  'town-leader': { en: 'town leader', zh: '镇领导' },
  resident: { en: 'resident', zh: '居民' },
  'office-member': { en: 'town office member', zh: '镇办工作人员' },
  verifier: { en: 'verifier', zh: '核查员' },
  helper: { en: 'helper (party member or volunteer)', zh: '协办人员（党员、志愿者）' },
  integrator: { en: 'program of another system', zh: '对接系统' },
  mediator: { en: 'mediator', zh: '调解员' },
  auditor: { en: 'auditor', zh: '审计员' },
  operator: { en: 'operator', zh: '系统管理员' },
};
