import type { DragEvent } from "react";
import { useBuilding, type Zone } from "./context";

/** Above this part of its height something dropped goes before, below the other one behind; between them onto it. */
const EDGES = [0.3, 0.7] as const;

/** What makes a part a place to drop another one at. */
export function useDropping(id: string, whole?: "end") {
  const { dragged, over, hover, drop } = useBuilding();
  const zoneOf = (event: DragEvent): Zone => {
    if (whole) return whole;
    const box = event.currentTarget.getBoundingClientRect();
    const at = (event.clientY - box.top) / Math.max(1, box.height);
    return at < EDGES[0] ? "before" : at > EDGES[1] ? "after" : "onto";
  };
  const on = {
    onDragOver: (event: DragEvent) => {
      if (dragged === null || dragged === id) return;
      event.preventDefault();
      event.stopPropagation();
      const zone = zoneOf(event);
      if (over?.id !== id || over.zone !== zone) hover({ id, zone });
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      event.stopPropagation();
      drop();
    },
  };
  return { on, zone: dragged !== null && over?.id === id ? over.zone : undefined };
}
