import { fact, type TasksWords, words } from '../task-words.ts';
import { deviceWord, serviceWord } from './tasks-values.ts';

const stopOr = {
  'try-again': 'Try again',
  again: 'Try again',
  'look-again': 'Look again',
  stop: 'Stop here',
};

/** What the hand does before a test. */
const PREPARE: Readonly<Record<string, string>> = {
  'id-card-reader': 'Lay a test identity card flat on the reader and leave it there.',
  'social-card-reader': 'Put a test card into the slot, chip up and chip end first.',
  'card-acceptor': 'Put a test card in, chip up, and let go of it. Take it when it comes out.',
  'card-issuer': 'One blank is taken from the stack and goes to the reject bin: it is used up.',
  'pin-pad': 'Press any two digits on the pad.',
  'receipt-printer': 'One page is printed.',
  'document-printer': 'One page is printed.',
  'card-face-printer': 'It is only asked how it is. Nothing to do.',
  'code-scanner': 'Hold any QR code to the scanner, twenty centimetres away.',
  'cabinet-board': 'Four lamps blink in turn, and the camera light goes on. Look at the front.',
};

/** What a person has to see, because no sensor does. */
const SAW: Readonly<Record<string, string>> = {
  'receipt-printer': 'Is the print right?',
  'document-printer': 'Is the print right?',
  'cabinet-board': 'Did all four blink, and was the light on?',
};

/** Paper, readers, tests, screen, single services. */
export const deviceTasks: Pick<
  TasksWords,
  'change-paper' | 'replace-device' | 'test-device' | 'set-screen' | 'close-service'
