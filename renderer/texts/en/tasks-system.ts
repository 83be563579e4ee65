import { fact, type TasksWords } from '../task-words.ts';

const againOr = { again: 'Try again', 'give-up': 'Stop' };

/** Logs, clock, network, restarts, enrolment, the end of a kiosk. */
export const systemTasks: Pick<
  TasksWords,
  | 'export-logs'
  | 'set-clock'
  | 'set-network'
  | 'restart-core'
  | 'restart-machine'
  | 'enrol'
  | 'decommission'
  | 'unlock-technician'
> = {
  'export-logs': {
    steps: {
      'put-stick': {
        title: 'Open the cabinet, put a USB stick in',
        lead: 'The socket is inside the door. The file is encrypted; only the centre can open it.',
        button: 'It is in',
      },
      'find-stick': { title: 'Looking for the stick' },
      'no-stick': { title: 'No stick was found', lead: 'Pull it out and put it in again.', values: againOr },
      'choose-stick': { title: 'Which stick?', lead: 'Below each is how much room it has.' },
      write: { title: 'Writing to the stick', lead: 'Do not pull it out yet.' },
      'not-written': { title: 'It was not written', values: againOr },
      'take-stick': {
        title: 'Written. Take the stick out',
        lead: (facts) => `File ${fact(facts, 'file')}, ${fact(facts, 'megabytes')} MB.`,
        button: 'It is out',
      },
      done: { title: 'The logs are exported', lead: 'Close the cabinet and give the stick to the centre.' },
    },
  },
  'set-clock': {
    steps: {
      compare: { title: 'Comparing with the centre' },
      'choose-how': {
        title: 'Change the time?',
        lead: (facts) =>
          facts.centreTime !== undefined
            ? `Kiosk ${fact(facts, 'kioskTime')}, centre ${fact(facts, 'centreTime')}. ${offset(Number(facts.offsetSeconds))}`
            : `Kiosk ${fact(facts, 'kioskTime')}. The centre is not reached; the time can only be typed.`,
        values: {
          centre: ['Take the time of the centre', 'The most exact'],
          'by-hand': ['Type it', 'Look at a telephone'],
          leave: 'Leave it as it is',
        },
      },
      'enter-time': { title: 'What time is it?', lead: 'Year, month, day, hour, minute.' },
      set: { title: 'Setting the clock' },
      'not-set': { title: 'The clock was not set', values: againOr },
      done: {
        title: (facts) => (facts.how === 'left' ? 'The clock was left alone' : 'The clock is set'),
        lead: (facts) => (facts.how === 'left' ? 'The time is as before.' : moved(Number(facts.bySeconds))),
      },
    },
  },
  'set-network': {
    steps: {
      look: { title: 'Looking at the network' },
      'choose-interface': { title: 'Which interface?' },
      'choose-how': {
        title: 'How is it connected?',
        lead: (facts) =>
          facts.address === '' || facts.address === undefined
            ? 'It has no address now. First see whether the cable is in.'
            : `Its address is ${fact(facts, 'address')}.`,
        values: {
          automatic: ['Automatic', 'The network gives the address; the usual way'],
          fixed: ['By hand', 'With addresses from the office'],
          leave: 'Leave it as it is',
        },
      },
      'enter-address': {
        title: 'Address of this kiosk',
        lead: 'As the office gave it, with slash and length, like 10.1.2.3/24.',
      },
      'enter-gateway': { title: 'Address of the gateway', lead: 'As the office gave it, like 10.1.2.1.' },
      'enter-name-server': {
        title: 'Address of the name server',
        lead: 'As the office gave it, like 10.1.2.1.',
      },
      try: { title: 'Trying the new network', lead: 'If the centre is not reached, the old one comes back.' },
      'not-reached': {
        title: 'The centre is not reached',
        lead: 'The network before is in use again.',
        values: {
          again: 'Change it and try again',
          'keep-anyway': ['Use the new one all the same', 'Only if the centre itself is down'],
          'give-up': 'Keep the old one',
        },
      },
      keep: { title: 'Taking the new network into use' },
      done: {
        title: (facts) =>
          ({
            kept: 'The network is set',
            'taken-back': 'The network before is in use',
            left: 'The network was left alone',
          })[fact(facts, 'outcome')] ?? 'The network was looked at',
      },
    },
  },
  'restart-core': {
    steps: {
      sure: {
        title: 'Restart the software?',
        lead: 'The screen goes dark for some seconds and comes back to the checks. No new sign-in.',
        values: { yes: 'Restart', no: 'Do not restart' },
      },
      restart: { title: 'Restarting the software', lead: 'Back at the checks, touch "Go on".' },
      done: { title: 'The software was restarted' },
    },
  },
  'restart-machine': {
    steps: {
      sure: {
        title: 'Restart the whole machine?',
        lead: 'About three minutes. First see that no card is in a gate.',
        values: { yes: 'Restart', no: 'Do not restart' },
      },
      restart: {
        title: 'Restarting the machine',
        lead: 'Leave the power on. Sign in afterwards and touch "Go on" at the checks.',
      },
      'not-restarted': { title: 'It was not restarted', button: 'Understood' },
      done: { title: 'The machine was restarted' },
    },
  },
  enrol: {
    steps: {
      how: {
        title: 'How do you give the code?',
        lead: 'The centre gave it to you. It holds once.',
        running: 'Looking at this kiosk',
        values: {
          scan: ['Scan it', 'The square on the paper'],
          type: ['Type it', 'Sixteen letters and digits'],
        },
      },
      'scan-code': { title: 'Hold the code to the scanner', lead: 'Twenty centimetres away, still.' },
      'enter-code': { title: 'Type the code', lead: 'Sixteen letters and digits. Hyphens do not matter.' },
      enrol: { title: 'Enrolling at the centre' },
      'not-enrolled': { title: 'It was not enrolled', values: againOr },
      done: { title: 'Enrolled', lead: 'The centre knows this kiosk.' },
    },
  },
  decommission: {
    steps: {
      'what-is-left': {
        title: (facts) =>
          Number(facts.stops) > 0 ? 'It cannot be decommissioned yet' : 'It can be decommissioned',
        lead: (facts) =>
          Number(facts.stops) > 0
            ? 'First empty the bins and let everything be finished and sent. Below is what is left.'
            : 'Take the blank cards along. This kiosk will never work again.',
        running: 'Looking what is left',
        values: { 'go-on': 'Go on', 'look-again': 'Look again', 'give-up': 'Keep the kiosk' },
      },
      sure: {
        title: 'Really decommission this kiosk?',
        lead: 'Keys and all data are destroyed. Nothing brings them back.',
        values: { yes: 'Yes, destroy everything', no: 'No, keep the kiosk' },
      },
      'enter-kiosk-name': {
        title: 'Type the name of this kiosk',
        lead: (facts) => `As it is written here: ${fact(facts, 'kioskName')}. What has no key is left out.`,
      },
      'tell-centre': { title: 'Telling the centre' },
      'not-told': {
        title: 'The centre does not know yet',
        lead: 'You can go on. The paper will say that the centre did not hear.',
        values: { again: 'Try again', 'go-on': 'Go on without', 'give-up': 'Keep the kiosk' },
      },
      destroy: {
        title: 'Destroying keys and data',
        lead: 'Leave the power on. A proof is printed at the end.',
      },
      done: { title: 'This kiosk is decommissioned' },
    },
  },
  'unlock-technician': {
    steps: {
      'choose-technician': {
        title: 'Who is to be let in again?',
        lead: 'Make sure that it is them.',
        running: 'Looking who is locked out',
      },
      'nobody-locked': { title: 'Nobody is locked out', button: 'Understood' },
      unlock: { title: 'Unlocking' },
      done: {
        title: (facts) =>
          facts.technician === 'nobody' ? 'Nobody is locked out' : `${fact(facts, 'technician')} can sign in`,
        lead: 'Fifteen wrong tries in a row lock again.',
      },
    },
  },
};

/** By how much it was set. Seconds; more than nought: forwards. */
function moved(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds === 0) return 'It was right already.';
  return `It was moved ${seconds > 0 ? 'forward' : 'back'} by ${Math.abs(seconds)} s.`;
}

/** How far the clock is off, as people say it. Seconds; more than nought: the kiosk is slow. */
function offset(seconds: number): string {
  if (!Number.isFinite(seconds)) return '';
  if (seconds === 0) return 'They agree.';
  return `The kiosk is ${Math.abs(seconds)} s ${seconds > 0 ? 'slow' : 'fast'}.`;
}
