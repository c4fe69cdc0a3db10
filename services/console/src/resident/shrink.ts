/** A photo as it is sent: no larger than what one looks at, so that it goes through a weak network. */

const longestPx = 1_600;
const quality = 0.8;

class NotAPicture extends Error {}

const imageOf = async (file: Blob): Promise<HTMLImageElement> => {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    return image;
  } catch {
    throw new NotAPicture();
  } finally {
    URL.revokeObjectURL(image.src);
  }
};

/** @returns a JPEG as a `data:` address. @throws NotAPicture for what this device cannot show. */
export const shrink = async (file: Blob): Promise<string> => {
  const image = await imageOf(file);
  const scale = Math.min(1, longestPx / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const pen = canvas.getContext('2d');
  if (pen === null) throw new NotAPicture();
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', quality);
};

/** The bytes behind a `data:` address; reading it as a request would be refused by the content security policy. */
export const bytesOf = (address: string): Blob => {
  const text = atob(address.slice(address.indexOf(',') + 1));
  return new Blob([Uint8Array.from(text, (letter) => letter.charCodeAt(0))], { type: 'image/jpeg' });
};
