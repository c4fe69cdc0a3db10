/** The town's words for the codes of disputes, and their badges. */
import { Badge } from '@mantine/core';
import {
  disputeDoorWords,
  disputeKindWords,
  disputeOutcomeWords,
  disputeStateWords,
  type LocalizedText,
  partyRoleWords,
  riskColourWords,
} from '@mulin/kernel';
import { useLanguage } from '../app/texts';

type Words = Readonly<Record<string, LocalizedText>>;

/** Each family of codes by its words, in the reader's language. */
export const useDisputeWords = () => {
  const language = useLanguage();
  const of = (words: Words) => (code: string) => words[code]?.[language] ?? code;
  const choices = (words: Words) =>
    Object.entries(words).map(([value, text]) => ({ value, label: text[language] }));
  return {
    kind: of(disputeKindWords),
    colour: of(riskColourWords),
    state: of(disputeStateWords),
    outcome: of(disputeOutcomeWords),
    door: of(disputeDoorWords),
    role: of(partyRoleWords),
    kinds: choices(disputeKindWords),
    colours: choices(riskColourWords),
    states: choices(disputeStateWords),
    roles: choices(partyRoleWords),
  };
};

const stateColours: Readonly<Record<string, string>> = {
  opened: 'orange',
  'asking-consent': 'blue',
  'in-mediation': 'cyan',
  agreed: 'grape',
  'to-perform': 'indigo',
  ended: 'gray',
};

export const DisputeStateBadge = ({ state }: Readonly<{ state: string }>) => {
  const words = useDisputeWords();
  return (
    <Badge variant="light" color={stateColours[state] ?? 'gray'} tt="none">
      {words.state(state)}
    </Badge>
  );
};

/** The colour of the risk, with its word: nobody has to tell colours apart. */
export const RiskBadge = ({ colour }: Readonly<{ colour: string }>) => {
  const words = useDisputeWords();
  return (
    <Badge variant="default" tt="none" leftSection={<span className={`risk risk-${colour}`} aria-hidden />}>
      {words.colour(colour)}
    </Badge>
  );
};
