import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { api, body } from "~/api/client";
import type { AskedBody, Dashboard, Tile } from "~/api/types";
import type { Answer } from "~/rooms/explore/useExplore";

export function useSavedQuestions() {
  return useQuery({ queryKey: ["saved-questions"], queryFn: ({ signal }) => body(api.GET("/api/saved-questions", { signal })) });
}

export function useDashboards() {
  return useQuery({ queryKey: ["dashboards"], queryFn: ({ signal }) => body(api.GET("/api/dashboards", { signal })) });
}

export function useDashboard(id: string) {
  return useQuery({ queryKey: ["dashboards", id], queryFn: ({ signal }) => body(api.GET("/api/dashboards/{dashboard}", { params: { path: { dashboard: id } }, signal })) });
}

/** The answer of a saved question, in the shape of any answer. */
export function useSavedAnswer(saved: string, version: number) {
  return useQuery({
    queryKey: ["saved-answer", saved, version],
    queryFn: async ({ signal }) => (await body(api.GET("/api/saved-questions/{saved}/answer", { params: { path: { saved } }, signal }))) as unknown as Answer,
  });
}

/** Changes to what is kept; whatever lists it is read anew. */
export function useKeeping() {
  const client = useQueryClient();
  const anew = () => client.invalidateQueries({ predicate: ({ queryKey }) => ["saved-questions", "dashboards"].includes(queryKey[0] as string) });
  const save = useMutation({ mutationFn: (given: { name: string; asked: AskedBody }) => body(api.POST("/api/saved-questions", { body: given })), onSuccess: anew });
  const change = useMutation({
    mutationFn: ({ id, ...given }: { id: string; name: string; asked: AskedBody; version: number }) => body(api.PUT("/api/saved-questions/{saved}", { params: { path: { saved: id } }, body: given })),
    onSuccess: anew,
  });
  const forget = useMutation({ mutationFn: (saved: string) => api.DELETE("/api/saved-questions/{saved}", { params: { path: { saved } } }), onSuccess: anew });
  const create = useMutation({ mutationFn: (given: { name: string; tiles: Tile[] }) => body(api.POST("/api/dashboards", { body: given })), onSuccess: anew });
  const arrange = useMutation({
    mutationFn: ({ id, name, tiles, version }: Dashboard) => body(api.PUT("/api/dashboards/{dashboard}", { params: { path: { dashboard: id } }, body: { name, tiles, version } })),
    onSuccess: anew,
  });
  const remove = useMutation({ mutationFn: (dashboard: string) => api.DELETE("/api/dashboards/{dashboard}", { params: { path: { dashboard } } }), onSuccess: anew });
  return { save, change, forget, create, arrange, remove };
}

/** Saves a dashboard one change after the other, each upon the version that the one before made. */
export function useArranging(board: Dashboard) {
  const client = useQueryClient();
  const version = useRef(board.version);
  return useMutation({
    scope: { id: `dashboard ${board.id}` },
    mutationFn: async ({ name, tiles }: { name: string; tiles: Tile[] }) => {
      const kept = await body(api.PUT("/api/dashboards/{dashboard}", { params: { path: { dashboard: board.id } }, body: { name, tiles, version: version.current } }));
      version.current = kept.version;
      return kept;
    },
    onSuccess: (kept) => {
      client.setQueryData(["dashboards", board.id], kept);
      void client.invalidateQueries({ queryKey: ["dashboards"], exact: true });
    },
  });
}

/** A name for a tile that no other tile of the board has. */
export function freshId(tiles: readonly Tile[]): string {
  const taken = new Set(tiles.map(({ id }) => id));
  for (let number = tiles.length + 1; ; number++) if (!taken.has(`tile_${number}`)) return `tile_${number}`;
}
