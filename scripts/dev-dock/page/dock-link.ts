import { useCallback, useEffect, useState } from 'react';
import type { DockCatalogue, DockState } from '../dock-state.ts';

/** What the page knows of the kiosk's surroundings, and the way to change them. */
export interface Dock {
  readonly catalogue: DockCatalogue;
  readonly state: DockState;
  /** What went wrong with the last act, in the server's words. */
  readonly complaint: string | null;
  readonly act: (path: string, body?: object) => void;
}

const LOOK_EVERY_MS = 700;

async function ask<T>(path: string, body?: object): Promise<T> {
  const init: RequestInit =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(path, init);
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.error?.message ?? `status ${answer.status}`);
  return told;
}

const sentence = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** The dock's server, looked at again and again; null until it has answered for the first time. */
export function useDock(): Dock | null {
  const [catalogue, setCatalogue] = useState<DockCatalogue | null>(null);
  const [state, setState] = useState<DockState | null>(null);
  const [complaint, setComplaint] = useState<string | null>(null);

  useEffect(() => {
    let over = false;
    let timer = 0;
    const look = async () => {
      try {
        const now = await ask<DockState>('/api/state');
        if (over) return;
        setState(now);
        if (document.visibilityState === 'visible') setComplaint((was) => (was === AWAY ? null : was));
      } catch {
        if (!over) setComplaint(AWAY);
      }
      if (!over) timer = window.setTimeout(look, LOOK_EVERY_MS);
    };
    ask<DockCatalogue>('/api/catalogue').then(setCatalogue, (cause) => setComplaint(sentence(cause)));
    void look();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, []);

  const act = useCallback((path: string, body: object = {}) => {
    ask<DockState>(`/api/${path}`, body).then(
      (now) => {
        setState(now);
        setComplaint(null);
      },
      (cause) => setComplaint(sentence(cause)),
    );
  }, []);

  return catalogue === null || state === null ? null : { catalogue, state, complaint, act };
}

const AWAY = 'npm start has ended, or does not answer.';
