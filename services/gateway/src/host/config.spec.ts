import { expect, test } from '@jest/globals';
import { readConfig } from '@mulin/service';
import { gatewayEnvironment } from './config.js';

const read = (text?: string) =>
  readConfig(gatewayEnvironment(['intake', 'sla-timer']), text === undefined ? {} : { MULIN_SERVICES: text });

test('each service has one address or several', () => {
  const { addresses } = read('intake=http://127.0.0.1:3121|https://b.example/, sla-timer=http://[::1]:3123');
  expect(Object.fromEntries(addresses)).toEqual({
    intake: ['http://127.0.0.1:3121', 'https://b.example'],
    'sla-timer': ['http://[::1]:3123'],
  });
});

test.each([
  [undefined, /MULIN_SERVICES: is needed: the addresses of intake, sla-timer/],
  ['intake=http://a:1', /names no address of sla-timer/],
  ['intake=http://a:1,sla-timer=http://a:2,rooting=http://a:3', /names what is no service: rooting/],
  ['intake=http://a:1/path,sla-timer=http://a:2', /must be service=http/],
  ['intake=ftp://a:1,sla-timer=http://a:2', /must be service=http/],
  ['intake=http://a:1,intake=http://a:3,sla-timer=http://a:2', /must be service=http/],
  ['', /is needed/],
])('%s is refused in a sentence of its own', (text, sentence) => {
  expect(() => read(text)).toThrow(sentence);
});
