import type { DocumentFault } from '../contracts/console/plain-words.ts';
import type { RolloutPlan, Wave } from '../contracts/console/rollout-plan.ts';
import { both } from '../releases/plain-words.ts';
import { CANARY, type Candidate } from './plan-waves.ts';

/** What is wrong with a plan for this fleet, in an operator's words; empty: it may be carried out. */
export function planFaults(
  plan: RolloutPlan,
  kiosks: readonly Candidate[],
  waves: ReadonlyMap<string, number>,
): DocumentFault[] {
  const sizes = sizesOf(plan, waves);
  return [
    ...canaryFaults(plan, kiosks, sizes[CANARY] ?? 0),
    ...waveFaults(plan, sizes),
    ...hoursFaults(plan),
  ];
}

/** Kiosks in each wave, the canary first. */
export function sizesOf(plan: RolloutPlan, waves: ReadonlyMap<string, number>): number[] {
  const sizes = [0, ...plan.waves.map(() => 0)];
  for (const wave of waves.values()) sizes[wave] = (sizes[wave] ?? 0) + 1;
  return sizes;
}

const fault = (path: string, zh: string, en: string): DocumentFault => ({ path, says: both(zh, en) });

function canaryFaults({ canary }: RolloutPlan, kiosks: readonly Candidate[], size: number): DocumentFault[] {
  if (kiosks.length === 0) {
    return [fault('', '没有一台自助机适用此发布', 'No kiosk is concerned by this release')];
  }
  const faults: DocumentFault[] = [];
  if (canary.by === 'kiosks') {
    const known = new Set(kiosks.map(({ kioskId }) => kioskId));
    const strangers = canary.kiosks.filter((kioskId) => !known.has(kioskId)).slice(0, 5);
    if (strangers.length > 0) {
      const names = strangers.join(', ');
      faults.push(
        fault(
          'canary.kiosks',
          `试点中的这些自助机不存在，或不适用此发布：${names}`,
          `The canary names kiosks that are not there, or that the release is not meant for: ${names}`,
        ),
      );
    }
  }
  if (size === 0) faults.push(fault('canary', '试点中没有自助机', 'Nobody is in the canary'));
  // A fleet of one has nobody else to try it first.
  if (size === kiosks.length && size > 1) {
    faults.push(
      fault(
        'canary',
        '试点包括了所有自助机：出了问题就没有别的机器可用',
        'The canary is everybody: if it goes wrong, nobody else is left',
      ),
    );
  }
  return faults;
}

function waveFaults({ waves }: RolloutPlan, sizes: readonly number[]): DocumentFault[] {
  const faults: DocumentFault[] = [];
  const names = new Set<string>();
  for (const [index, wave] of waves.entries()) {
    const path = `waves.${index}`;
    const last = index === waves.length - 1;
    if (names.has(wave.name)) {
      faults.push(
        fault(`${path}.name`, `有两个批次都叫“${wave.name}”`, `Two waves have the name ${wave.name}`),
      );
    }
    names.add(wave.name);
    if (last && !takesEverybody(wave)) {
      faults.push(
        fault(
          path,
          '最后一个批次必须包括其余所有自助机（不限地区、型号、标签，100%）',
          'The last wave must take everybody who is left: no regions, models or tags, 100 percent',
        ),
      );
    }
    if (last) continue;
    if (takesEverybody(wave)) {
      faults.push(
        fault(
          path,
          `批次“${wave.name}”已包括所有自助机，后面的批次没有机器了`,
          `Wave ${wave.name} takes everybody: nobody is left for the waves after it`,
        ),
      );
    } else if ((sizes[index + 1] ?? 0) === 0) {
      faults.push(fault(path, `批次“${wave.name}”中没有自助机`, `Nobody is in wave ${wave.name}`));
    }
  }
  return faults;
}

const takesEverybody = ({ regions, models, tags, percent }: Wave): boolean =>
  regions === null && models === null && tags === null && percent === 100;

function hoursFaults({ quietHours }: RolloutPlan): DocumentFault[] {
  if (quietHours === null || quietHours.from !== quietHours.until) return [];
  return [
    fault(
      'quietHours',
      '静默时段的开始和结束相同：要么不设，要么设一段时间',
      'The quiet hours begin and end at the same time: set some, or none',
    ),
  ];
}
