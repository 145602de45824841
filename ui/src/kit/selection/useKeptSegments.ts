import { useQuery } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { api, body } from "~/api/client";

/** The segments that are kept, where they are wanted. */
export function useKeptSegments(wanted = true) {
  return useQuery({ queryKey: ["segments"], queryFn: ({ signal }) => body(api.GET("/api/segments", { signal })), enabled: wanted, staleTime: 30_000 }).data;
}

/** The segments of a page that may not ask for any: somebody with a link sees those that its tiles name. */
export const SegmentsContext = createContext<readonly { key: string; name: string }[] | null>(null);

/** What people call a segment, by its key; the key itself until that is known. */
export function useSegmentName(wanted = true) {
  const told = useContext(SegmentsContext);
  const asked = useKeptSegments(wanted && told === null);
  const kept = told ?? asked;
  return (key: string) => kept?.find((each) => each.key === key)?.name ?? key;
}
