/** A made-up photo, so that whoever says that the work is done can show it. */
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const [width, height, rowsOfSky] = [24, 16, 8];
const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
};

/** A chunk of a PNG: length, type, data, and the checksum of type and data. */
const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), named, uint32(crc32(named))]);
};

/** Eight bits of red, green and blue for each point; compression, filter and interlace as the format has them by default. */
const head = Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 2, 0, 0, 0])]);

/**
 * A PNG of some hundred bytes, 24 by 16 points: sky over ground. The same `seed` is the same picture, another one
 * another picture: what shows a second attempt must not be what showed the first.
 */
export const pictureOf = (seed: string): Buffer => {
  const colours = createHash('sha256').update(seed).digest();
  const rowOf = (colour: Buffer) => [0, ...Array.from({ length: width }, () => [...colour]).flat()];
  const rows = Array.from({ length: height }, (_, y) =>
    rowOf(y < rowsOfSky ? colours.subarray(0, 3) : colours.subarray(3, 6)),
  );
  const points = deflateSync(Buffer.from(rows.flat()));
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', points),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
