import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentKind } from '../../src/contracts/configuration/document.ts';
import { type PolicyPack, policyPack } from '../../src/policy/policy-pack.ts';

/** What kiosks run of a kind and line before anything was released. */
export interface ShippedDocument {
  /** Version it counts as: the next one is higher. */
  readonly version: number;
  readonly content: unknown;
}

export interface ShippedDocuments {
  /** Lines of packs that are shipped. */
  readonly lines: readonly string[];
  /** null: nothing of it is shipped. */
  of(kind: DocumentKind, line: string): ShippedDocument | null;
}

/** Contents that say nothing: kiosks run as shipped under them. */
const EMPTY: Readonly<Partial<Record<DocumentKind, unknown>>> = {
  technicians: { version: 1, issuedAt: '2026-01-01T00:00:00Z', technicians: [] },
  texts: { zh: {}, en: {} },
  notices: { notices: [] },
  thresholds: {},
  'device-defaults': { defaults: [] },
};

/** What an editor begins from where there was nothing of a kind. */
export const emptyContent = (kind: DocumentKind): unknown => EMPTY[kind] ?? null;

const ASSETS = join(import.meta.dirname, '..', '..', 'assets');

/** The packs, places and answers that are shipped with the software; read once. */
export function shippedDocuments(assets: string = ASSETS): ShippedDocuments {
  const json = (...path: readonly string[]): unknown =>
    JSON.parse(readFileSync(join(assets, ...path), 'utf8'));
  const packs = new Map<string, PolicyPack>(
    readdirSync(join(assets, 'policy'))
      .filter((file) => file.endsWith('.json'))
      .map((file) => policyPack.parse(json('policy', file)))
      .map((pack) => [pack.id, pack]),
  );
  const directoryOf = ({ directories }: PolicyPack): unknown => ({
    outlets: Object.fromEntries(directories.outlets.map((list) => [list, json('outlets', `${list}.json`)])),
    help: json('help', `${directories.help}.json`),
  });
  return {
    lines: [...packs.keys()].toSorted(),
    of: (kind, line) => {
      const pack = packs.get(line);
      if (pack === undefined) return null;
      if (kind === 'policy-pack') return { version: pack.version, content: pack };
      return kind === 'directory' ? { version: 0, content: directoryOf(pack) } : null;
    },
  };
}
