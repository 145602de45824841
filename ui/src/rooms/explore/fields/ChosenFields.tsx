import { MultiSelect, Select } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { useQuery } from "@tanstack/react-query";
import { api, body } from "~/api/client";
import { useName } from "~/kit/names";
import { useChoices } from "~/kit/selection/useChoices";
import { useKeptSegments } from "~/kit/selection/useKeptSegments";
import { useSelection } from "~/kit/selection/useSelection";
import { useTexts } from "~/texts/texts";
import { titleOf } from "../AnswerTable";
import { readBuilt } from "../building";
import { SEGMENT } from "../groups";
import { useProperties } from "../useProperties";
import type { FieldProps } from "./ParameterField";

type Labelled = FieldProps & { label: string };

/** The words by which each question can be cut, beside the traits. */
const WORDS: Record<string, string[]> = { funnel: ["channel", "first_channel"], retention: ["cohort", "channel", "stage"], survival: ["all", "channel"], contribution: ["channel", "step"] };
/** Questions that can also be cut by what an event says. */
const PROPERTIES = ["funnel", "anomalies", "contribution"];
/** Questions that can be cut by who was in a segment. */
const SEGMENTS = ["funnel", "retention", "survival"];
/** Questions in which a second segment may divide those of the first. */
const TWO_SEGMENTS = ["survival"];
const DAY = 86_400_000;

/** By what an answer is cut: the ways there are, a trait, a property, or who was in a segment. */
export function ByField({ question, parameter, written, change, label }: Labelled) {
  const { say } = useTexts();
  const traits = useChoices()?.traits.map(({ name }) => name) ?? [];
  const properties = useProperties();
  const kept = useKeptSegments(SEGMENTS.includes(question)) ?? [];
  const offered = [...new Set([...(question === "contribution" ? [] : traits), ...(PROPERTIES.includes(question) ? properties : [])])];
  const words = (WORDS[question] ?? []).map((value) => ({ value, label: titleOf(`explore.by_${value}`, value, say) }));
  if (parameter.kind === "fields") {
    const chosen = written.split(",").map((each) => each.trim()).filter((each) => each !== "");
    return <MultiSelect size="xs" label={label} placeholder={chosen.length > 0 ? undefined : say("explore.by_usual")} data={[...new Set([...offered, ...chosen])]} value={chosen} onChange={(next) => change(next.join(","))} searchable clearable limit={100} nothingFoundMessage={say("selection.nothing_found")} />;
  }
  const others = [...new Set([...offered, ...(written && !written.includes(" | ") && !words.some(({ value }) => value === written) ? [written] : [])])].map((value) => ({ value, label: value.replaceAll("_", " ") }));
  const segments = SEGMENTS.includes(question) ? kept.map(({ key, name }) => ({ value: SEGMENT + key, label: name })) : [];
  const plain = [...words, ...others.filter(({ value }) => !segments.some((each) => each.value === value))];
  const data = segments.length > 0 ? [{ group: say("explore.by_what"), items: plain }, { group: say("explore.by_segment"), items: segments }] : plain;
  const [first = "", second = ""] = TWO_SEGMENTS.includes(question) && written.startsWith(SEGMENT) ? written.split("|").map((each) => each.trim()) : [written];
  const usual = { size: "xs", searchable: true, limit: 100, nothingFoundMessage: say("selection.nothing_found") } as const;
  return (
    <>
      <Select {...usual} label={label} placeholder={say("explore.by_none")} data={data} value={first || parameter.default || null} onChange={(value) => change(value ?? "")} clearable={parameter.default === ""} />
      {TWO_SEGMENTS.includes(question) && first.startsWith(SEGMENT) && (
        <Select {...usual} label={say("explore.by_second")} placeholder={say("explore.by_no_second")} data={segments.filter(({ value }) => value !== first)} value={second || null} onChange={(value) => change(value === null ? first : `${first} | ${value}`)} clearable />
      )}
    </>
  );
}

