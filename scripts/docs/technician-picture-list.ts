/** One screen of a technician's page: its name in the gallery, and the button to touch first where the page has faces. */
export interface TechnicianScreen {
  readonly sample: string;
  /** `data-command` of the button. */
  readonly touch?: string;
}

/** Screens beside each other, as a task leads through them. */
export interface TechnicianPicture {
  /** File name in `docs/pictures`, without its ending. */
  readonly file: string;
  readonly screens: readonly TechnicianScreen[];
}

const sheet = (file: string, ...screens: (string | TechnicianScreen)[]): TechnicianPicture => ({
  file: `technician-${file}`,
  screens: screens.map((screen) => {
    const { sample, ...more } = typeof screen === 'string' ? { sample: screen } : screen;
    return { sample: `maintenance/${sample}`, ...more };
  }),
});

/** The pictures of the technician's handbook, in its order. */
export const TECHNICIAN_PICTURES: readonly TechnicianPicture[] = [
  sheet('sign-in', 'sign-in-how', 'sign-in-code', 'sign-in-pin'),
  sheet('readiness', 'readiness-stop'),
  sheet('pages', { sample: 'readiness-well', touch: 'open-tasks' }, 'devices', 'leaving-stop'),
  sheet(
    'load-cards',
    'task-load-cards-count-second-count',
    'task-load-cards-explain-difference-choose',
    'task-load-cards-put-in-choose',
  ),
  sheet(
    'empty-bin',
    'task-empty-retain-bin-open-bin-do',
    'task-empty-retain-bin-list-cards-cards',
    'task-empty-retain-bin-seal-bag-do',
  ),
  sheet(
    'settle-unknown',
    'task-settle-unknown-choose-unknown-choose',
    'task-settle-unknown-advice-do',
    'task-settle-unknown-where-found-choose',
  ),
  sheet(
    'change-paper',
    'task-change-paper-open-cover-do',
    'task-change-paper-put-roll-do',
    'task-change-paper-paper-right-choose',
  ),
  sheet(
    'replace-device',
    'task-replace-device-plug-in-do',
    'task-replace-device-choose-found-choose',
    'task-replace-device-restart-running',
  ),
  sheet(
    'test-device',
    'task-test-device-choose-device-choose',
    'task-test-device-prepare-do',
    'task-test-device-draw-draw',
  ),
  sheet(
    'export',
    'task-export-logs-put-stick-do',
    'task-export-logs-take-stick-do',
    'task-export-logs-not-written-choose',
  ),
  sheet(
    'system',
    'task-set-clock-choose-how-choose',
    'task-set-network-enter-address-enter',
    'task-close-service-sure-choose',
  ),
  sheet(
    'begin-and-end',
    'task-enrol-enter-code-enter',
    'task-decommission-what-is-left-choose',
    'task-decommission-sure-choose',
  ),
];
