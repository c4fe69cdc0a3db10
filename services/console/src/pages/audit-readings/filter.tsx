/** A condition of the address that one writes: it holds once the writing has stopped. */
import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useSearchParams } from 'wouter';

const settledMs = 400;

export const Filter = ({ name, label }: Readonly<{ name: string; label: string }>) => {
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState(params.get(name) ?? '');
  const settle = useDebouncedCallback((value: string) => {
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value.trim() === '') after.delete(name);
        else after.set(name, value.trim());
        return after;
      },
      { replace: true },
    );
  }, settledMs);
  return (
    <TextInput
      label={label}
      value={text}
      autoCapitalize="off"
      onChange={({ currentTarget: { value } }) => {
        setText(value);
        settle(value);
      }}
    />
  );
};
