import type { PaperBench, PaperSays } from '../../ports/maintenance/device-bench.ts';
import { type TaskScript, taskDone, taskFailed } from '../guide.ts';

/** Seconds a printer takes to say how it is; to print a page. */
const SAYS_SECONDS = 3;
const PRINT_SECONDS = 12;

/** What keeps the printer from printing; null where nothing does. Low paper prints. */
const obstacle = ({ paper, cover, cutter, code }: PaperSays): string | null => {
  if (code !== null) return code;
  if (cover === 'open') return 'cover-open';
  if (paper === 'out') return 'paper-out';
  return cutter === 'error' ? 'cutter-error' : null;
};

/** `full`, `low`, `out`, `open` … and `code`, '' where the printer answers well. */
const factsOf = (says: PaperSays, code = says.code) => ({
  paper: says.paper,
  cover: says.cover,
  cutter: says.cutter,
  code: code ?? '',
});

/**
 * change-paper. Facts of `open-cover` and `printer-says`: `paper` full, low, out, unknown; `cover` closed, open,
 * unknown; `cutter` ok, error, unknown; `code` of the trouble: paper-out, cover-open, cutter-error or a device code, ''
 * for none. `printer-says` comes only while something is not right: `look-again`, `stop`. `paper-right`: `right`,
 * `print-again`, `not-right`. End: `paper`, and `code` (`print-not-right` where the page was bad) when it failed.
 */
export const changePaper =
  (bench: PaperBench): TaskScript<'change-paper'> =>
  async (guide) => {
    const before = await guide.look('open-cover', SAYS_SECONDS, () => bench.says());
    await guide.do('open-cover', factsOf(before));
    await guide.do('put-roll');
    await guide.do('close-cover');
    for (;;) {
      const says = await guide.look('printer-says', SAYS_SECONDS, () => bench.says());
      const code =
        obstacle(says) ?? (await guide.look('print-test', PRINT_SECONDS, () => bench.printTestPage()));
      if (code !== null) {
        const next = await guide.choose('printer-says', ['look-again', 'stop'], factsOf(says, code));
        if (next === 'stop') return taskFailed({ paper: says.paper, code });
        continue;
      }
      const right = await guide.choose('paper-right', ['right', 'print-again', 'not-right'], {
        paper: says.paper,
      });
      if (right === 'right') return taskDone({ paper: says.paper });
      if (right === 'not-right') return taskFailed({ paper: says.paper, code: 'print-not-right' });
    }
  };
