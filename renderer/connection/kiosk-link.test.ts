import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { View } from '../../src/contracts/view.ts';
import { sample } from '../gallery/samples.ts';
import { backOff } from './back-off.ts';
import { type KioskLink, kioskClient } from './kiosk-link.ts';
import { takeToken } from './token.ts';
import { webSocketLink } from './web-socket-link.ts';

function memoryLink() {
  let message: (message: unknown) => void = () => undefined;
  let lost: () => void = () => undefined;
  let found: () => void = () => undefined;
  const sent: unknown[] = [];
  const link: KioskLink = {
    onMessage: (listener) => {
      message = listener;
    },
    onLost: (listener) => {
      lost = listener;
    },
    onFound: (listener) => {
      found = listener;
    },
    send: (data) => sent.push(data),
    close: () => undefined,
  };
  return { link, sent, message: (data: unknown) => message(data), lost: () => lost(), found: () => found() };
}

describe('the renderer’s end of the wire', () => {
  it('greets, draws a view and names its revision in a command', () => {
    const wire = memoryLink();
    const client = kioskClient(wire.link, () => 0);
    wire.found();
    wire.message({ ...sample('welcome'), revision: 7 });
    client.command({ type: 'start' });
    expect(wire.sent).toEqual([
      { kind: 'hello', protocol: 1 },
      { kind: 'command', revision: 7, command: { type: 'start' } },
    ]);
  });

  it('sends nothing the view does not allow', () => {
    const wire = memoryLink();
    const client = kioskClient(wire.link, () => 0);
    client.command({ type: 'start' });
    wire.message({ ...sample('welcome'), can: [] });
    client.command({ type: 'start' });
    expect(wire.sent).toEqual([]);
  });

  it('drops and counts whatever is no view, and keeps the last good one', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (rubbish) => {
        const wire = memoryLink();
        const client = kioskClient(wire.link, () => 0);
        wire.message(sample('home'));
        for (const one of rubbish) wire.message(one);
        expect(client.current().dropped).toBe(rubbish.length);
        expect(client.current().view?.screen).toBe('home');
      }),
    );
  });

  it('does not go back to an older view', () => {
    const wire = memoryLink();
    const client = kioskClient(wire.link, () => 0);
    wire.message({ ...sample('home'), revision: 5 });
    wire.message({ ...sample('welcome'), revision: 4 });
    expect(client.current().view?.screen).toBe('home');
  });

  it('INV-6 forgets the view when the core is lost, and takes a restarted core’s low revisions', () => {
    const wire = memoryLink();
    const client = kioskClient(wire.link, () => 0);
    wire.found();
    wire.message({ ...sample('who-you-are'), revision: 90 });
    wire.lost();
    expect(client.current()).toMatchObject({ view: null, connected: false });
    wire.found();
    wire.message({ ...sample('welcome'), revision: 1 });
    expect(client.current().view?.screen).toBe('welcome');
  });

  it('reports activity at most once a second', () => {
    const wire = memoryLink();
    let now = 0;
    const client = kioskClient(wire.link, () => now);
    wire.message(sample('home'));
    for (const at of [0, 10, 999, 1000, 1500, 2000]) {
      now = at;
      client.activity();
    }
    expect(wire.sent).toHaveLength(3);
  });
});

