import type { DocumentSummary } from '../../store/documents.js';
import type { Document } from '../types/document.js';

export const toDocument = ({ id, name, media_type, size, stored_at, stored_by }: DocumentSummary): Document => ({
  id,
  name,
  mediaType: media_type,
  size,
  storedAt: new Date(stored_at),
  storedBy: stored_by,
});
