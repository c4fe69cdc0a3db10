/** What speaks for or against an exemption is kept in the vault, beside what was asked, before the event that names it. */
import { personId, uuidOf } from '@mulin/kernel';
import type { CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';

/** Under whoever asked, so that it is erased with them; under this case alone where nobody is known or left. */
export const keepEvidence = async (
  { vault, cases }: Pick<Dependencies, 'vault' | 'cases'>,
  { id }: Pick<CommandContext, 'id'>,
  { caseId, words }: Readonly<{ caseId: string; words: string }>,
): Promise<string> => {
  const evidenceId = await uuidOf(id, 'exemption-evidence');
  const { asking } = (await cases.query(caseId)).state;
  const owner = asking?.wordsId ? await vault.ownerOf(asking.wordsId) : null;
  const person = owner ?? personId(await uuidOf(caseId, 'exemption'));
  await vault.keep([{ id: evidenceId, person, kind: 'exemption-evidence', content: words }]);
  return evidenceId;
};
