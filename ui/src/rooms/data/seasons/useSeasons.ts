import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "~/api/client";
import type { GivenPeriod } from "~/api/types";

const SETTLED_MS = 350;

export function useSeasons() {
  return useQuery({ queryKey: ["seasons"], queryFn: ({ signal }) => body(api.GET("/api/seasons", { signal })) });
}

/** Saves all periods; silences everywhere are measured anew. */
export function useSavingSeasons() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ periods, version }: { periods: GivenPeriod[]; version: number }) => body(api.PUT("/api/seasons", { body: { periods, version } })),
    onSuccess: () => client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" }),
  });
}

/** What the log says of a period's pace, asked again when typing pauses. */
export function usePace(period: GivenPeriod, others: GivenPeriod[]) {
  const [settled] = useDebouncedValue(JSON.stringify([...others, period]), SETTLED_MS);
  return useQuery({
    queryKey: ["seasons-preview", settled],
    queryFn: ({ signal }) => body(api.POST("/api/seasons/preview", { body: { periods: JSON.parse(settled) as GivenPeriod[] }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });
}
