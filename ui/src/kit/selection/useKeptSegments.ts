import { useQuery } from "@tanstack/react-query";
import { api, body } from "~/api/client";

/** The segments that are kept, where they are wanted. */
export function useKeptSegments(wanted = true) {
  return useQuery({ queryKey: ["segments"], queryFn: ({ signal }) => body(api.GET("/api/segments", { signal })), enabled: wanted, staleTime: 30_000 }).data;
}

/** What people call a segment, by its key; the key itself until that is known. */
export function useSegmentName(wanted = true) {
  const kept = useKeptSegments(wanted);
  return (key: string) => kept?.find((each) => each.key === key)?.name ?? key;
}
