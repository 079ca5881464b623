import { parseMonth } from '../base/month.js';
import type { Shape } from './spec-shape.js';

/** Whether a value read from JSON has the form of a written scenario, or of a part of one; null is the same as left out. */
export function fitsShape(value: unknown, shape: Shape): boolean {
  switch (shape.kind) {
    case 'text':
    case 'code':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'month':
      return typeof value === 'string' && parseMonth(value) !== undefined;
    case 'word':
      return typeof value === 'string' && Object.hasOwn(shape.words, value);
    case 'list':
      return Array.isArray(value) && value.every((item) => fitsShape(item, shape.of));
    case 'fields': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
      const present = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
      const names = new Set(present.map(([name]) => name));
      return (
        shape.required.every((name) => names.has(name)) &&
        present.every(([name, part]) => Object.hasOwn(shape.fields, name) && fitsShape(part, shape.fields[name]!))
      );
    }
  }
}
