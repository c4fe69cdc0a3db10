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

/** What a colour means, where one has to choose it. */
const risks: Words = {
  green: { en: 'low', zh: '低风险' },
  yellow: { en: 'medium', zh: '中风险' },
  red: { en: 'high', zh: '高风险' },
};

/** Each family of codes by its words, in the reader's language. */
export const useDisputeWords = () => {
  const language = useLanguage();
  const of = (words: Words) => (code: string) => words[code]?.[language] ?? code;
  const meant = (colour: string, label: string): string => {
    const level = risks[colour]?.[language];
    if (level === undefined) return label;
    return language === 'zh' ? `${label}（${level}）` : `${label} (${level})`;
  };
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
    colours: choices(riskColourWords).map(({ value, label }) => ({ value, label: meant(value, label) })),
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
