import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { api, body } from "~/api/client";
import type { QuestionLine } from "~/api/types";
import { useSelection } from "~/kit/selection/useSelection";
import { type Exploring, type Over, type Params, readExploring, type Where } from "./address";

/** An answer as the server gives it: the same shape as `wend ask QUESTION --json`. */
export interface Answer {
  question: string;
  over: Over;
  customers: number;
  events: number;
  period: { from: string; to: string };
  as_of: string;
  [more: string]: unknown;
}

/** What one question is asked with, as the requests need it. */
export interface Asking {
  question: string;
  params: Params;
  over: Over;
  /** Whose journeys are walked: "customer", "session", or a property of events. */
  per: string;
  query: { from_at?: number; to_at?: number; channel?: string[]; trait?: string[]; segment?: string[] };
}

/** The questions the server knows. */
export function useQuestions() {
  return useQuery({ queryKey: ["questions"], queryFn: ({ signal }) => body(api.GET("/api/questions", { signal })), staleTime: Number.POSITIVE_INFINITY });
}

/** The question in the address bar. */
export function useExploring() {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const written = JSON.stringify(readExploring(search));
  return useMemo(() => {
    const exploring = JSON.parse(written) as Exploring;
    const change = (to: Partial<Exploring>, replace = false) => void navigate({ to: ".", search: ((before: Record<string, unknown>) => ({ ...before, ...to })) as never, replace });
    return { exploring, change, open: (open: Where | undefined) => change({ open }, exploring.open !== undefined && open !== undefined) };
  }, [written, navigate]);
}

/** A question that cannot be asked without a condition is asked of those whom it says, when it says. */
export const isWhole = ({ kind, required }: QuestionLine["parameters"][number]) => kind === "condition" && required;

/** The question with everything the address says about it; null while a required parameter is missing. */
export function useAsking(line: QuestionLine): Asking | null {
  const { exploring } = useExploring();
  const { asked } = useSelection();
  return useMemo(() => {
    const known = line.parameters.map(({ name }) => name);
    const params: Params = Object.fromEntries(Object.entries(exploring.ask ?? {}).filter(([name, value]) => known.includes(name) && value !== ""));
    if (line.parameters.some(({ name, required }) => name === "stage_set" && !required) && asked.stage_set) params.stage_set = asked.stage_set;
    if (line.parameters.some(({ name, required }) => required && !params[name])) return null;
    const { stage_set: _, ...selected } = asked;
    const conditions = line.parameters.some(isWhole); // it says itself when and of whom it is asked
    const query = conditions ? {} : selected;
    if (line.question === "features" && !params.feature) params.feature = line.parameters.find(({ name }) => name === "feature")?.choices[0] ?? "";
    if (line.question === "segment") params.limit = "0"; // whoever it is comes by pages, from the number itself
    return { question: line.question, params, over: line.fixed ? line.over : (exploring.over ?? "touchpoints"), per: exploring.per ?? "customer", query };
  }, [line, exploring, asked]);
}

export function useAnswer(asking: Asking | null) {
  return useQuery({
    queryKey: ["answer", asking],
    enabled: asking !== null,
    queryFn: ({ signal }) => ask(asking as Asking, signal),
    placeholderData: (before) => (before?.question === asking?.question ? before : undefined),
  });
}

/** The names under which questions are at work, by what they ask. */
const atWork = new Map<string, string>();

export async function ask(asking: Asking, signal: AbortSignal): Promise<Answer> {
  const { question, params, over, per, query } = asking;
  const key = JSON.stringify(asking);
  const name = freshName();
  atWork.set(key, name);
  try {
    return (await body(api.POST("/api/questions/{question}", { params: { path: { question }, query, header: { "x-wend-asked": name } }, body: { params, over, per }, signal }))) as unknown as Answer;
  } finally {
    if (atWork.get(key) === name) atWork.delete(key);
  }
}

/** A name that nobody else can guess. */
const freshName = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(16).padStart(8, "0")).join("");

const LOOK_MS = 400;

/** How far the question at work is; nothing where the server cannot tell, or it has just ended. */
export function useHowFar(asking: Asking, waiting: boolean) {
  const name = atWork.get(JSON.stringify(asking));
  const { data } = useQuery({
    queryKey: ["how-far", name],
    enabled: waiting && name !== undefined,
    queryFn: ({ signal }) => body(api.GET("/api/questions/asked/{asked}", { params: { path: { asked: name as string } }, signal })),
    refetchInterval: (query) => (query.state.error ? false : LOOK_MS),
    retry: false,
    gcTime: 0,
  });
  return data ?? undefined;
}

/** All rows of the answer's table, as the server writes them. */
export async function fileOf({ question, params, over, per, query }: Asking, format: "xlsx" | "parquet"): Promise<Blob> {
  return (await body(api.POST("/api/questions/{question}/file", { params: { path: { question }, query: { ...query, format } }, body: { params, over, per }, parseAs: "blob" }))) as Blob;
}

export function customersBehind({ question, params, over, per, query }: Asking, where: Where, page: { limit: number; offset: number }, signal: AbortSignal) {
  return body(api.POST("/api/questions/{question}/customers", { params: { path: { question }, query: { ...query, ...page } }, body: { params, over, per, where }, signal }));
}
