import type { Behind } from "~/api/types";

/** What the drawer shows, as it stands in the address (`obstacle~late~onboarding`): something with customers behind it,
 * or an obstacle that people put there (`remark`, by its id). */
export type Opened = Omit<Behind, "kind"> & { kind: Behind["kind"] | "remark" };

const KINDS: readonly Opened["kind"][] = ["remark", "stage", "step", "touchpoint", "obstacle", "feeling", "slowing", "left", "transition", "entered", "exited"];

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
