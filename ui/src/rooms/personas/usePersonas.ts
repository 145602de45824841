import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "~/api/client";
import type { Persona, PersonaLine } from "~/api/types";
import type { Body } from "~/kit/condition/tree";
import type { Asking } from "~/rooms/explore/useExplore";
import { useTexts } from "~/texts/texts";

/** More nobody keeps in mind; the server keeps no more either. */
export const MOST = 6;
/** What the log says changes with new events, not from click to click. */
const FRESH_MS = 60_000;

export function usePersonas() {
  return useQuery({ queryKey: ["personas"], queryFn: ({ signal }) => body(api.GET("/api/personas", { signal })) });
}

export function usePersona(id: string) {
  return useQuery({ queryKey: ["personas", id], queryFn: ({ signal }) => body(api.GET("/api/personas/{persona}", { params: { path: { persona: id } }, signal })) });
}

/** What the log says of a persona's customers. */
export function usePortrait({ id, version }: Persona) {
  return useQuery({
    queryKey: ["portrait", id, version],
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => body(api.GET("/api/personas/{persona}/portrait", { params: { path: { persona: id } }, signal })),
  });
}

/** Kinds of customers that could become personas. */
export function useProposed(wanted = true) {
  return useQuery({ queryKey: ["personas-proposed"], enabled: wanted, staleTime: FRESH_MS, queryFn: ({ signal }) => body(api.GET("/api/personas/proposed", { signal })) });
}

/** A condition in words, and what is wrong with it by now. */
export function useSaid(condition: Persona["condition"]) {
  const { language } = useTexts();
  return useQuery({ queryKey: ["condition-check", language, condition], queryFn: ({ signal }) => body(api.POST("/api/conditions/check", { body: { condition, text: "", now: false }, signal })) });
}

/** The comparison of a persona's customers with everybody else, as Explore asks it. */
export function comparing(condition: Persona["condition"]): Asking {
  return { question: "compare", params: { condition: JSON.stringify(condition), order: "lift" }, over: "touchpoints", per: "customer", query: {} };
}

/** What comes before an outcome of a persona's customers, as Explore asks it. */
export function driving(condition: Persona["condition"], outcome: "purchase" | "rating"): Asking {
  return { question: "drivers", params: { condition: JSON.stringify(condition), outcome }, over: "touchpoints", per: "customer", query: {} };
}

type Written = Pick<PersonaLine, "asks" | "text" | "source">;

/** Changes to personas; whatever lists them is read anew. */
export function useKeepingPersonas() {
  const client = useQueryClient();
  const anew = () => client.invalidateQueries({ queryKey: ["personas"] });
  const create = useMutation({ mutationFn: (given: { name: string; condition: Body }) => body(api.POST("/api/personas", { body: given })), onSuccess: anew });
  const change = useMutation({
    mutationFn: ({ persona, ...to }: { persona: Persona; name?: string; condition?: Body; lines?: Written[] }) => {
      const { name, condition, version } = persona;
      const lines = (to.lines ?? persona.lines).map(({ asks, text, source }) => ({ asks, text, source }));
      return body(api.PUT("/api/personas/{persona}", { params: { path: { persona: persona.id } }, body: { name: to.name ?? name, condition: to.condition ?? condition, lines, version } }));
    },
    onSuccess: anew,
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.DELETE("/api/personas/{persona}", { params: { path: { persona: id } } }),
    onSuccess: (_, id) => {
      client.removeQueries({ queryKey: ["personas", id] });
      return client.invalidateQueries({ queryKey: ["personas"], exact: true });
    },
  });
  return { create, change, remove };
}
