import type { FlowKit } from './kit.ts';
import { queryTrouble } from './query-trouble.ts';
import type { ValidElectronicCard } from './read-card-views.ts';
import { scanCode } from './scan-code.ts';

/** Shows the code of an electronic card to camera or scanner, whichever sees it first (ECARD-2). */
export const scanElectronicCard = (kit: FlowKit) =>
  scanCode<ValidElectronicCard>(kit, {
    wanted: 'electronic-card',
    check: async (code, signal) => {
      const answer = await kit.authority.checkElectronicCard(code, signal);
      kit.audit.record('electronic-card-checked', {
        outcome: answer.ok ? answer.value.result : answer.error.kind,
      });
      if (!answer.ok) return { kind: 'ended', ending: queryTrouble(answer) };
      return answer.value.result === 'valid'
        ? { kind: 'found', found: answer.value }
        : { kind: 'problem', problem: answer.value.result };
    },
  });
