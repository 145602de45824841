import type { Behind } from "~/api/types";

/** What the drawer shows, as it stands in the address (`obstacle~late~onboarding`). */
export type Opened = Behind;

const KINDS: readonly Behind["kind"][] = ["stage", "step", "touchpoint", "obstacle", "feeling", "slowing", "left", "transition"];

export function writeOpened(opened: Opened): string {
  return [opened.kind, opened.key, opened.stage ?? ""].map((part) => encodeURIComponent(part).replaceAll("~", "%7E")).join("~");
}

export function readOpened(written: string | undefined): Opened | null {
  if (!written) return null;
  const [kind, key = "", stage = ""] = written.split("~").map(decodeURIComponent);
  const known = KINDS.find((one) => one === kind);
  return known ? { kind: known, key, stage } : null;
}

/** The change of an address that opens something on the map and keeps the selection. */
export function opening(opened: Opened) {
  return (before: object) => ({ ...before, open: writeOpened(opened) });
}
