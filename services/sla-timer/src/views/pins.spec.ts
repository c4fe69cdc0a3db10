import { pinsRows, storyIn } from '@mulin/testing';
import type * as Clocks from '../domain/clocks/clocks.js';
import type * as Commitment from '../domain/commitments/commitment.js';
import { clocksDue } from './clocks-due.js';
import { commitmentsDue } from './commitments-due.js';

const story = storyIn<Clocks.Event>(new URL('./clocks.story.jsonl', import.meta.url));

pinsRows(clocksDue, story, {
  1: {
    story: 'e974d8cca22099c3cd326ec1206ec6aff92784343ce1b8f1a4f68ccb6886e61d',
    rows: '18e6a7939e3463b91ee83e84f4038fa0462a461c79ae7bf350cbbc6508db977c',
  },
  2: {
    story: '6b9a9827496d45c6307fccd341600b9be39163504786e2284ac8b8f266976d85',
    rows: '15522786f0c4c43118d7c36dd83ede658455a8234a54d4009db8b97d9a7dffe6',
  },
  3: {
    story: '6b9a9827496d45c6307fccd341600b9be39163504786e2284ac8b8f266976d85',
    rows: '21e290d80be5179537c1afa03554d15f1ec5ac0e73df8c4a67be5ca6ea3f7b6f',
  },
  4: {
    story: '6b9a9827496d45c6307fccd341600b9be39163504786e2284ac8b8f266976d85',
    rows: 'b784fe7db7d99f08200deae23fa4d16ba0219fd07dc19ef54fe17eaa80d5211b',
  },
  5: {
    story: '6b9a9827496d45c6307fccd341600b9be39163504786e2284ac8b8f266976d85',
    rows: 'cdc427095535c044fdf2b92c57ca5514768acfb953d764596e6e746ca8d600ce',
  },
  6: {
    story: '6b9a9827496d45c6307fccd341600b9be39163504786e2284ac8b8f266976d85',
    rows: '3fd74cc11fc9bfac3f818fd7595640779ecf7b92cd4e875068b549de68c175dd',
  },
  7: {
    story: '6b9a9827496d45c6307fccd341600b9be39163504786e2284ac8b8f266976d85',
    rows: 'd1521dde092b531aec8f1dc1533142f36e99c554086a41f3ed0f399d632f2e23',
  },
  8: {
    story: '6b9a9827496d45c6307fccd341600b9be39163504786e2284ac8b8f266976d85',
    rows: '6a462bdcceb7fe66bca358d5b6fb06572adacd77f6151b05810424b6609051a1',
  },
  9: {
    story: '6b9a9827496d45c6307fccd341600b9be39163504786e2284ac8b8f266976d85',
    rows: '6a462bdcceb7fe66bca358d5b6fb06572adacd77f6151b05810424b6609051a1',
  },
  10: {
    story: '6b9a9827496d45c6307fccd341600b9be39163504786e2284ac8b8f266976d85',
    rows: 'e4125c221d5009f70e75e68a3d8e25e167432f8d25eac9f0fe3b48e323b72a75',
  },
  11: {
    story: '6b9a9827496d45c6307fccd341600b9be39163504786e2284ac8b8f266976d85',
    rows: 'e4125c221d5009f70e75e68a3d8e25e167432f8d25eac9f0fe3b48e323b72a75',
  },
  12: {
    story: '6b9a9827496d45c6307fccd341600b9be39163504786e2284ac8b8f266976d85',
    rows: '80257adc28a14bd925ad340c2667d1662b5e95a3e994430edbea1345de2e2c7b',
  },
  13: {
    story: '6b9a9827496d45c6307fccd341600b9be39163504786e2284ac8b8f266976d85',
    rows: 'aca0e5a69e406b43bf463340ff66a207d5f1dc36fd0ff2dd41a484c8a38938ad',
  },
});

const disputes = storyIn<Commitment.Event>(new URL('./commitments.story.jsonl', import.meta.url));

pinsRows(commitmentsDue, disputes, {
  1: {
    story: '7c68281964d8ca5923ea1973127e0ba2217b7d7a451a8d65580e6a7edd298479',
    rows: '5a4c703b4208788e2b853d69cfa59ac891dcfdfe0dd892205cbb692807a2b8bd',
  },
});
