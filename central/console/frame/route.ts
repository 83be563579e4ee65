import { useSyncExternalStore } from 'react';

/** `#/kiosks/K-0001?tab=alarms`: the centre serves one page, the part after `#` is ours. */
export interface Route {
  /** Segments of the path, decoded; never empty strings. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

/** Reads a `location.hash`. What cannot be decoded leads nowhere. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const segments = path.split('/').filter((segment) => segment !== '');
  try {
    return { path: segments.map(decodeURIComponent), query: new URLSearchParams(query) };
  } catch (error) {
    if (error instanceof URIError) return { path: ['nowhere'], query: new URLSearchParams() };
    throw error;
  }
}

/** The address of a page, for links. */
export function addressOf(path: readonly string[], query: Readonly<Record<string, string>> = {}): string {
  const asked = new URLSearchParams(query).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${asked === '' ? '' : `?${asked}`}`;
}

/** Goes to a page, as a link would. */
export function goTo(path: readonly string[], query: Readonly<Record<string, string>> = {}): void {
  location.hash = addressOf(path, query);
}

const subscribe = (changed: () => void) => {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
};

/** Where the operator is. */
export function useRoute(): Route {
  return routeOf(useSyncExternalStore(subscribe, () => location.hash));
}
