import type { JourneyMap, MapStage } from "~/api/types";
import type { Opened } from "../opened";

/** Where a cell stands in the grid, and what pressing something in it does. */
export interface Place {
  map: JourneyMap;
  stage: MapStage;
  lane: number;
  column: number;
  opened: Opened | null;
  open: (what: Opened) => void;
}

/** The lane of things that stand outside the grid, where Tab reaches each of them. */
export const NO_LANE = -1;

/** Attributes of something that the arrow keys can reach. */
export function item(place: Pick<Place, "lane" | "column">) {
  if (place.lane === NO_LANE) return {};
  return { "data-item": "", "data-lane": place.lane, "data-column": place.column, tabIndex: -1 };
}

export function same(a: Opened | null, b: Opened): boolean {
  return a !== null && a.kind === b.kind && a.key === b.key && (a.stage ?? "") === (b.stage ?? "");
}
