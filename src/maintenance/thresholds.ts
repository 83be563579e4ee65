const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MEGABYTE = 1024 * 1024;
const GIGABYTE = 1024 * MEGABYTE;

/**
 * From when on something needs hands, each with its unit and its reason. Where there are two, `…Stop` is when somebody
 * cannot be served; `…Over` is when an alarm that stands may go, so that a figure at the edge raises it once.
 */
export const THRESHOLDS = {
  /** Blanks. A busy day makes about ten cards: two days to bring new ones. */
  stockLow: 20,
  stockLowOver: 25,
  /** Cards in a bin: the retain and reject bins of these machines hold fifty. */
  binCapacity: 50,
  /** Share of the capacity: ten cards of room are two busy days. */
  binNearlyFull: 0.8,
  binNearlyFullOver: 0.7,
  /** Milliseconds. A minute off is seen on a receipt. */
  clockOffMs: MINUTE_MS,
  clockOffOverMs: 30 * SECOND_MS,
  /** Milliseconds. A kiosk's assertion lives 60 s and the centre allows a little: past this nobody is let in. */
  clockOffStopMs: 5 * MINUTE_MS,
  /** Bytes. Logs, backup and write-ahead log of a month fit into what is left. */
  diskLow: 2 * GIGABYTE,
  diskLowOver: 2.5 * GIGABYTE,
  /** Bytes. A backup needs as much again as the store. */
  diskStop: 500 * MEGABYTE,
  /** Milliseconds the oldest request waits to be sent: residents were promised it would go today. */
  oldestWaitingMs: HOUR_MS,
  /** Milliseconds until the centre's certificate ends: a new one takes the office some weeks. */
  certificateEndsMs: 30 * DAY_MS,
  /** Milliseconds. One is made every ten minutes; two hours are a disk that takes none. */
  backupAgeMs: 2 * HOUR_MS,
  /** Milliseconds since the technician list was issued: people leave, and their cards still open the kiosk. */
  technicianListAgeMs: 92 * DAY_MS,
  /** Bytes an hour over `memoryLookMs`. The core at rest stays within a few megabytes a day. */
  memoryGrowth: 4 * MEGABYTE,
  memoryGrowthOver: MEGABYTE,
  /** Milliseconds the growth is measured over; the first ones after a start do not count. */
  memoryLookMs: 6 * HOUR_MS,
  /** Bytes of the core: it works with 150 MB, and a gigabyte leaves nothing for the page on a 4 GB machine. */
  memoryHigh: GIGABYTE,
  /** Percent of the UPS battery: below it the machine is brought down. */
  batteryStop: 25,
  /** Mean luminance 0…255: a face in between is measured as in the evaluation of the model. */
  cameraDark: 40,
  cameraBright: 220,
  /** Variance of the Laplacian: below it a dirty or shifted lens blurs what the model needs. */
  cameraFocus: 60,
  /** Milliseconds without any touch: longer than a weekend with the hall closed. */
  touchSilentMs: 3 * DAY_MS,
  /** Milliseconds without a word of a page that says so every five seconds. */
  pageSilentMs: 20 * SECOND_MS,
  /** Milliseconds a technician is at work: by then somebody left it open. */
  maintenanceTooLongMs: HOUR_MS,
  /** Milliseconds a device has not worked before the centre hears an alarm: a cable put back heals sooner. */
  deviceDownMs: MINUTE_MS,
  /** Milliseconds what raised an alarm has to be away before the alarm is over: a loose contact rings once. */
  alarmCalmMs: MINUTE_MS,
} as const;