/** At which step of a funnel it is asked why they stopped. */
export function WhyField({ written, params, change, label }: Labelled) {
  const { say } = useTexts();
  const steps = readBuilt(params.steps ?? "").filter(({ not }) => !not).length;
  const data = [{ value: "worst", label: say("explore.why_worst") }, ...Array.from({ length: Math.max(0, steps - 1) }, (_, i) => ({ value: String(i + 1), label: say("explore.step_at", { step: i + 1 }) }))];
  return <Select size="xs" label={label} placeholder={say("explore.not_asked")} data={data} value={written || null} onChange={(value) => change(value ?? "")} clearable />;
}

/** Another period to compare with; the page's own period must be chosen too. */
export function AgainstField({ written, change, label }: Labelled) {
  const { say, language } = useTexts();
  const { chosen } = useSelection();
  const [from = "", end = ""] = written.split("..");
  const last = end ? new Date(Date.parse(end) - DAY).toISOString().slice(0, 10) : null;
  const period = chosen.from || chosen.to;
  return <DatePickerInput type="range" size="xs" valueFormat={language === "vi" ? "DD/MM/YYYY" : "D MMM YYYY"} label={label} placeholder={period ? say("explore.choose_days") : say("explore.choose_period_first")} disabled={!period && !written} value={[from || null, last]} onChange={([first, to]) => { if (first && to) change(`${first}..${new Date(Date.parse(to) + DAY).toISOString().slice(0, 10)}`); else if (!first) change(""); }} clearable />;
}

/** Another group to compare with, by a value of a trait. */
export function TraitField({ written, change, label }: Labelled) {
  const { say } = useTexts();
  const traits = useChoices()?.traits ?? [];
  const data = traits.map(({ name, values }) => ({ group: name.replaceAll("_", " "), items: values.map(({ value }) => ({ value: `${name}=${value}`, label: `${name.replaceAll("_", " ")}: ${value}` })) }));
  return <Select size="xs" label={label} placeholder={say("explore.not_compared")} data={data} value={written || null} onChange={(value) => change(value ?? "")} searchable clearable limit={200} nothingFoundMessage={say("selection.nothing_found")} />;
}

/** A segment whose customers stand on the other side. */
export function SegmentField({ written, change, label }: Labelled) {
  const { say } = useTexts();
  const kept = useKeptSegments() ?? [];
  const known = kept.map(({ key, name }) => ({ value: key, label: name }));
  const data = written && !known.some(({ value }) => value === written) ? [...known, { value: written, label: written }] : known;
  return <Select size="xs" label={label} placeholder={say(data.length > 0 ? "explore.not_compared" : "explore.no_segments")} disabled={data.length === 0} data={data} value={written || null} onChange={(value) => change(value ?? "")} searchable clearable limit={200} nothingFoundMessage={say("selection.nothing_found")} />;
}

/** One of the stage sets; an edited one is tried in its editor. */
export function SetField({ parameter, written, change, label }: Labelled) {
  const { say } = useTexts();
  const name = useName();
  const sets = useChoices()?.stage_sets ?? [];
  return <Select size="xs" label={label} placeholder={say(parameter.required ? "explore.choose_set" : "explore.set_of_now")} data={sets.map((set) => ({ value: set.key, label: name(set.name) }))} value={written || null} onChange={(value) => change(value ?? "")} clearable={!parameter.required} />;
}

/** A stage of the stage set on the page. */
export function StageField({ written, change, label }: Labelled) {
  const { say } = useTexts();
  const name = useName();
  const { chosen } = useSelection();
  const sets = useQuery({ queryKey: ["stage-sets"], queryFn: ({ signal }) => body(api.GET("/api/stage-sets", { signal })) }).data;
  const set = (sets?.find((each) => each.stage_set.key === chosen.set) ?? sets?.find((each) => each.suggested) ?? sets?.[0])?.stage_set;
  return <Select size="xs" label={label} placeholder={say("explore.any")} data={(set?.stages ?? []).map((stage) => ({ value: stage.key, label: name(stage.name) }))} value={written || null} onChange={(value) => change(value ?? "")} clearable />;
}
