import { type QueryKey, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "~/api/client";
import type { Segment } from "~/api/types";
import type { Body } from "~/kit/condition/tree";

const PAGE = 50;
/** While members are found, how that goes is asked again so soon. */
const WATCHED_MS = 1_500;
const computing = (segments: Segment[]) => segments.some(({ state }) => state === "computing");

export function useSegments() {
  return useQuery({
    queryKey: ["segments"],
    queryFn: ({ signal }) => body(api.GET("/api/segments", { signal })),
    refetchInterval: ({ state }) => (state.data && computing(state.data) ? WATCHED_MS : false),
  });
}

export function useSegment(key: string) {
  return useQuery({
    queryKey: ["segments", key],
    queryFn: ({ signal }) => body(api.GET("/api/segments/{key}", { params: { path: { key } }, signal })),
    refetchInterval: ({ state }) => (state.data && computing([state.data]) ? WATCHED_MS : false),
  });
}

/** How large a segment was, day by day. `wanted`: only when somebody sees it. */
export function useSizes({ key, version, state }: Segment, days: number, wanted = true) {
  return useQuery({
    queryKey: ["segment-sizes", key, version, state, days],
    enabled: wanted,
    staleTime: 60_000,
    queryFn: ({ signal }) => body(api.GET("/api/segments/{key}/size", { params: { path: { key }, query: { days } }, signal })),
  });
}

export function useMembers(key: string, size: number) {
  return useInfiniteQuery({
    queryKey: ["segment-members", key, size],
    queryFn: ({ pageParam, signal }) => body(api.GET("/api/segments/{key}/members", { params: { path: { key }, query: { after: pageParam, limit: PAGE } }, signal })),
    initialPageParam: "",
    getNextPageParam: ({ following }) => following || null,
  });
}

export function useChanges(key: string) {
  return useInfiniteQuery({
    queryKey: ["segment-changes", key],
    queryFn: ({ pageParam, signal }) => body(api.GET("/api/segments/{key}/history", { params: { path: { key }, query: { limit: PAGE, ...(pageParam === 0 ? {} : { before: pageParam }) } }, signal })),
    initialPageParam: 0,
    getNextPageParam: ({ before }) => before,
  });
}

/** Changes to segments; whatever lists them is read anew, the words of conditions too. */
export function useKeepingSegments() {
  const client = useQueryClient();
  const about = (key: QueryKey) => ["segments", "condition-words", "segment-members", "segment-changes"].includes(key[0] as string);
  const anew = () => client.invalidateQueries({ predicate: ({ queryKey }) => about(queryKey) });
  const create = useMutation({ mutationFn: (given: { name: string; condition: Body; webhook: string }) => body(api.POST("/api/segments", { body: { ...given, key: "" } })), onSuccess: anew });
  const change = useMutation({ mutationFn: ({ key, ...given }: { key: string; name: string; condition: Body; version: number; webhook: string }) => body(api.PUT("/api/segments/{key}", { params: { path: { key } }, body: given })), onSuccess: anew });
  const remove = useMutation({ mutationFn: (key: string) => api.DELETE("/api/segments/{key}", { params: { path: { key } } }), onSuccess: (_, key) => client.invalidateQueries({ predicate: ({ queryKey }) => about(queryKey) && !queryKey.includes(key) }) });
  const recount = useMutation({ mutationFn: (key: string) => body(api.POST("/api/segments/{key}/recount", { params: { path: { key } } })), onSuccess: anew });
  const list = useMutation({ mutationFn: (given: { name: string; identifiers: string[] }) => body(api.POST("/api/segments/lists", { body: { ...given, key: "" } })), onSuccess: anew });
  const file = useMutation({
    mutationFn: ({ name, file: chosen }: { name: string; file: File }) => {
      const form = new FormData();
      form.append("name", name);
      form.append("file", chosen);
      return body(api.POST("/api/segments/lists/file", { body: form as never, bodySerializer: (given) => given as unknown as FormData }));
    },
    onSuccess: anew,
  });
  return { create, change, remove, recount, list, file };
}

const form = (file: File) => {
  const made = new FormData();
  made.append("file", file);
  return { body: made as never, bodySerializer: (given: unknown) => given as FormData };
};

/** Of a list's file the rows with something to say, taken away as a file that can be mended. */
export function useLeftOut() {
  return useMutation({
    mutationFn: async (file: File) => {
      const found = await body(api.POST("/api/segments/lists/left-out", { ...form(file), parseAs: "blob" }));
      const link = document.createElement("a");
      link.href = URL.createObjectURL(found as unknown as Blob);
      link.download = file.name.replace(/(\.[^.]*)?$/, "-left-out.csv");
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    },
  });
}

/** A file, for nobody else or beside whom the list names already. */
interface Given {
  file: File;
  adding: boolean;
}

/** A file for a list that is there: looked at first, then it counts. */
export function useReplacingList(key: string) {
  const client = useQueryClient();
  const params = (adding: boolean) => ({ path: { key }, query: { adding } });
  const preview = useMutation({ mutationFn: ({ file, adding }: Given) => body(api.POST("/api/segments/lists/{key}/preview", { params: params(adding), ...form(file) })) });
  const replace = useMutation({ mutationFn: ({ file, adding }: Given) => body(api.PUT("/api/segments/lists/{key}/file", { params: params(adding), ...form(file) })), onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => ["segments", "segment-members", "segment-changes", "segment-sizes"].includes(queryKey[0] as string) }) });
  return { preview, replace };
}
