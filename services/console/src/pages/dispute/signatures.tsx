/** What an agreement still lacks to have effect, as a list to be ticked off: each party, the mediator, the committee. */
import { Group, Select, Stack, Switch, Text, Title } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client';
import { useCommand } from '../../api/command';
import { ConfirmButton } from '../../parts/confirm';
import { Moment } from '../../parts/time';
import { useAgreementTexts } from './agreement-texts';
import { type Dispute, useHere } from './here';

type Agreement = NonNullable<Dispute['agreement']>;
type Signature = Agreement['signatures'][number];
type Signer = Readonly<{ by: Signature['by']; party?: string; name: string }>;

const ways = ['signature', 'fingerprint', 'seal'] as const;
type Way = (typeof ways)[number];

type SignProps = Readonly<{ agreement: Agreement; signer: Signer }>;

const useSign = ({ agreement, signer }: SignProps) => {
  const { it } = useHere();
  return useCommand<Readonly<{ as: Way; isByRepresentative: boolean }>, Schemas['Dispute']>((how, header) =>
    api.POST('/api/v1/disputes/{dispute}/signatures', {
      params: { path: { dispute: it.disputeId }, header },
      body: {
        ...{ version: agreement.version, by: signer.by, ...how },
        ...(signer.party === undefined ? {} : { party: signer.party }),
      },
    }),
  );
};

const sentences = { party: 'signSentence', mediator: 'mediatorSentence', committee: 'sealSentence' } as const;
const labels = { party: 'sign', mediator: 'signAsMediator', committee: 'sealIt' } as const;

const Sign = ({ agreement, signer }: SignProps) => {
  const say = useAgreementTexts();
  const { it } = useHere();
  const [as, setAs] = useState<Way>(signer.by === 'committee' ? 'seal' : 'signature');
  const [isByRepresentative, setByRepresentative] = useState(false);
  const command = useSign({ agreement, signer });
  const party = it.parties.find((one) => one.party === signer.party);
  return (
    <ConfirmButton
      label={say(labels[signer.by])}
      sentence={say(sentences[signer.by], { who: signer.name, version: agreement.version })}
      variant={signer.by === 'party' ? 'light' : 'filled'}
      command={command}
      onConfirm={(done) => command.mutate({ as, isByRepresentative }, { onSuccess: done })}
    >
      {signer.by === 'party' && (
        <Stack gap="sm">
          <Select
            label={say('as')}
            data={ways.map((value) => ({ value, label: say(value) }))}
            value={as}
            onChange={(value) => setAs((value as Way | null) ?? as)} // one of the choices
            allowDeselect={false}
          />
          {party?.representatives.includes('special') === true && (
            <Switch
              label={say('byRepresentative')}
              checked={isByRepresentative}
              onChange={({ currentTarget }) => setByRepresentative(currentTarget.checked)}
            />
          )}
        </Stack>
      )}
    </ConfirmButton>
  );
};

type LineProps = SignProps & Readonly<{ signature: Signature | undefined; isOwn: boolean }>;

const Line = ({ agreement, signer, signature, isOwn }: LineProps) => {
  const say = useAgreementTexts();
  const isSigned = signature !== undefined;
  return (
    <li>
      {isSigned ? (
        <IconCircleCheckFilled size={20} className="is-calm" aria-hidden />
      ) : (
        <IconCircle size={20} aria-hidden />
      )}
      <div>
        <Text fw={500}>{signer.name}</Text>
        <Text size="sm" c="dimmed">
          {isSigned ? (
            <>
              {say('signed')} ({say(signature.as)}) · <Moment at={signature.signedAt} />
            </>
          ) : (
            say('missing')
          )}
        </Text>
      </div>
      {!isSigned && isOwn && <Sign agreement={agreement} signer={signer} />}
    </li>
  );
};

export const Signatures = ({ agreement }: Readonly<{ agreement: Agreement }>) => {
  const say = useAgreementTexts();
  const { it, nameOf, may } = useHere();
  const signers: readonly Signer[] = [
    ...it.parties.map(({ party }): Signer => ({ by: 'party', party, name: nameOf(party) })),
    { by: 'mediator', name: say('mediator') },
    { by: 'committee', name: say('committee') },
  ];
  const isOwn = ({ by }: Signer) => may(by === 'committee' ? 'dispute.lead' : 'dispute.mediate');
  const signatureOf = ({ by, party }: Signer) =>
    agreement.signatures.find((one) => one.by === by && (by !== 'party' || one.party === party));
  return (
    <div>
      <Group>
        <Title order={3} size="h5">
          {say('signatures')}
        </Title>
      </Group>
      <ul className="plain checks">
        {signers.map((signer) => (
          <Line
            key={signer.party ?? signer.by}
            {...{ agreement, signer, signature: signatureOf(signer), isOwn: isOwn(signer) }}
          />
        ))}
      </ul>
    </div>
  );
};
