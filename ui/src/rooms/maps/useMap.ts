import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { createContext, useMemo } from "react";
import { api, body } from "~/api/client";
import type { Asked } from "~/kit/selection/selection";
import { useMoves } from "./moves/useMoves";

/**
 * The map of a selection; while a new one is computed the last one stays on screen. Its obstacles take longer to find
 * than everything else together, so they come by themselves: `searching` until they are here.
 */
export function useMap(asked: Asked, chosen: string[]) {
  const lanes = useQuery({
    queryKey: ["map", asked],
    queryFn: ({ signal }) => body(api.GET("/api/map", { params: { query: asked }, signal })),
    placeholderData: keepPreviousData,
  });
  const obstacles = useQuery({
    queryKey: ["obstacles", asked],
    queryFn: ({ signal }) => body(api.GET("/api/map/obstacles", { params: { query: asked }, signal })),
  });
  const moves = useMoves(asked, chosen);
  const drawn = useMemo(
    () => lanes.data && { ...lanes.data, obstacles: obstacles.data ?? [], moves: moves.data ?? [] },
    [lanes.data, obstacles.data, moves.data],
  );
  return { lanes, obstacles, moves, drawn, searching: obstacles.isPending };
}

/** Whether the obstacles of the map on screen are still being looked for. */
export const Searching = createContext(false);

export function useEvidence(key: string, asked: Asked) {
  return useQuery({
    queryKey: ["evidence", key, asked],
    queryFn: ({ signal }) => body(api.GET("/api/map/obstacles/{key}", { params: { path: { key }, query: asked }, signal })),
  });
}
