import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, body } from "~/api/client";
import { nameIn } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import type { Over } from "./address";
import { apart } from "./steps";
import { ask } from "./useExplore";

export interface StepChoice {
  value: string;
  label: string;
  /** How many did it; left out for what is not counted beforehand. */
  customers?: number;
}

const EVERYTHING = { question: "reach", params: {}, per: "customer", query: {} };

/** What may stand as a step, most customers first: events by name, touchpoints by key. */
export function useStepChoices(over: Over): StepChoice[] | undefined {
  const name = useStepName(over);
  const reached = useQuery({ queryKey: ["answer", EVERYTHING, over], queryFn: ({ signal }) => ask({ ...EVERYTHING, over }, signal) }).data;
  return useMemo(() => (reached?.steps as { step: string; customers: number }[] | undefined)?.map(({ step, customers }) => ({ value: step, label: name(step), customers })), [reached, name]);
}

/** How a step, or several joined by “|”, is called in the language on screen. */
export function useStepName(over: Over): (step: string) => string {
  const { language } = useTexts();
  const touchpoints = useQuery({ queryKey: ["touchpoints"], queryFn: ({ signal }) => body(api.GET("/api/touchpoints", { signal })), enabled: over === "touchpoints" }).data;
  return useMemo(() => {
    const names = new Map((over === "touchpoints" ? (touchpoints ?? []) : []).map(({ touchpoint }) => [touchpoint.key, nameIn(touchpoint.name, language)]));
    const one = (written: string) => {
      const { name, inside } = apart(written);
      return names.get(written) ?? (inside === null ? name : `${names.get(name) ?? name} (${inside})`);
    };
    return (step: string) => names.get(step) ?? step.split(" | ").map(one).join(" / ");
  }, [over, touchpoints, language]);
}

/** How a stage is called: one of the stage set on screen, else of another one. */
export function useStageName(set: string | undefined): (stage: string) => string {
  const { language } = useTexts();
  const sets = useQuery({ queryKey: ["stage-sets"], queryFn: ({ signal }) => body(api.GET("/api/stage-sets", { signal })) }).data;
  const chosen = (sets?.find((each) => each.stage_set.key === set) ?? sets?.find((each) => each.suggested) ?? sets?.[0])?.stage_set;
  return (stage) => {
    const others = (sets ?? []).map((each) => each.stage_set);
    const found = [...(chosen ? [chosen] : []), ...others].flatMap((each) => each.stages).find((each) => each.key === stage);
    return found ? nameIn(found.name, language) : stage;
  };
}
