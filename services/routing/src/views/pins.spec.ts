import { pinsRows, storyIn } from '@mulin/testing';
import type * as Order from '../domain/order/order.js';
import { orders } from './orders.js';

const story = storyIn<Order.Event>(new URL('./orders.story.jsonl', import.meta.url));

pinsRows(orders, story, {
  1: {
    story: '492717f19e9f2b32f2d081cf6418fda0dd1d4c5a72356bd30e3aaad51d09bead',
    rows: '1df9dd8e0e46fe0c26627da94624455aa2c73d29f2ab3d57849f2f54e229628e',
  },
  2: {
    story: '3bf6c93460512156db3149d38fc297d459c91c575cfb9d7a681d14b47f6edc0c',
    rows: 'caf29d2b901facdf16a68da8a06fead9d5229fd2a54221429160e271177c6e08',
  },
  3: {
    story: '3bf6c93460512156db3149d38fc297d459c91c575cfb9d7a681d14b47f6edc0c',
    rows: '87e14977c52b0e63faa9e6b5e89cff508196919565faf2401b84e2c593e944d8',
  },
  4: {
    story: '3bf6c93460512156db3149d38fc297d459c91c575cfb9d7a681d14b47f6edc0c',
    rows: '049d2818e62171e58ddcc0e5b5cca9cda58ed2b863a3fce74b796ddc197ffeda',
  },
  5: {
    story: '3bf6c93460512156db3149d38fc297d459c91c575cfb9d7a681d14b47f6edc0c',
    rows: '3daa19b26e3677e0de496391b1fe12c5ca742aa1afd8b2ef780d0d5284406348',
  },
  6: {
    story: '3bf6c93460512156db3149d38fc297d459c91c575cfb9d7a681d14b47f6edc0c',
    rows: '15b75e1ca7c65a22682c1485763372a7a6ee59900cda5d0926baf60bad646071',
  },
  7: {
    story: 'e5d0dcc28129c0d460d8c1b6e92c0539f80ff58933cb6fe52c494205d0a74c93',
    rows: '7c2bd8a50e747d3861c406aee7de91c99dc2d43621ddc0e880f6f5e034e1513a',
  },
  8: {
    story: '0972a63da3ef8cc935cd0c96eca6589c0d735fb895b728c7a680daa4f1fc5b5c',
    rows: 'fd3c9390c82c6c92eec917c440b207029cf9fb5969ce0b5b5962cb9dd9d165ec',
  },
  9: {
    story: '1460f5d916ed2a4d89ce5ee66279e68915156ad9f30bfa99082c2f16489f6e25',
    rows: '595266abf0be213b4f3e7dff6cf89d8bfcc184674ebe2144a2dc48cb1a15cb07',
  },
  10: {
    story: 'b6ebd9f7a3016b09ae95c45465989f12e596664fe0572b0361b72c478fe68043',
    rows: '23bb9f44eb01a2b91aea10e4f248bdbf31997697bc4693c63097fb72f241e1ba',
  },
  11: {
    story: '696e5974f13ac07c4bce34e2aa2aec59d01026f84d0d08baa424ca66576e2e85',
    rows: '903c4ad12c4f386ff934c3d28bcdfda834516c575898900968d6185b51f6dcd0',
  },
  12: {
    story: '9518790abdb02be87412ae440262bad800674d76c4983e942288c42443e09b7e',
    rows: 'd6d7254e1972cd69aa672d2f4b8018f2953bed8694aa6fbf11152df69315dc0d',
  },
  13: {
    story: '684828446c552bc607cd405f3c850f129a012157757e4c51c3dfb4d2c1f5a7d6',
    rows: '4b6620ad6e1eba83499d4c8fa5a17e53b9c36db70a1df759d7946ce23cc83838',
  },
  14: {
    story: '684828446c552bc607cd405f3c850f129a012157757e4c51c3dfb4d2c1f5a7d6',
    rows: '371c704e4826cc6a01297199326e534c8835364751867be28b4a7fb03f3c114b',
  },
});
