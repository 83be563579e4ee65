import { readFileSync } from 'node:fs';
import { type PolicyPack, parsePolicyPack } from '../../src/policy/policy-pack.ts';

/** The packs this product comes with. */
export const PACK_IDS = ['hainan', 'henan', 'jiangsu-suzhou'] as const;
export type PackId = (typeof PACK_IDS)[number];

function load(id: PackId): PolicyPack {
  const file = new URL(`../../assets/policy/${id}.json`, import.meta.url);
  const parsed = parsePolicyPack(readFileSync(file, 'utf8'));
  if (!parsed.ok) throw new Error(`${id}: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}

export const PACKS: Readonly<Record<PackId, PolicyPack>> = {
  hainan: load('hainan'),
  henan: load('henan'),
  'jiangsu-suzhou': load('jiangsu-suzhou'),
};
