/** Number and code of one's own case: asked where they are not known yet, or are wrong. */
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Refusal } from '../parts/refusal';
import { numberOf, openCase } from './own-case';
import { useResidentTexts } from './texts';

type Props = Readonly<{ number?: string; then: (number: string) => void }>;

export const CodeForm = ({ number: known = '', then }: Props) => {
  const say = useResidentTexts();
  const [number, setNumber] = useState(known);
  const [code, setCode] = useState('');
  const open = useMutation({
    mutationFn: () => openCase(numberOf(number), code),
    onSuccess: () => then(numberOf(number)),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    open.mutate();
  };
  return (
    <form onSubmit={send} className="code-form">
      <Stack>
        <TextInput
          size="md"
          label={say('number')}
          value={number}
          onChange={({ currentTarget }) => setNumber(currentTarget.value)}
          autoCapitalize="off"
          autoComplete="off"
          maxLength={64}
          required
          error={open.isError}
        />
        <TextInput
          size="md"
          label={say('code')}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
          autoCapitalize="characters"
          autoComplete="off"
          maxLength={64}
          required
          error={open.isError}
          classNames={{ input: 'code' }}
        />
        <Text size="sm" c="dimmed">
          {say('codeHint')}
        </Text>
        <Refusal error={open.error} />
        <Button type="submit" size="md" loading={open.isPending}>
          {say('open')}
        </Button>
      </Stack>
    </form>
  );
};
