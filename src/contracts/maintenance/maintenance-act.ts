import { z } from 'zod';
import { sixDigits } from '../fields.ts';
import { TASK_KINDS } from './tasks.ts';
import { technicianId } from './technician-list.ts';

const bare = <T extends string>(act: T) => z.object({ act: z.literal(act) });

/** What a technician can do on the screen. Decisions, retries and time-outs live in core, as for residents. */
export const maintenanceAct = z.discriminatedUnion('act', [
  // sign-in
  bare('use-card'),
  bare('use-code'),
  z.object({ act: z.literal('enter-code'), technician: technicianId, code: sixDigits }),
  z.object({ act: z.literal('enter-pin'), pin: sixDigits }),
  /** Back to the residents' screen, or to the page before where a second person was asked for. */
  bare('give-up-sign-in'),
  // pages
  bare('open-readiness'),
  bare('open-devices'),
  bare('look-again'),
  bare('print-report'),
  bare('save-report'),
  // tasks
  z.object({ act: z.literal('begin-task'), task: z.enum(TASK_KINDS) }),
  z.object({ act: z.literal('resume-task'), id: z.string().max(40) }),
  /** The answer to the step that is shown; `step` names it, so that a late touch answers nothing else. */
  z.object({
    act: z.literal('answer'),
    step: z.string().max(40),
    value: z.union([z.string().max(200), z.number(), z.null()]),
  }),
  bare('step-back'),
  bare('leave-task'),
  // what the page measured (numbers only, never a picture)
  z.object({
    act: z.literal('camera-measured'),
    /** Mean luminance 0…255; variance of the Laplacian; null where there is no camera. */
    light: z.number().nullable(),
    focus: z.number().nullable(),
    width: z.number().int().nonnegative(),
    height: z.number().int().nonnegative(),
  }),
  // leaving
  bare('leave'),
  bare('leave-anyway'),
  bare('stay'),
]);
export type MaintenanceAct = z.infer<typeof maintenanceAct>;
export type MaintenanceActName = MaintenanceAct['act'];
