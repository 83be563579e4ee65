import { expect, it } from 'vitest';
import { BENCH_NOW } from '../../../central/central-bench.ts';
import { directorBench } from '../../../central/director/director-bench.ts';
import { benchDocument, benchRoot } from '../../../central/director/trust-bench.ts';
import { noticesSaying } from '../../../src/configuration/memory/offices.ts';
import type { ConfigurationState } from '../../../src/contracts/configuration/poll.ts';
import type { Timers } from '../../../src/ports/clock.ts';
import { makeReceiptReference } from '../../../src/receipt/receipt-reference.ts';
import { err, ok } from '../../../src/result.ts';
import { systemEntropy, systemTimers } from '../clock.ts';
import { createReceiptCodes } from '../receipt-codes/create-receipt-codes.ts';
import { openStore } from '../store/open-store.ts';
import { createAuthority } from '../sync/central-authority.ts';
import { CentralClient } from '../sync/central-client.ts';
import { enrol } from '../sync/enrol.ts';
import { LinkState } from '../sync/link-state.ts';
import { newFolder, silentLog } from '../test-kiosk.ts';
import { technicianListOf } from './attacks/uptane-attacks.ts';
import { ConfigurationUpdater } from './configuration-updater.ts';

/** The centre's own clock stands still; ours agrees with it. */
const timers: Timers = { ...systemTimers, now: () => BENCH_NOW };
const SECRET = 'MZXW6YTBOIAAAAAAMZXW6YTBOIAAAAAA';

it('INV-7 the reference centre hands out, plain and sealed, what this kiosk takes in, goes back from and up again', async () => {
  await using bench = await directorBench();
  const opened = openStore({ folder: newFolder(), clock: timers, entropy: systemEntropy });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  const { configuration } = store;
  const link = new LinkState();
  const base = { baseUrl: bench.url, identity: () => store.identity.load(), link };
  const client = new CentralClient({ ...base, timers, entropy: systemEntropy });
  const { code } = await bench.central.mintEnrolmentCode();
  const enrolled = await enrol(client, store.identity, code, 'here', { heard: () => undefined });
  if (!enrolled.ok) throw new Error('not enrolled');
  const kiosk = enrolled.value;
  const receiptCodes = createReceiptCodes({ store, clock: timers, root: () => updater.root });
  const updater = new ConfigurationUpdater({
    ...{ store, client, timers, entropy: systemEntropy, log: silentLog, linkUp: () => link.up },
    ...{ place: null, shippedRoot: benchRoot(1), onClosures: () => undefined, onOrder: () => undefined },
    onStaged: () => {
      configuration.applyStaged(BENCH_NOW);
      configuration.keepCurrent(BENCH_NOW);
    },
    certificateEndsAt: () => receiptCodes.certificate.endsAt(),
    onCertificate: (text) => {
      receiptCodes.certificate.take(text);
    },
    patience: { pollSeconds: 0, leastPauseMs: 5, longestPauseMs: 20 },
  });
  const stop = new AbortController();
  const running = updater.run(stop.signal);
  /** Polls of its own accord until it stands so. */
  const stands = async (state: ConfigurationState, ...documents: string[]) => {
    await expect
      .poll(
        () => {
          updater.soon();
          const report = updater.report();
          return [report.state, ...report.running.map(({ kind, version }) => `${kind} ${version}`)];
        },
        { timeout: 5_000, interval: 30 },
      )
      .toEqual([state, ...documents]);
  };
  const notices = (version: number) =>
    benchDocument({ kind: 'notices', line: 'here', version }, noticesSaying(`第 ${version} 号`));
  const list = benchDocument({ kind: 'technicians', line: 'here', version: 1 }, technicianListOf(SECRET));
  await bench.target(list, { kiosk });
  await bench.target(notices(1), { kiosk });
  await stands('running', 'notices 1', 'technicians 1');
  await bench.target(notices(2), { kiosk, before: notices(1).sha256 });
  await stands('running', 'notices 2', 'technicians 1');
  await bench.target(notices(2), { kiosk, before: notices(1).sha256, back: 1 });
  await stands('back', 'notices 1', 'technicians 1');
  await bench.target(notices(2), { kiosk, before: notices(1).sha256 });
  await stands('running', 'notices 2', 'technicians 1');
  // The centre vouched for this kiosk: its receipts are genuine here, and the centre answers where they stand.
  const reference = makeReceiptReference(systemEntropy);
  const receipt = { reference, state: 'accepted-not-yet-sent', service: 'certify' } as const;
  const printed = receiptCodes.codeOf(receipt, 'hainan 1');
  expect(receiptCodes.check(printed)).toMatchObject({ ok: true, value: { ...receipt, kioskId: kiosk } });
  expect(receiptCodes.check(printed.replace('.certify.', '.apply.'))).toEqual(err('signature-wrong'));
  const authority = createAuthority(client);
  expect(await authority.checkReceipt(reference, stop.signal)).toEqual(ok({ known: false, steps: [] }));
  stop.abort();
  await running;
  store.close();
});
