import type { DocumentKind } from '../contracts/configuration/document.ts';
import { isRecord } from './place-in-document.ts';

/** Stands for a secret of a technician that the console never shows; sent back, it means: as it was. */
export const KEPT = 'kept';
const SECRET_FIELDS = ['pin', 'totpSecret'] as const;

/** A document's content as the console may show it: PINs and secrets of technicians stay at the centre. */
export function withoutSecrets(kind: DocumentKind, content: unknown): unknown {
  return eachTechnician(kind, content, (technician) =>
    Object.fromEntries(
      Object.entries(technician).map(([field, value]) => [field, isKeptField(field, value) ? KEPT : value]),
    ),
  );
}

/** Puts back what was only shown as kept, technician by technician; without one before it stays the word, and a fault. */
export function withKeptSecrets(kind: DocumentKind, content: unknown, before: unknown): unknown {
  const known = new Map(techniciansOf(before).map((technician) => [technician.id, technician]));
  return eachTechnician(kind, content, (technician) => {
    const was = known.get(technician.id);
    if (was === undefined) return technician;
    const back = SECRET_FIELDS.filter((field) => technician[field] === KEPT && Object.hasOwn(was, field));
    return { ...technician, ...Object.fromEntries(back.map((field) => [field, was[field]])) };
  });
}

const isKeptField = (field: string, value: unknown): boolean =>
  SECRET_FIELDS.some((one) => one === field) && value !== null;

type Technician = Readonly<Record<string, unknown>>;

function eachTechnician(
  kind: DocumentKind,
  content: unknown,
  change: (technician: Technician) => Technician,
): unknown {
  if (kind !== 'technicians' || !isRecord(content) || !Array.isArray(content.technicians)) return content;
  const technicians = content.technicians.map((item: unknown) => (isRecord(item) ? change(item) : item));
  return { ...content, technicians };
}

const techniciansOf = (content: unknown): readonly Technician[] =>
  isRecord(content) && Array.isArray(content.technicians) ? content.technicians.filter(isRecord) : [];
