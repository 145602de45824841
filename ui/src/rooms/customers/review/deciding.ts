import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "~/api/client";

export interface Decision {
  kind: "join" | "apart";
  a: string;
  b: string;
  note?: string;
}

/** Everything on the screens may look different once somebody is somebody else. */
export function useEverythingAnew(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" });
}

/** Say that two identifiers are one person, or two. */
export function useDeciding() {
  const anew = useEverythingAnew();
  return useMutation({
    mutationFn: ({ kind, a, b, note }: Decision) => body(api.POST("/api/people/decisions", { body: { kind, a, b, note: note ?? "" } })),
    onSuccess: anew,
  });
}

/** Take a join back, by the name that it carries: `12` for evidence, `d3` for a decision. */
export function useUndoing() {
  const anew = useEverythingAnew();
  return useMutation({ mutationFn: (join: string) => body(api.POST("/api/people/undo", { body: { join, note: "" } })), onSuccess: anew });
}
