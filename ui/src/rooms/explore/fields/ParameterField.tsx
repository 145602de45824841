import { Autocomplete, Checkbox, MultiSelect, NumberInput, Select, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import type { ParameterLine } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useName } from "~/kit/names";
import { useChoices } from "~/kit/selection/useChoices";
import { known, useTexts } from "~/texts/texts";
import { readSteps, writeSteps } from "../steps";
import type { StepChoice } from "../useStepNames";
import { DurationField } from "./DurationField";

interface FieldProps {
  parameter: ParameterLine;
  written: string;
  choices: StepChoice[] | undefined;
  change: (written: string) => void;
}

/** A field for one parameter, by what may be written there. */
export function ParameterField(props: FieldProps) {
  const { parameter, written, change } = props;
  const { say } = useTexts();
  const label = useLabel(parameter);
  const { kind, name, choices, required } = parameter;
  const usual = written || parameter.default;
  if (choices.length > 0) {
    const data = choices.map((value) => ({ value, label: textOf(`explore.choice_${value}`, value, say) }));
    return <Select size="xs" label={label} data={data} value={usual || null} onChange={(value) => change(value ?? "")} clearable={!required && parameter.default === ""} placeholder="–" />;
  }
  if (kind === "duration") return <DurationField label={label} written={usual} change={change} />;
  if (kind === "moment") return <DateInput size="xs" label={label} value={written || null} onChange={(day) => change(day ?? "")} placeholder={say("explore.last_event")} clearable />;
  if (kind === "flag") return <Checkbox size="xs" mt={22} label={label} checked={written === "yes"} onChange={(event) => change(event.currentTarget.checked ? "yes" : "")} />;
  if (kind === "number") return <NumberInput key={written} size="xs" label={label} placeholder="–" defaultValue={usual} min={0} allowDecimal={false} onBlur={(event) => commit(event.currentTarget.value, written, change)} onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()} />;
  if (name === "by") return <ByField label={label} written={written} usual={parameter.default} change={change} />;
  if (kind === "name" || kind === "names") return <NamesField {...props} label={label} />;
  return <TextField {...props} label={label} />;
}

type Say = ReturnType<typeof useTexts>["say"];

function textOf(key: string, otherwise: string, say: Say): string {
  return known(key) ? say(key) : otherwise.replaceAll("_", " ");
}

function useLabel({ name }: ParameterLine): string {
  const { say } = useTexts();
  return textOf(`explore.parameter_${name}`, name, say);
}

function commit(value: string, written: string, change: (written: string) => void) {
  if (value.trim() !== written) change(value.trim());
}

function NamesField({ parameter, written, choices, change, label }: FieldProps & { label: string }) {
  const { say } = useTexts();
  const format = useFormat();
  const names = readSteps(written)[0] ?? [];
  const offered = choices ?? [];
  const data = [...offered.map(({ value, label: text, customers }) => ({ value, label: `${text} (${format.compact(customers)})` })), ...names.filter((name) => !offered.some(({ value }) => value === name)).map((value) => ({ value, label: value }))];
  const common = { size: "xs", label, data, searchable: true, limit: 100, nothingFoundMessage: say("selection.nothing_found"), comboboxProps: { width: 300, position: "bottom-start" } } as const;
  const any = say("explore.any");
  if (parameter.kind === "name") return <Select {...common} placeholder={any} value={names[0] ?? null} onChange={(name) => change(name ? writeSteps([[name]]) : "")} clearable={!parameter.required} />;
  return <MultiSelect {...common} placeholder={names.length > 0 ? undefined : any} value={names} onChange={(next) => change(writeSteps([next]))} clearable />;
}

/** By what an answer is cut: the ways there are, or the name of a trait. */
function ByField({ label, written, usual, change }: { label: string; written: string; usual: string; change: (written: string) => void }) {
  const { say } = useTexts();
  const traits = useChoices()?.traits.map(({ name }) => name) ?? [];
  const data = [...new Set(["channel", "stage", ...traits])];
  return <Autocomplete key={written} size="xs" label={label} placeholder={usual || say("explore.by_none")} data={data} defaultValue={written} maxLength={200} onOptionSubmit={change} onBlur={(event) => commit(event.currentTarget.value, written, change)} onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()} />;
}

/** Whose journeys are walked: customers', visits', or those of a property such as an order's number. */
export function PerField({ per, change }: { per: string; change: (per: string | undefined) => void }) {
  const { say } = useTexts();
  const set = (value: string) => change(value.trim() === "customer" ? undefined : value.trim() || undefined);
  return <Autocomplete key={per} size="xs" label={say("explore.per")} description={say("explore.per_help")} data={["customer", "session"]} defaultValue={per} maxLength={200} onOptionSubmit={set} onBlur={(event) => commit(event.currentTarget.value, per, set)} onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()} />;
}

function TextField({ parameter, label, written, change }: FieldProps & { label: string }) {
  const name = useName();
  return <TextInput key={written} size="xs" label={label} description={name(parameter.help)} placeholder={parameter.default} defaultValue={written} maxLength={4000} onBlur={(event) => commit(event.currentTarget.value, written, change)} onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()} />;
}
