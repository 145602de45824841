import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, body } from "~/api/client";
import type { Asked } from "~/kit/selection/selection";

/** As many lanes of segments as a map may have. */
export const MOST_LANES = 6;

/** The lanes of the chosen segments; while others are read the last ones stay on screen. */
export function useMoves(asked: Asked, chosen: string[]) {
  return useQuery({
    queryKey: ["moves", chosen, asked],
    queryFn: ({ signal }) => body(api.GET("/api/map/moves", { params: { query: { ...asked, moves: chosen } }, signal })),
    placeholderData: keepPreviousData,
    enabled: chosen.length > 0,
    select: (lanes) => lanes.filter((lane) => chosen.includes(lane.segment)),
  });
}
