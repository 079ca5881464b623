/** An id for a new notebook that no other has: 128 bits of chance. `crypto.randomUUID` is missing on pages without https. */
export const freeNotebookId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
