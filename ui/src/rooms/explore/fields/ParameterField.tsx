import { Autocomplete, Checkbox, MultiSelect, NumberInput, Select, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import type { ParameterLine } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useName } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import { titleOf } from "../AnswerTable";
import { readSteps, writeSteps } from "../steps";
import type { StepChoice } from "../useStepNames";
import { AgainstField, ByField, SegmentField, SetField, StageField, TraitField, WhyField } from "./ChosenFields";
import { DurationField } from "./DurationField";

export interface FieldProps {
  question: string;
  parameter: ParameterLine;
  written: string;
  choices: StepChoice[] | undefined;
  /** All parameters as they are written, for a field that depends on another. */
  params: Record<string, string>;
  change: (written: string) => void;
}

/** Parameters of names joined by “|”, however they are read. */
const NAMES = ["conversion", "touches", "without"];

/** Periods of the calendar, and windows from a customer's own start. */
const EVERY = ["day", "week", "month", "24h", "7d", "30d"];

/** A field for one parameter, by what may be written there. */
export function ParameterField(props: FieldProps) {
  const { parameter, written, change } = props;
  const { say, language } = useTexts();
  const label = useLabel(props);
  const { kind, name, choices, required } = parameter;
  const usual = written || parameter.default;
  if (choices.length > 0) {
    const data = choices.map((value) => ({ value, label: titleOf(`explore.choice_${props.question}_${value}`, titleOf(`explore.choice_${value}`, value, say), say) }));
    return <Select size="xs" label={label} data={data} value={usual || null} onChange={(value) => change(value ?? "")} clearable={!required && parameter.default === ""} placeholder="–" />;
  }
  if (name === "by") return <ByField {...props} label={label} />;
  if (name === "why") return <WhyField {...props} label={label} />;
  if (name === "against_trait") return <TraitField {...props} label={label} />;
  if (kind === "stage_set") return <SetField {...props} label={label} />;
  if (name === "against_segment") return <SegmentField {...props} label={label} />;
  if (name === "stage") return <StageField {...props} label={label} />;
  if (kind === "period") return <AgainstField {...props} label={label} />;
  if (kind === "duration") return <DurationField label={label} written={usual} change={change} />;
  if (kind === "every") return <Select size="xs" label={label} data={[...new Set([...EVERY, usual])].map((value) => ({ value, label: titleOf(`explore.choice_${value}`, value, say) }))} value={usual} onChange={(value) => change(value ?? "")} allowDeselect={false} />;
  if (kind === "moment") return <DateInput size="xs" valueFormat={language === "vi" ? "DD/MM/YYYY" : "D MMM YYYY"} label={label} value={written || null} onChange={(day) => change(day ?? "")} placeholder={required ? say("explore.choose_day") : say("explore.last_event")} clearable />;
  if (kind === "flag") return <Checkbox size="xs" mt={24} label={label} checked={written === "yes"} onChange={(event) => change(event.currentTarget.checked ? "yes" : "")} />;
  if (kind === "number") return <NumberInput key={written} size="xs" label={label} placeholder="–" defaultValue={usual} min={0} allowDecimal={false} onBlur={(event) => commit(event.currentTarget.value, written, change)} onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()} />;
  if (kind === "name" || kind === "names" || NAMES.includes(name)) return <NamesField {...props} label={label} />;
  return <TextField {...props} label={label} />;
}

/** What a parameter is called; in one question the same name may mean something of its own. */
function useLabel({ question, parameter: { name } }: FieldProps): string {
  const { say } = useTexts();
  return titleOf(`explore.parameter_${question}_${name}`, titleOf(`explore.parameter_${name}`, name, say), say);
}

function commit(value: string, written: string, change: (written: string) => void) {
  if (value.trim() !== written) change(value.trim());
}

function NamesField({ parameter, written, choices, change, label }: FieldProps & { label: string }) {
  const { say } = useTexts();
  const format = useFormat();
  const names = readSteps(written)[0] ?? [];
  const offered = choices ?? [];
  const data = [...offered.map(({ value, label: text, customers }) => ({ value, label: customers === undefined ? text : `${text} (${format.compact(customers)})` })), ...names.filter((name) => !offered.some(({ value }) => value === name)).map((value) => ({ value, label: value }))];
  const common = { size: "xs", label, data, searchable: true, limit: 100, nothingFoundMessage: say("selection.nothing_found"), comboboxProps: { width: 300, position: "bottom-start" } } as const;
  const any = parameter.required ? say("explore.step_choose") : say(parameter.name === "without" || parameter.name === "hide" ? "explore.none" : "explore.any");
  if (parameter.kind === "name") return <Select {...common} placeholder={any} value={names[0] ?? null} onChange={(name) => change(name ? writeSteps([[name]]) : "")} clearable={!parameter.required} />;
  return <MultiSelect {...common} placeholder={names.length > 0 ? undefined : any} value={names} onChange={(next) => change(writeSteps([next]))} />;
}

/** Whose journeys are walked: customers', visits', or those of a property such as an order's number. */
export function PerField({ per, change }: { per: string; change: (per: string | undefined) => void }) {
  const { say } = useTexts();
  const set = (value: string) => change(value.trim() === "customer" ? undefined : value.trim() || undefined);
  return <Autocomplete key={per} size="xs" label={say("explore.per")} description={say("explore.per_help")} inputWrapperOrder={["label", "input", "description"]} data={["customer", "session", "journey"]} defaultValue={per} maxLength={200} onOptionSubmit={set} onBlur={(event) => commit(event.currentTarget.value, per, set)} onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()} />;
}

function TextField({ parameter, label, written, change }: FieldProps & { label: string }) {
  const name = useName();
  return <TextInput key={written} size="xs" label={label} description={name(parameter.help)} inputWrapperOrder={["label", "input", "description"]} placeholder={parameter.default} defaultValue={written} maxLength={4000} onBlur={(event) => commit(event.currentTarget.value, written, change)} onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()} />;
}
