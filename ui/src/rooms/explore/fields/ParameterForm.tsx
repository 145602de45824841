import { SegmentedControl, Select, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import type { ParameterLine, QuestionLine } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useName } from "~/kit/names";
import { known, useTexts } from "~/texts/texts";
import { OVERS, type Over, type Params } from "../address";
import { type StepChoice, useStepChoices } from "../useStepNames";
import { DurationField } from "./DurationField";
import classes from "./fields.module.css";
import { StepsField } from "./StepsField";

interface FormProps {
  line: QuestionLine;
  params: Params;
  over: Over;
  change: (params: Params) => void;
  changeOver: (over: Over) => void;
}

/** What a question is asked with: a field for each of its parameters, made from the server's list. */
export function ParameterForm({ line, params, over, change, changeOver }: FormProps) {
  const { say } = useTexts();
  const choices = useStepChoices(over);
  const set = (name: string, value: string) => change({ ...params, [name]: value });
  // The stage set is chosen beside the period, for all pages alike.
  const asked = line.parameters.filter(({ name }) => name !== "stage_set");
  return (
    <div className={classes.form}>
      {!line.fixed && <SegmentedControl size="xs" fullWidth aria-label={say("explore.over")} value={over} onChange={(next) => changeOver(next as Over)} data={OVERS.map((value) => ({ value, label: say(`explore.over_${value}`) }))} />}
      {asked.map((parameter) => (
        <Field key={`${over}${parameter.name}`} parameter={parameter} written={params[parameter.name] ?? ""} choices={choices} change={(value) => set(parameter.name, value)} />
      ))}
    </div>
  );
}

interface FieldProps {
  parameter: ParameterLine;
  written: string;
  choices: StepChoice[] | undefined;
  change: (written: string) => void;
}

function Field({ parameter, written, choices, change }: FieldProps) {
  const format = useFormat();
  const name = useName();
  const { say } = useTexts();
  const key = `explore.parameter_${parameter.name}`;
  const label = known(key) ? say(key) : parameter.name.replaceAll("_", " ");
  const help = name(parameter.help);
  if (parameter.kind === "steps") return <StepsField written={written} choices={choices} change={change} />;
  if (parameter.kind === "duration") return <DurationField label={label} written={written || parameter.default} change={change} />;
  if (parameter.kind === "moment") return <DateInput size="xs" label={label} value={written || null} onChange={(day) => change(day ?? "")} placeholder={say("explore.last_event")} clearable />;
  if (parameter.kind === "step" || parameter.kind === "event") {
    const data = (choices ?? []).map(({ value, label: text, customers }) => ({ value, label: `${text} (${format.compact(customers)})` }));
    return <Select size="xs" label={label} description={help} data={data} value={written || null} onChange={(value) => change(value ?? "")} searchable clearable={!parameter.required} limit={100} />;
  }
  return <TextField label={label} help={help} written={written} usual={parameter.default} change={change} />;
}

function TextField({ label, help, written, usual, change }: { label: string; help: string; written: string; usual: string; change: (written: string) => void }) {
  return <TextInput key={written} size="xs" label={label} description={help} placeholder={usual} defaultValue={written} maxLength={4000} onBlur={(event) => event.currentTarget.value !== written && change(event.currentTarget.value)} onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()} />;
}
