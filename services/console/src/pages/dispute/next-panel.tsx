/** The first thing that one reads: what must happen next, by when, and whose it is. */
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { textsOf } from '../../app/texts';
import { useDisputeWords } from '../../parts/dispute-words';
import { useLabelled } from '../../parts/labelled';
import { Due, Moment } from '../../parts/time';
import { useWords } from '../../parts/words';
import { useHere } from './here';
import { placeOf, whoseStep } from './next-step';

const useTexts = textsOf('dispute-next', {
  en: {
    next: 'Next step',
    assign: 'Choose a mediator',
    'assign-hint': 'Nobody of the roster has it yet. Name somebody, or leave it to who has least to do.',
    challenge: 'Decide the challenge of the mediator',
    'challenge-hint': 'A party does not want this mediator, or somebody near to a party mediates.',
    consent: 'Ask the parties whether they want mediation',
    'consent-hint': 'Without the consent of each of them no session can be planned.',
    plan: 'Plan the first session',
    'plan-hint': 'All parties want mediation.',
    meet: 'Meet on {{when}}',
    'meet-hint': 'Afterwards write down who was there and what was said.',
    minutes: 'Write down what was said in the session',
    'minutes-hint': 'Its time has come. Where it was not held, move it or call it off.',
    agree: 'Write down the agreement, or plan another session',
    'agree-hint': 'A session was held. Who owes whom what, and by when?',
    sign: 'Collect the signatures',
    'sign-hint': 'Each party and the mediator sign; the seal of the committee gives it effect.',
    seal: 'Seal the agreement',
    'seal-hint': 'Everybody else has signed. With the seal it has effect.',
    perform: 'Follow the performance',
    'perform-hint': 'The agreement has effect. Record each term when it was performed.',
    overdue: 'A term is overdue',
    'overdue-hint':
      'Record that it was performed, or tell whoever it was promised to that the court may help.',
    over: 'This dispute is over',
    waitsMediator: 'It is with the mediator.',
    waitsCommittee: 'It is with the committee: village committee or community secretary.',
    go: 'Do it',
  },
  zh: {
    next: '下一步',
    assign: '指派调解员',
    'assign-hint': '尚未指派调解员。可从名册中指定，或交给承办最少的人。',
    challenge: '决定回避申请',
    'challenge-hint': '有当事人申请调解员回避，或调解员与当事人有利害关系。',
    consent: '征求各方当事人调解意愿',
    'consent-hint': '各方都同意后才能安排调解。',
    plan: '安排首次调解',
    'plan-hint': '各方均已同意调解。',
    meet: '{{when}} 举行调解',
    'meet-hint': '调解后请记录到场人员和调解过程。',
    minutes: '填写调解记录',
    'minutes-hint': '调解时间已到。未举行的，请改期或取消。',
    agree: '拟定协议，或再次安排调解',
    'agree-hint': '已举行过调解。请写明由谁向谁履行什么、何时履行。',
    sign: '收集各方签名',
    'sign-hint': '各方当事人和调解员签名，调委会盖章后生效。',
    seal: '加盖调委会印章',
    'seal-hint': '其他各方均已签名，盖章后协议生效。',
    perform: '跟踪协议履行',
    'perform-hint': '协议已生效。每项约定履行后请登记。',
    overdue: '有约定超期未履行',
    'overdue-hint': '已履行的请登记；未履行的，请告知权利人可向人民法院起诉。',
    over: '调解已结束',
    waitsMediator: '由调解员办理。',
    waitsCommittee: '由调委会（村委会或社区书记）办理。',
    go: '去办理',
  },
});

/** The running deadline that comes first. */
const useFirstDue = () => {
  const { timeline } = useHere();
  return (timeline?.clocks ?? [])
    .filter(({ state, due }) => state === 'running' && due !== null)
    .sort((one, other) => String(one.due).localeCompare(String(other.due)))[0];
};

const useIsOwn = (): boolean => {
  const { next, may } = useHere();
  const whose = whoseStep[next];
  return (whose === 'mediator' && may('dispute.mediate')) || (whose === 'committee' && may('dispute.lead'));
};

export const NextPanel = () => {
  const say = useTexts();
  const words = useDisputeWords();
  const { clock } = useWords();
  const labelled = useLabelled();
  const { it, next } = useHere();
  const first = useFirstDue();
  const isOwn = useIsOwn();
  const meeting = it.sessions.find(({ state }) => state === 'planned');
  const whose = whoseStep[next];
  return (
    <Card withBorder padding="md" mb="lg" className="next-step" component="section" aria-labelledby="next">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={2}>
          <Text size="sm" c="dimmed">
            {say('next')}
          </Text>
          <Title order={2} size="h3" id="next">
            {next === 'meet' && meeting !== undefined
              ? say('meet', { when: meeting.from.slice(0, 16).replace('T', ' ') })
              : say(next)}
          </Title>
          {next === 'over' ? (
            <Text>
              {it.outcome !== null && words.outcome(it.outcome)}
              {it.endedAt !== null && (
                <>
                  {' · '}
                  <Moment at={it.endedAt} />
                </>
              )}
            </Text>
          ) : (
            <Text>{say(`${next}-hint`)}</Text>
          )}
          {!isOwn && whose !== 'nobody' && (
            <Text size="sm" c="dimmed">
              {say(whose === 'mediator' ? 'waitsMediator' : 'waitsCommittee')}
            </Text>
          )}
        </Stack>
        <Stack gap="xs" className="next-deed">
          {first !== undefined && next !== 'over' && (
            <Text size="sm">
              {labelled(clock(first.name), '')}
              <Due at={first.due} />
            </Text>
          )}
          {isOwn && (
            <Button component="a" href={`#${placeOf[next]}`}>
              {say('go')}
            </Button>
          )}
        </Stack>
      </Group>
    </Card>
  );
};
