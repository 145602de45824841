import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, body } from "~/api/client";
import type { JourneyMap, NewRemark, Remark } from "~/api/types";
import { dayOf } from "~/kit/zone";
import { apart } from "~/rooms/boards/asked";
import type { Exploring } from "~/rooms/explore/address";
import type { Opened } from "../opened";

type Element = Remark["about"];
const ELEMENTS: readonly Element["kind"][] = ["stage", "touchpoint", "step", "feeling", "obstacle"];

/** What people put on the map, of every stage set. */
export function useRemarks() {
  return useQuery({ queryKey: ["remarks"], queryFn: ({ signal }) => body(api.GET("/api/map/remarks", { signal })), staleTime: 60_000 });
}

export interface OnMap {
  /** Obstacles that people put into a stage. */
  obstacles: (stage: string) => Remark[];
  /** Notes at something that the map shows. */
  notes: (element: Element) => Remark[];
}

/** The obstacles and notes that belong to the map on screen. */
export function useOnMap(map: Pick<JourneyMap, "stage_set" | "touchpoints">): OnMap {
  const all = useRemarks().data;
  return useMemo(() => {
    const here = (all ?? []).filter((each) => each.stage_set === map.stage_set || each.about.kind === "touchpoint");
    return {
      obstacles: (stage) => here.filter((each) => each.kind === "obstacle" && stageOf(each, map) === stage),
      notes: (element) => here.filter((each) => each.kind === "note" && isAt(each.about, element)),
    };
  }, [all, map]);
}

/** The stage in which something stands: that of its touchpoint which sees most of it, when none is said. */
export function stageOf({ about }: Remark, { touchpoints }: Pick<JourneyMap, "touchpoints">): string {
  if (about.kind === "stage") return about.key;
  if (about.stage) return about.stage;
  const seen = touchpoints.filter((each) => each.touchpoint === about.key).sort((a, b) => b.events - a.events);
  return seen[0]?.stage ?? "";
}

const isAt = (about: Element, element: Element) => about.kind === element.kind && about.key === element.key && (about.kind === "stage" || !about.stage || about.stage === element.stage);

/** What a remark about something that is open stands at; null for numbers that nothing on the map stands for. */
export function elementOf({ kind, key, stage = "" }: Opened): Element | null {
  const known = ELEMENTS.find((each) => each === kind);
  return known ? { kind: known, key, stage: known === "stage" ? "" : stage } : null;
}

/** The address of a number in Explore. */
export function numberIn(asked: NonNullable<Remark["number"]>["asked"], zone: string): Exploring {
  const { stage_set, params } = apart(asked);
  const some = <T>(list: T[]) => (list.length > 0 ? list : undefined);
  return {
    ask: Object.keys(params).length > 0 ? params : undefined,
    set: stage_set,
    over: asked.over,
    per: asked.per === "customer" ? undefined : asked.per,
    from: asked.from_at === null || asked.from_at === undefined ? undefined : dayOf(asked.from_at, zone),
    to: asked.to_at === null || asked.to_at === undefined ? undefined : dayOf(asked.to_at - 1, zone),
    channel: some(asked.channels),
    trait: some(asked.traits.map(([name, value]) => `${name}=${value}`)),
    segment: some(asked.segments),
    open: asked.where,
  };
}

/** Changes to what people put on the map. */
export function useKeepingRemarks() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ["remarks"] });
  const add = useMutation({ mutationFn: (given: Pick<NewRemark, "kind" | "about"> & Partial<NewRemark>) => body(api.POST("/api/map/remarks", { body: { title: "", text: "", stage_set: "", asked: null, ...given } })), onSuccess });
  const change = useMutation({ mutationFn: ({ id, version, title, text }: Pick<Remark, "id" | "version" | "title" | "text">) => body(api.PUT("/api/map/remarks/{remark}", { params: { path: { remark: id } }, body: { version, title, text } })), onSuccess });
  const remove = useMutation({ mutationFn: (id: string) => api.DELETE("/api/map/remarks/{remark}", { params: { path: { remark: id } } }), onSuccess });
  return { add, change, remove };
}
