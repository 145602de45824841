import { useQuery } from "@tanstack/react-query";
import { api, body } from "~/api/client";

/** What the pickers offer for the log as it is now. */
export function useChoices() {
  return useQuery({ queryKey: ["choices"], queryFn: ({ signal }) => body(api.GET("/api/map/choices", { signal })) }).data;
}

/** The currency that most amounts of the log are in. */
export function useCurrency(): string {
  return useChoices()?.currency || "VND";
}
