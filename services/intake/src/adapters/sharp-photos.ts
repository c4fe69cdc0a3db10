/** Photos by sharp (libvips): decoded, turned upright and written anew, so that nothing but the picture is left. */
import type library from 'sharp';
import type { Sharp } from 'sharp';
import type { Photo, Photos, PhotoType } from '../domain/photo.js';

/** The longer side, in pixels: what a screen shows, and enough to read a sign by. */
const longestSide = 2560;
/** Twice what today's phones take; a picture of more pixels is refused before any of it is decoded. */
const mostPixels = 100_000_000;
/** Bytes: with the envelope and in base64 it must be less than what the vault keeps of a photo. */
const largest = 700 * 1024;

/** From the best on; the last one always fits, as it is a hundredth of the largest in pixels. */
const attempts: readonly Readonly<{ side: number; quality: number }>[] = [
  { side: longestSide, quality: 82 },
  { side: longestSide, quality: 65 },
  { side: 1600, quality: 65 },
  { side: 1024, quality: 60 },
  { side: 640, quality: 50 },
  { side: 256, quality: 40 },
];

const formats: Readonly<Record<PhotoType, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
};

type Library = typeof library;

const open = (sharp: Library, bytes: Uint8Array): Sharp =>
  sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 });

const written = async (picture: Sharp): Promise<Photo> => {
  // sharp writes no metadata unless it is told to; the turn that a camera only notes is made in the pixels.
  const upright = picture.autoOrient().flatten({ background: 'white' });
  for (const [nth, { side, quality }] of attempts.entries()) {
    const { data, info } = await upright
      .clone()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality })
      .toBuffer({ resolveWithObject: true });
    if (data.length <= largest || nth === attempts.length - 1)
      return { jpeg: data, width: info.width, height: info.height };
  }
  throw new Error('there is at least one attempt');
};

/** Makes the adapter of `Photos`. What libvips cannot read as the type that was named is no photo. */
export const sharpPhotos = (): Photos => ({
  renew: async (bytes, type) => {
    // Loaded with the first photo: few starts of a town need it.
    const { default: sharp } = await import('sharp');
    try {
      const { format } = await open(sharp, bytes).metadata();
      return format === formats[type] ? await written(open(sharp, bytes)) : null;
    } catch {
      return null;
    }
  },
});