describe('a technician at the renderer’s end', () => {
  const signIn: View = {
    ...sample('welcome'),
    screen: 'maintenance',
    revision: 12,
    since: 0,
    counters: [],
    page: {
      page: 'sign-in',
      step: 'how',
      person: 'first',
      technician: null,
      problem: null,
      waitUntil: null,
      checking: false,
    },
  };

  it('sends acts on the maintenance screen alone, with its revision', () => {
    const wire = memoryLink();
    const client = kioskClient(wire.link, () => 0);
    client.maintain({ act: 'use-card' });
    wire.message(sample('home'));
    client.maintain({ act: 'use-card' });
    wire.message(signIn);
    client.maintain({ act: 'use-card' });
    client.maintain({ act: 'enter-pin', pin: '12' });
    expect(wire.sent).toEqual([{ kind: 'maintain', revision: 12, act: { act: 'use-card' } }]);
  });

  it('calls from every screen but the technician’s own, and only where there is a core', () => {
    const wire = memoryLink();
    const client = kioskClient(wire.link, () => 0);
    client.callTechnician();
    wire.found();
    client.callTechnician();
    wire.message(sample('out-of-service'));
    client.callTechnician();
    wire.message(signIn);
    client.callTechnician();
    expect(wire.sent.slice(1)).toEqual([{ kind: 'call-technician' }, { kind: 'call-technician' }]);
  });

  it('says that the page lives, and nothing that breaks the contract', () => {
    const wire = memoryLink();
    const client = kioskClient(wire.link, () => 0);
    wire.found();
    client.pageAlive({ heapBytes: null, longestFrameMs: 17, touches: 3 });
    client.pageAlive({ heapBytes: -1, longestFrameMs: 17, touches: 3 });
    expect(wire.sent.slice(1)).toEqual([
      { kind: 'page-alive', heapBytes: null, longestFrameMs: 17, touches: 3 },
    ]);
  });
});

describe('the browser shell’s link', () => {
  it('carries the token as subprotocol, comes back by itself and survives rubbish', () => {
    const opened: { protocol: string; socket: Partial<WebSocket> }[] = [];
    const waits: number[] = [];
    const link = webSocketLink({
      url: 'ws://127.0.0.1/kiosk',
      token: 'abc',
      open: (_, protocol) => {
        const socket: Partial<WebSocket> = {};
        opened.push({ protocol, socket });
        return socket as WebSocket;
      },
      after: (milliseconds, act) => {
        waits.push(milliseconds);
        if (waits.length < 4) act();
        return () => undefined;
      },
    });
    const got: unknown[] = [];
    let lost = 0;
    link.onMessage((message) => got.push(message));
    link.onLost(() => {
      lost += 1;
    });
    const last = () => opened.at(-1)?.socket as WebSocket;
    last().onmessage?.({ data: '{"a":1}' } as MessageEvent);
    last().onmessage?.({ data: '{"a":' } as MessageEvent);
    expect(got).toEqual([{ a: 1 }, null]);
    for (let i = 0; i < 4; i += 1) last().onclose?.({} as CloseEvent);
    expect(opened.map((one) => one.protocol)).toEqual(Array(4).fill('kiosk.abc'));
    expect(waits).toEqual([250, 500, 1000, 2000]);
    expect(lost).toBe(4);
  });

  it('never waits longer than five seconds', () => {
    expect(backOff(0)).toBe(250);
    expect(backOff(1000)).toBe(5000);
  });

  it('takes the token out of the address', () => {
    expect(takeToken('http://127.0.0.1:1/?a=1#token=abcdefghijklmnop')).toEqual({
      token: 'abcdefghijklmnop',
      cleaned: 'http://127.0.0.1:1/?a=1',
    });
    expect(takeToken('http://127.0.0.1:1/')).toBeNull();
    expect(takeToken('http://127.0.0.1:1/#token=<x>')).toBeNull();
  });
});

it('keeps the sentences that are said otherwise until others come, and says how many fit nowhere', () => {
  const wire = memoryLink();
  const client = kioskClient(wire.link, () => 0);
  const texts = { zh: { 'welcome.start': '来', nowhere: 'x' }, en: {} };
  wire.message({ ...sample('welcome'), revision: 1, texts });
  wire.message({ ...sample('welcome'), revision: 2 });
  expect(client.current().texts).toEqual(texts);
  expect(wire.sent).toEqual([{ kind: 'texts-heard', ignored: 1 }]);
  wire.message({ ...sample('welcome'), revision: 3, texts: { zh: {}, en: {} } });
  expect(client.current().texts).toEqual({ zh: {}, en: {} });
});