> = {
  'change-paper': {
    steps: {
      'open-cover': {
        title: 'Open the cover of the printer',
        lead: 'Open the cabinet and press the cover button of the printer; the cover jumps up.',
        running: 'Asking the printer',
        button: 'It is open',
      },
      'put-roll': {
        title: 'Put in the new roll',
        lead: 'Take the old core out. The paper of the new roll comes from below, towards you. Pull a little out.',
        button: 'It is in',
      },
      'close-cover': {
        title: 'Close the cover until it clicks',
        lead: 'The end of the paper stays outside.',
        button: 'It is closed',
      },
      'print-test': { title: 'Printing a test page', lead: 'Wait until it comes out.' },
      'printer-says': {
        title: 'The printer is not ready',
        running: 'Asking the printer',
        values: {
          'look-again': ['Done, look again', 'First do what the yellow bar says'],
          stop: ['Stop here', 'No receipts on paper, only codes'],
        },
      },
      'paper-right': {
        title: 'Is the test page right?',
        lead: 'Black is black, letters are clear, nothing is missing.',
        values: {
          right: 'Yes',
          'print-again': 'Print one more',
          'not-right': ['No', 'Pale, cut off, white lines'],
        },
      },
      done: { title: 'The paper is changed', lead: 'Please close the cabinet.' },
    },
  },
  'replace-device': {
    steps: {
      'choose-device': { title: 'Which device is replaced?', running: 'Looking at the devices' },
      'take-out': {
        title: (facts) => `Take out the old ${deviceWord(facts)}`,
        lead: 'Open the cabinet. First the cable, then the clips.',
        button: 'It is out',
      },
      'plug-in': {
        title: (facts) => `Put in the new ${deviceWord(facts)}`,
        lead: 'Clips closed, cable all the way in.',
        button: 'It is in',
      },
      'look-for': { title: 'Looking for the new device', lead: 'Every port is asked.' },
      'nothing-found': {
        title: 'No new device was found',
        lead: 'Is the cable in? Is its light on? Is the old one out?',
        values: stopOr,
      },
      'choose-found': {
        title: 'Is it this one?',
        lead: 'Choose the one you put in.',
        values: { 'look-again': 'None of them, look again' },
      },
      'self-test': { title: 'Trying the new device', lead: 'It is used only if it works.' },
      'test-failed': {
        title: 'The new device does not work',
        values: { ...stopOr, 'choose-other': 'Try another device' },
      },
      'write-table': { title: 'Writing it into the device table' },
      'not-written': { title: 'It could not be written into the device table', values: stopOr },
      restart: {
        title: 'Taking it into use',
        lead: 'The screen goes dark for a minute and comes back to the checks. Touch "Go on" there.',
      },
      done: {
        title: 'The new device is in use',
        lead: 'Please close the cabinet and take the old one with you.',
      },
    },
  },
  'test-device': {
    steps: {
      'choose-device': { title: 'Which one?', running: 'Looking at the devices' },
      prepare: {
        title: (facts) => `Test the ${deviceWord(facts)}`,
        lead: (facts) => words(facts, 'deviceClass', PREPARE) ?? 'Begin when you are ready.',
        button: 'Begin',
      },
      testing: {
        title: (facts) => `Testing the ${deviceWord(facts)}`,
        lead: (facts) => words(facts, 'deviceClass', PREPARE) ?? 'Please wait.',
      },
      draw: { title: 'Draw through every field', lead: 'A field that feels you changes its colour.' },
      'look-at-camera': {
        title: 'Is the picture clear?',
        lead: 'Stand before the kiosk; look at light and focus.',
      },
      'hear-sound': { title: 'Can you hear it?', lead: 'Three notes, each higher than the last.' },
      'what-you-saw': {
        title: (facts) => words(facts, 'deviceClass', SAW) ?? 'Did you see it?',
        values: { yes: 'Yes', no: 'No' },
      },
      result: {
        title: (facts) =>
          ({ passed: 'It works', failed: 'It does not work', 'not-seen': 'It could not be tested' })[
            fact(facts, 'outcome')
          ] ?? 'Tested',
        running: 'Writing it down',
        values: { 'test-another': 'Test another', finish: 'Finish' },
      },
      done: { title: 'Tests finished' },
    },
  },
  'set-screen': {
    steps: {
      draw: { title: 'Draw through every field', lead: 'A field that feels you changes its colour.' },
      'touch-off': {
        title: 'Some fields do not feel you',
        lead: (facts) => `${fact(facts, 'missed')} fields did not answer.`,
        values: {
          calibrate: ['Calibrate', 'Touch the crosses on the screen'],
          'draw-again': ['Draw again', 'Wipe the screen first'],
          'leave-it': ['Leave it', 'It is on record'],
        },
      },
      calibrate: { title: 'Calibrating', lead: 'Touch every cross exactly.' },
      'not-calibrated': { title: 'It was not calibrated', button: 'Understood' },
      'low-reach': {
        title: 'Put the buttons lower?',
        lead: (facts) =>
          facts.now === 'on'
            ? 'They are low now: people in wheelchairs reach them.'
            : 'They are as usual now. Lower, people in wheelchairs reach them too.',
        running: 'Looking at the setting',
        values: {
          on: ['Lower', 'On an upright screen, all buttons in the lower half'],
          off: ['As usual', 'Residents can still put them lower themselves'],
        },
      },
      apply: { title: 'Saving' },
      done: { title: 'The screen is checked' },
    },
  },
  'close-service': {
    steps: {
      'choose-service': {
        title: 'Which service?',
        lead: 'To close it, or to open it again.',
        running: 'Looking at the services',
      },
      'choose-reason': {
        title: (facts) => `Why close the service ${serviceWord(facts)}?`,
        values: {
          'device-fault': ['A device has a fault', 'It does not notice itself'],
          'no-supplies': ['Supplies are missing', 'Waiting for them'],
          'office-asked': ['The office asked for it', 'There is a notice'],
          trial: ['Something is tried out', 'Open afterwards'],
        },
      },
      sure: {
        title: (facts) =>
          facts.since !== undefined
            ? `Open the service ${serviceWord(facts)} again?`
            : `Close the service ${serviceWord(facts)}?`,
        lead: 'The home screen says so at once. A session under way goes on.',
        values: {
          close: 'Close it',
          'keep-open': 'Keep it open',
          'open-again': 'Open it',
          'keep-closed': 'Not yet',
        },
      },
      write: { title: 'Saving' },
      done: {
        title: (facts) =>
          facts.state === 'closed' ? `Closed: ${serviceWord(facts)}` : `Open: ${serviceWord(facts)}`,
        lead: (facts) =>
          facts.state === 'closed' ? 'Remember to open it when it is mended.' : 'People can choose it now.',
      },
    },
  },
};
