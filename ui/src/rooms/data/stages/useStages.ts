import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "~/api/client";
import type { StageSet } from "~/api/types";
import type { PageAsked } from "~/kit/behind/paging";

/** A number of the preview, as the question `moves` names it. */
export type Where = Record<string, string>;

const SETTLED_MS = 350;

export function useStageSets() {
  return useQuery({ queryKey: ["stage-sets"], queryFn: ({ signal }) => body(api.GET("/api/stage-sets", { signal })) });
}

export function useRegistry() {
  return useQuery({ queryKey: ["touchpoints"], queryFn: ({ signal }) => body(api.GET("/api/touchpoints", { signal })) });
}

/** What the draft would change, asked again when typing pauses. */
export function usePreview(draft: StageSet) {
  const [settled] = useDebouncedValue(JSON.stringify(draft), SETTLED_MS);
  return useQuery({
    queryKey: ["stages-preview", settled],
    queryFn: ({ signal }) => body(api.POST("/api/stage-sets/preview", { body: JSON.parse(settled) as StageSet, signal })),
    placeholderData: keepPreviousData,
  });
}

export function useVersions(key: string) {
  return useQuery({ queryKey: ["stage-set-versions", key], queryFn: ({ signal }) => body(api.GET("/api/stage-sets/{key}/versions", { params: { path: { key } }, signal })) });
}

/** After a change everything that stands on stages is asked anew. */
function useAnew() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" });
}

/** Saves a set; `edited` is the version that was changed, so that nobody's change in between is written over. */
export function useSaving() {
  const anew = useAnew();
  return useMutation({
    mutationFn: ({ set, edited }: { set: StageSet; edited?: number }) =>
      body(api.PUT("/api/stage-sets/{key}", { params: { path: { key: set.key }, query: edited === undefined ? {} : { edited } }, body: set })),
    onSuccess: anew,
  });
}

export function useChoosing() {
  const anew = useAnew();
  return useMutation({ mutationFn: (key: string) => body(api.POST("/api/stage-sets/{key}/choose", { params: { path: { key } } })), onSuccess: anew });
}

/** The customers behind a number of the preview. */
export function customersBehind(draft: StageSet, where: Where, { limit, offset, signal }: PageAsked) {
  return body(
    api.POST("/api/questions/{question}/customers", {
      params: { path: { question: "moves" }, query: { limit, offset } },
      body: { params: { stage_set: JSON.stringify(draft) }, over: "touchpoints", per: "customer", where },
      signal,
    }),
  );
}
