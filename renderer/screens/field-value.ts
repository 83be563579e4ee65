import type { ResidentField } from '../../src/contracts/resident-field.ts';
import type { Catalogue } from '../texts/catalogue.ts';

/** Codes in words of the language; `from/to` of a validity as a sentence; anything else as it came. */
export function fieldValue(fields: Catalogue['fields'], field: ResidentField, value: string): string {
  if (field === 'document-validity' && value.includes('/')) {
    const [from = '', to = ''] = value.split('/');
    return fields.validity(from, to);
  }
  return fields.values[field]?.[value] ?? value;
}
