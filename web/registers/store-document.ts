import type { StoredDocument } from './operations.js';

/** Stores a file as evidence; a refusal is in the server's words, undefined where it cannot be reached. */
export async function storeDocument(
  file: File,
  by: string,
  language: string,
  fetcher: typeof fetch = fetch,
): Promise<StoredDocument | { readonly refusal: string | undefined }> {
  const query = new URLSearchParams({ name: file.name, ...(by ? { by } : {}) });
  try {
    const response = await fetcher(`/documents?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'accept-language': language },
      body: file,
    });
    const answer = (await response.json()) as StoredDocument & { readonly message?: string };
    return response.ok ? { id: answer.id, name: answer.name } : { refusal: answer.message };
  } catch {
    return { refusal: undefined };
  }
}
