/** Takes `#token=…` of an address: the token, and the address without it (so that nobody reads it from the bar). */
export function takeToken(address: string): { token: string; cleaned: string } | null {
  const url = new URL(address);
  const token = new URLSearchParams(url.hash.slice(1)).get('token');
  if (token === null || !/^[\w-]{16,}$/.test(token)) return null;
  url.hash = '';
  return { token, cleaned: url.href.replace(/#$/, '') };
}
