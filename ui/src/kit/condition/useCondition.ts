import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, body } from "~/api/client";
import type { Checked, Words } from "~/api/types";
import { nameIn } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import type { Body } from "./tree";

/** So long a person may pause between two letters. */
const PAUSE_MS = 120;
const MINUTE = 60_000;

/** Every name that a condition may use. */
export function useWords() {
  return useQuery({ queryKey: ["condition-words"], queryFn: ({ signal }) => body(api.GET("/api/conditions/words", { signal })), staleTime: MINUTE });
}

/** What a word is called in the language on screen, a stage of a set by the name it has there; everything else is called as it came. */
export function useWordNames(words: Words | undefined): (kind: string, key: string, set?: string) => string {
  const { language } = useTexts();
  return useMemo(() => {
    const named = (each: { key: string; name: Words["stages"][number]["name"] }[]) => new Map(each.map(({ key, name }) => [key, nameIn(name, language)]));
    const names: Record<string, Map<string, string>> = {
      event: new Map((words?.events ?? []).map(({ name, title }) => [name, nameIn(title, language)])),
      touchpoint: named(words?.touchpoints ?? []),
      stage: named(words?.stages ?? []),
      set: named(words?.stage_sets ?? []),
      segment: named(words?.segments ?? []),
      purpose: named(words?.purposes ?? []),
      ...Object.fromEntries((words?.stage_sets ?? []).map(({ key, stages }) => [`stage@${key}`, named(stages)])),
    };
    return (kind, key, set = "") => names[set === "" ? kind : `${kind}@${set}`]?.get(key) ?? key;
  }, [words, language]);
}

/** What a condition says and what is wrong with it, a moment after it was written; `now`: asked of this minute. */
export function useChecked(document: Body | null, now = false): { checked: Checked | undefined; settled: boolean } {
  const { language } = useTexts();
  const [asked] = useDebouncedValue(document, PAUSE_MS);
  const found = useQuery({
    queryKey: ["condition-check", language, asked, now],
    enabled: asked !== null,
    queryFn: ({ signal }) => body(api.POST("/api/conditions/check", { body: { condition: asked, text: "", now }, signal })),
    placeholderData: keepPreviousData,
  });
  return { checked: asked === null ? undefined : found.data, settled: asked === document && !found.isFetching };
}

/** The count first; who it is and how it was are found with it. Every question that nobody waits for any more is let go. */
export function useCounted(document: Body | null, now: boolean) {
  const { language } = useTexts();
  const given = { condition: document, text: "", now };
  const keep = { enabled: document !== null, placeholderData: keepPreviousData, retry: false } as const;
  const count = useQuery({ ...keep, queryKey: ["condition-count", language, document, now], queryFn: ({ signal }) => body(api.POST("/api/conditions/count", { body: given, signal })) });
  const after = { ...keep, enabled: document !== null && count.isSuccess && !count.isPlaceholderData };
  const sample = useQuery({ ...after, queryKey: ["condition-sample", document, now], queryFn: ({ signal }) => body(api.POST("/api/conditions/sample", { body: given, signal })) });
  const sizes = useQuery({ ...after, queryKey: ["condition-sizes", document, now], queryFn: ({ signal }) => body(api.POST("/api/conditions/sizes", { body: given, signal })) });
  return { count, sample, sizes };
}

/** The values that a property of events has, where they are few. */
export function useValues(property: string, wanted: boolean): string[] {
  const found = useQuery({
    queryKey: ["condition-values", property],
    enabled: wanted && property !== "",
    staleTime: MINUTE,
    queryFn: ({ signal }) => body(api.GET("/api/conditions/values", { params: { query: { property } }, signal })),
  }).data;
  return useMemo(() => found?.map(({ value }) => value) ?? [], [found]);
}
