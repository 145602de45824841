import { useSegmentName } from "~/kit/selection/useKeptSegments";
import { known, useTexts } from "~/texts/texts";
import type { Where } from "./address";
import { inSegments, SEGMENT } from "./groups";
import { readSteps } from "./steps";
import type { Answer } from "./useExplore";
import { useNumber } from "./useNumber";
import { useSpread } from "./useSpread";
import { usePeriodName, useWritten } from "./useWritten";
import { rowsOf } from "./view";

interface Names {
  step: (key: string) => string;
  stage: (key: string) => string;
}

/** Words that say how a number was counted, not of what; the rest is its title. */
const STATES = ["state", "kind", "measure", "side", "outcome"];
/** Words that stand in a row where "from → to" is meant. */
const PLACED = new Set(["stages", "flow", "transitions", "paths"]);
const SILENT = ["layer", "from_state", "to_state"];

/** What a number is a number of, in the language on screen. */
export function usePointed(answer: Answer, where: Where, names: Names): { title: string; states: string } {
  const { say } = useTexts();
  const write = useWritten(names);
  const date = usePeriodName();
  const number = useNumber();
  const written = useSpread();
  const { question } = answer;
  const by = String((answer.params as { by?: string } | undefined)?.by ?? "");
  const segment = useSegmentName(by.startsWith(SEGMENT));
  const inside = (value: string) => inSegments(value, by, segment, say);
  const stages = question === "stages" || question === "flow";
  const place = (part: string, value: string) => names.step(rowsOf<{ step: string }>(answer, part)[Number(value) - 1]?.step ?? value);
  const titles: Record<string, (value: string) => string> = {
    step: (value) => (question === "funnel" || question === "conformance" ? place("steps", value) : names.step(value)),
    stage: names.stage,
    start: (value) => say("explore.where_start", { step: names.step(value) }),
    end: (value) => say("explore.where_end", { step: names.step(value) }),
    path: (value) => readSteps(value).map((each) => names.step(each.join(" | "))).join(" → "),
    loop: (value) => `↻ ${readSteps(value).slice(0, -1).map((each) => names.step(each.join(" | "))).join(" → ")}`,
    from: (value) => (question === "features" ? say("explore.where_from", { value: written(String((answer.params as { feature?: string } | undefined)?.feature ?? ""), Number(value)) }) : stages ? names.stage(value) : PLACED.has(question) ? names.step(value) : date(value)),
    to: (value) => (stages ? names.stage(value) : PLACED.has(question) ? names.step(value) : date(value)),
    cluster: (value) => say("explore.where_cluster", { group: value }),
    variant: (value) => say("explore.where_variant", { place: value }),
    channel: (value) => write("channel", value),
    model: (value) => write("word", value),
    level: (value) => write("word", known(`feeling.level_${Number(value) - 1}`) ? say(`feeling.level_${(Number(value) - 1) as 0}`) : value),
    period: (value) => (question === "retention" ? say("explore.where_period", { value }) : date(value)),
    cohort: (value) => (by.startsWith(SEGMENT) ? inside(value) : by === "stage" ? names.stage(value) : by === "channel" ? write("channel", value) : date(value)),
    days: (value) => say("explore.days_active", { count: Number(value), value }),
    group: (value) => (question === "clusters" ? say("explore.where_kind", { value }) : question === "features" ? say(value === "second" ? "explore.features_rest" : "explore.features_chosen") : question === "compare" ? say(value === "second" ? "explore.compare_second" : value === "both" ? "explore.compare_both" : "explore.compare_first") : by.startsWith(SEGMENT) ? inside(value) : value),
    sets: (value) => (value === "0" ? say("explore.overlap_none") : value.split("+").map((each) => rowsOf<{ name: string }>(answer, "sets")[Number(each) - 1]?.name ?? each).join(" + ")),
    recency: (value) => say("explore.where_recency", { value }),
    frequency: (value) => say("explore.where_frequency", { value }),
    money: (value) => say("explore.where_money", { value }),
    about: (value) => (known(`explore.about_${value}`) ? say(`explore.about_${value}` as "explore.about_trait") : value),
    what: (value) => (question === "compare" ? comparedName(value, where.about ?? "", number, names) : question === "anomalies" || question === "drivers" ? write("step", value) : value.replaceAll("_", " ")),
    value: (value) => (where.what === "previous" || where.what === "next" ? names.step(value) : value),
    unplanned: names.step,
    event: names.step,
    touchpoint: names.step,
  };
  const told = Object.entries(where).filter(([word]) => !STATES.includes(word) && !SILENT.includes(word));
  const text = told.map(([word, value]) => (titles[word] ?? ((each: string) => each))(value));
  const silences = SILENT.slice(1).flatMap((word) => (where[word] === undefined ? [] : [write("word", where[word])]));
  const states = [...silences, ...STATES.flatMap((word) => (where[word] === undefined ? [] : [stateOf(word, where[word], say)]))].join(" · ");
  return { title: text.join(PLACED.has(question) && where.to !== undefined ? " → " : " · "), states };
}

/** What a comparison is about: a touchpoint, a stage or a number by its name. */
function comparedName(value: string, about: string, number: (name: string) => string, { step, stage }: Names): string {
  if (about === "stage") return stage(value);
  return about === "touchpoint" || about === "event" ? step(value) : about === "trait" || about === "channel" ? value.replaceAll("_", " ") : number(value);
}

/** A word for how it was counted; one that the texts do not know stands as it is. */
function stateOf(word: string, value: string, say: ReturnType<typeof useTexts>["say"]): string {
  const keys = word === "measure" ? [`explore.measure_${value}`] : word === "kind" ? [`explore.kind_${value}`, `feeling.${value}`] : [`explore.state_${value}`, `explore.word_${value}`];
  const found = keys.find((key) => known(key));
  return found !== undefined && known(found) ? say(found) : value;
}
