import { EventEmitter } from 'node:events';
import type { IpcMain } from 'electron';
import { describe, expect, it } from 'vitest';
import type { ScreenMessage } from '../../src/contracts/command.ts';
import { endedView } from '../supervisor/fixture-view.ts';
import { CHANNELS } from './channels.ts';
import { FakeContents } from './fake-contents.ts';
import { screenLink } from './screen-link.ts';

function open() {
  const ipcMain = new EventEmitter();
  const contents = new FakeContents();
  const heard: ScreenMessage[] = [];
  const lines: unknown[] = [];
  const link = screenLink({
    ipcMain: ipcMain as unknown as IpcMain,
    contents: contents.asContents,
    onMessage: (message) => heard.push(message),
    log: { warn: (event, fields) => lines.push({ event, ...fields }) },
  });
  const say = (raw: unknown, event: object = {}) =>
    ipcMain.emit(CHANNELS.message, { sender: contents, senderFrame: contents.mainFrame, ...event }, raw);
  return { contents, heard, lines, link, say };
}
const ACTIVITY = { kind: 'activity' };

describe('the line to the page', () => {
  it('hands on what its main frame says', () => {
    const { say, heard } = open();
    say(ACTIVITY);
    expect(heard).toEqual([ACTIVITY]);
  });

  it.each([
    ['another page', { sender: new FakeContents() }],
    ['a frame in the page', { senderFrame: { url: 'kiosk://app/index.html' } }],
    ['a frame that is gone', { senderFrame: null }],
  ])('hears nothing from %s', (_, event) => {
    const { say, heard, lines } = open();
    say(ACTIVITY, event);
    expect(heard).toEqual([]);
    expect(lines).toEqual([{ event: 'page-act-denied', reason: 'sender' }]);
  });

  it('hears nothing from its own frame once that shows something else', () => {
    const { say, heard, contents } = open();
    contents.mainFrame.url = 'https://example.org/';
    say(ACTIVITY);
    expect(heard).toEqual([]);
  });

  it('drops what does not parse, and INV-6 logs none of it', () => {
    const { say, heard, lines } = open();
    for (const raw of [null, 'activity', { kind: 'command', mobile: '13800138000' }, [], undefined]) say(raw);
    expect(heard).toEqual([]);
    expect(lines).toHaveLength(5);
    expect(JSON.stringify(lines)).not.toContain('13800138000');
  });

  it('INV-6 tells the page that core is gone, and talks to no page that is closed', () => {
    const { link, contents } = open();
    link.show(endedView(1, 'a'));
    link.tellCore(false);
    contents.done.push('destroyed');
    link.tellCore(true);
    expect(contents.sent.map(([channel]) => channel)).toEqual([CHANNELS.view, CHANNELS.core]);
    expect(contents.sent[1]).toEqual([CHANNELS.core, false]);
  });
});
