/** Hands a file to whoever sits here, under a name. */
export const saveFile = (content: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser reads it after this function is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
