import {
  type TechnicianList,
  technicianList,
} from '../../../../src/contracts/maintenance/technician-list.ts';
import { err, ok, type Result } from '../../../../src/result.ts';
import { readTextFile } from '../../core-config.ts';

export type NoTechnicianList = 'not-named' | 'missing' | 'broken';

/** Who is let in, read anew at each sign-in. The file is the kiosk's own: a dead link keeps nobody out. */
export function readTechnicianList(path: string | undefined): Result<TechnicianList, NoTechnicianList> {
  if (path === undefined) return err('not-named');
  const text = readTextFile(path);
  if (text === null) return err('missing');
  const parsed = technicianList.safeParse(jsonOf(text));
  return parsed.success ? ok(parsed.data) : err('broken');
}

/** Where a kiosk finds who is let in. */
export interface TechnicianListSource {
  readonly techniciansFile?: string | undefined;
  /** Of the configuration that runs, signed by the office; the local file counts where there is none. */
  readonly technicianList?: TechnicianList | undefined;
}

/** The list in force. */
export const technicianListOf = ({
  technicianList: assigned,
  techniciansFile,
}: TechnicianListSource): Result<TechnicianList, NoTechnicianList> =>
  assigned ? ok(assigned) : readTechnicianList(techniciansFile);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
