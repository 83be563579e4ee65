import type { ResidentField } from '../../src/contracts/resident-field.ts';
import type { Catalogue } from '../texts/catalogue.ts';

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day as people say it; what is not `YYYY-MM-DD` stands as it came. */
export function dayInWords(fields: Catalogue['fields'], value: string): string {
  const [, year, month, day] = ISO_DAY.exec(value) ?? [];
  return year === undefined ? value : fields.day(Number(year), Number(month), Number(day));
}

/** Codes and days in words of the language; `from/to` of a validity as a sentence; anything else as it came. */
export function fieldValue(fields: Catalogue['fields'], field: ResidentField, value: string): string {
  if (field === 'document-validity' && value.includes('/')) {
    const [from = '', to = ''] = value.split('/');
    return fields.validity(dayInWords(fields, from), dayInWords(fields, to));
  }
  return fields.values[field]?.[value] ?? dayInWords(fields, value);
}
