import { describe, expect, it } from 'vitest';
import { FakeContents, FakeSession, preventable } from './fake-contents.ts';
import { guardContents } from './guard-contents.ts';
import { guardSession } from './guard-session.ts';

const log = { warn: () => undefined };

describe('the page cannot leave', () => {
  function navigate(url: string, isMainFrame = true): boolean {
    const contents = new FakeContents();
    guardContents(contents.asContents, log);
    const event = preventable({ url, isMainFrame });
    contents.emit('will-frame-navigate', event);
    return !event.prevented;
  }

  it.each([
    'https://example.org/',
    'file:///etc/passwd',
    'kiosk://other/index.html',
    'kiosk://app.example.org/',
    'kioskx://app/',
    'about:blank',
    'javascript:void 0',
    'not an address',
  ])('to %s', (url) => {
    expect(navigate(url)).toBe(false);
  });

  it('but may load itself, in its main frame only', () => {
    expect(navigate('kiosk://app/index.html')).toBe(true);
    expect(navigate('kiosk://app/index.html', false)).toBe(false);
  });

  it.each(['will-redirect', 'will-attach-webview'])('by %s', (name) => {
    const contents = new FakeContents();
    guardContents(contents.asContents, log);
    const event = preventable({});
    contents.emit(name, event);
    expect(event.prevented).toBe(true);
  });

  it('by a new window', () => {
    const contents = new FakeContents();
    guardContents(contents.asContents, log);
    expect(contents.openWindow()).toEqual({ action: 'deny' });
  });
});

describe('the page may use the camera and nothing else', () => {
  const session = new FakeSession();
  guardSession(session.asSession, log);
  const OWN = 'kiosk://app/index.html';

  function asks(permission: string, details: object): boolean {
    const answers: boolean[] = [];
    session.ask(null, permission, (granted) => answers.push(granted), details);
    expect(answers).toHaveLength(1);
    return answers[0] ?? false;
  }

  it('ID-5 gives the camera to its own main frame', () => {
    expect(asks('media', { mediaTypes: ['video'], requestingUrl: OWN, isMainFrame: true })).toBe(true);
    expect(session.check(null, 'media', 'kiosk://app/', { mediaType: 'video' })).toBe(true);
  });

  it.each([
    ['the microphone', 'media', { mediaTypes: ['audio'], requestingUrl: OWN, isMainFrame: true }],
    [
      'camera and microphone',
      'media',
      { mediaTypes: ['video', 'audio'], requestingUrl: OWN, isMainFrame: true },
    ],
    ['nothing named', 'media', { requestingUrl: OWN, isMainFrame: true }],
    ['a frame', 'media', { mediaTypes: ['video'], requestingUrl: OWN, isMainFrame: false }],
    [
      'another page',
      'media',
      { mediaTypes: ['video'], requestingUrl: 'https://a.example/', isMainFrame: true },
    ],
    ['the screen', 'display-capture', { mediaTypes: ['video'], requestingUrl: OWN, isMainFrame: true }],
    ['the place', 'geolocation', { requestingUrl: OWN, isMainFrame: true }],
    ['the clipboard', 'clipboard-read', { requestingUrl: OWN, isMainFrame: true }],
    ['a device', 'hid', { requestingUrl: OWN, isMainFrame: true }],
    ['another program', 'openExternal', { requestingUrl: OWN, isMainFrame: true, externalURL: 'tel:1' }],
  ])('denies %s', (_, permission, details) => {
    expect(asks(permission, details)).toBe(false);
  });

  it.each([
    ['media', 'kiosk://app/', { mediaType: 'audio' }],
    ['media', 'https://a.example/', { mediaType: 'video' }],
    ['usb', 'kiosk://app/', {}],
  ])('checks %s of %s to be denied', (permission, origin, details) => {
    expect(session.check(null, permission, origin, details)).toBe(false);
  });

  it('denies devices and downloads', () => {
    expect(session.device()).toBe(false);
    const event = preventable({});
    session.emit('will-download', event);
    expect(event.prevented).toBe(true);
  });

  it.each([
    ['kiosk://app/assets/index.js', false],
    ['blob:kiosk://app/1b4e28ba', false],
    ['data:image/png;base64,AAAA', false],
    ['https://example.org/', true],
    ['file:///etc/passwd', true],
    ['kiosk://elsewhere/', true],
    ['blob:https://example.org/1', true],
  ])('INV-6 asks the network for nothing: %s', (url, cancelled) => {
    const answers: { cancel: boolean }[] = [];
    session.before({ url }, (answer) => answers.push(answer));
    expect(answers).toEqual([{ cancel: cancelled }]);
  });
});
