import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, body } from "~/api/client";

/** The names of all properties that the log's events have. */
export function useProperties(wanted = true): string[] {
  const page = useQuery({ queryKey: ["catalogue"], queryFn: ({ signal }) => body(api.GET("/api/catalogue", { signal })), enabled: wanted }).data;
  return useMemo(() => [...new Set(page?.rows.flatMap(({ properties }) => properties) ?? [])].sort(), [page]);
}
