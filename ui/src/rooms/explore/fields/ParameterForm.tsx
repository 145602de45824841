import { SegmentedControl } from "@mantine/core";
import type { ParameterLine, QuestionLine } from "~/api/types";
import { useTexts } from "~/texts/texts";
import { OVERS, type Over, type Params } from "../address";
import { useStepChoices } from "../useStepNames";
import classes from "./fields.module.css";
import { ParameterField, PerField } from "./ParameterField";
import { StepsField } from "./StepsField";

/** So many fields stand open; the rest waits under "more". */
const OPEN = 4;

interface FormProps {
  line: QuestionLine;
  params: Params;
  over: Over;
  per: string;
  change: (params: Params) => void;
  changePer: (per: string | undefined) => void;
  changeOver: (over: Over) => void;
}

/** What a question is asked with: a field for each of its parameters, made from the server's list. */
export function ParameterForm({ line, params, over, per, change, changePer, changeOver }: FormProps) {
  const { say } = useTexts();
  const choices = useStepChoices(over);
  const set = (name: string, value: string) => change({ ...params, [name]: value });
  const fields = fieldsOf(line);
  const steps = fields.filter(({ kind }) => kind === "steps");
  const rest = fields.filter(({ kind }) => kind !== "steps");
  const hidden = rest.slice(OPEN);
  const field = (parameter: ParameterLine) => <ParameterField key={`${over}${parameter.name}`} parameter={parameter} written={params[parameter.name] ?? ""} choices={choices} change={(value) => set(parameter.name, value)} />;
  return (
    <div className={classes.form} data-wide={steps.length === 0}>
      {!line.fixed && <SegmentedControl className={classes.over ?? ""} size="xs" aria-label={say("explore.over")} value={over} onChange={(next) => changeOver(next as Over)} data={OVERS.map((value) => ({ value, label: say(`explore.over_${value}`) }))} />}
      {steps.map(({ name }) => (
        <StepsField key={`${over}${name}`} written={params[name] ?? ""} choices={choices} change={(value) => set(name, value)} />
      ))}
      {rest.slice(0, OPEN).map(field)}
      <details className={classes.more} open={per !== "customer" || hidden.some(({ name }) => params[name])}>
        <summary>{say("explore.more_options")}</summary>
        <div className={classes.form} data-wide={steps.length === 0}>
          {hidden.map(field)}
          <PerField per={per} change={changePer} />
        </div>
      </details>
    </div>
  );
}

/** The parameters that this page asks for; the stage set is chosen beside the period, for all pages alike. */
function fieldsOf(line: QuestionLine): ParameterLine[] {
  return line.parameters.filter(({ name }) => name !== "stage_set");
}
