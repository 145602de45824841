/** The one-time token of a first-run link (`/#token=…` or `?token=…`), removed from the address bar so that it is not copied on. */
export function takeToken(): string {
  const address = new URL(window.location.href);
  const token = new URLSearchParams(address.hash.replace(/^#/, "")).get("token") ?? address.searchParams.get("token") ?? "";
  if (token) {
    address.searchParams.delete("token");
    address.hash = "";
    window.history.replaceState(null, "", address.pathname + address.search);
  }
  return token;
}

/** The token in what a person pasted: the whole link or the token alone. */
export function tokenIn(pasted: string): string {
  const found = /token=([^&\s]+)/.exec(pasted);
  return found?.[1] ? decodeURIComponent(found[1]) : pasted.trim();
}
