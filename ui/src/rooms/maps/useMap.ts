import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, body } from "~/api/client";
import type { Asked } from "~/kit/selection/selection";

/** The map of a selection; while a new one is computed the last one stays on screen. */
export function useMap(asked: Asked) {
  return useQuery({
    queryKey: ["map", asked],
    queryFn: ({ signal }) => body(api.GET("/api/map", { params: { query: asked }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function useEvidence(key: string, asked: Asked) {
  return useQuery({
    queryKey: ["evidence", key, asked],
    queryFn: ({ signal }) => body(api.GET("/api/map/obstacles/{key}", { params: { path: { key }, query: asked }, signal })),
  });
}
