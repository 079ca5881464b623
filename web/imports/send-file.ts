/** What the server says to a file: the import it belongs to, or why it is not taken. */
export type SentFile = { readonly id: string } | { readonly refusal: string | undefined };

/**
 * Sends a file into the open import of an id, else into a new one, and tells how many bytes have gone. A refusal is in the
 * server's words, undefined where it cannot be reached. Only XMLHttpRequest tells how far an upload is.
 */
export function sendFile(
  file: File,
  {
    into,
    language,
    onprogress,
  }: { readonly into: string | undefined; readonly language: string; readonly onprogress: (bytes: number) => void },
): Promise<SentFile> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ name: file.name, ...(into === undefined ? {} : { import: into }) });
    request.open('POST', `/imports?${query}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', language);
    request.upload.addEventListener('progress', ({ loaded }) => onprogress(loaded));
    request.addEventListener('load', () => resolve(readAnswer(request)));
    request.addEventListener('error', () => resolve({ refusal: undefined }));
    request.send(file);
  });
}

function readAnswer({ status, responseText }: XMLHttpRequest): SentFile {
  try {
    const { id, message } = JSON.parse(responseText) as { readonly id?: string; readonly message?: string };
    return status === 201 && id !== undefined ? { id } : { refusal: message };
  } catch {
    return { refusal: undefined };
  }
}
