import { Input, SegmentedControl } from "@mantine/core";
import type { ParameterLine, QuestionLine } from "~/api/types";
import { ConditionBuilder } from "~/kit/condition/ConditionBuilder";
import { type Body, documentOf } from "~/kit/condition/tree";
import { useTexts } from "~/texts/texts";
import { titleOf } from "../AnswerTable";
import { OVERS, type Over, type Params } from "../address";
import { useStepChoices } from "../useStepNames";
import classes from "./fields.module.css";
import { ConditionPart } from "./ConditionPart";
import { ConditionsField } from "./ConditionsField";
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
  const steps = fields.filter(isBuilt);
  const conditions = fields.filter(isCondition);
  const several = fields.filter(({ kind }) => kind === "conditions");
  const rest = fields.filter((each) => !isBuilt(each) && !isCondition(each) && !several.includes(each) && !(each.name === "both" && !params.against));
  const hidden = rest.slice(OPEN);
  const built = steps.map(({ name }) => (
    <div key={`${over}${name}`} className={classes.built}>
      <StepsField written={params[name] ?? ""} choices={choices} kind={name === "plan" ? "plan" : "funnel"} change={(value) => set(name, value)} />
    </div>
  ));
  const field = (parameter: ParameterLine) => <ParameterField key={`${over}${parameter.name}`} question={line.question} parameter={parameter} params={params} written={params[parameter.name] ?? ""} choices={choices} change={(value) => set(parameter.name, value)} />;
  return (
    <div className={classes.form} data-wide={steps.length === 0}>
      {!line.fixed && (
        <Input.Wrapper size="xs" label={say("explore.over")} className={classes.over ?? ""}>
          <SegmentedControl size="xs" fullWidth aria-label={say("explore.over")} value={over} onChange={(next) => changeOver(next as Over)} data={OVERS.map((value) => ({ value, label: say(`explore.over_${value}`) }))} />
        </Input.Wrapper>
      )}
      {built}
      {conditions.map(({ name, required }) => {
        const [document, label] = [documentOf(params[name]), labelOf(line.question, name, say)];
        const put = (next: Body | null) => set(name, next === null ? "" : JSON.stringify(next));
        return (
          <div key={name} className={classes.built}>
            {line.question === "segment" ? <ConditionBuilder label={label} document={document} change={put} /> : <ConditionPart label={label} document={document} change={put} open={required && document === null} otherwise={required ? undefined : say(name === "against" ? "explore.conditions_everybody_else" : "explore.conditions_everybody")} />}
          </div>
        );
      })}
      {several.map(({ name }) => (
        <div key={name} className={classes.built}>
          <ConditionsField written={params[name] ?? ""} change={(written) => set(name, written)} />
        </div>
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

/** What a condition is for, in the words of its question. */
function labelOf(question: string, name: string, say: ReturnType<typeof useTexts>["say"]): string {
  return titleOf(`explore.parameter_${question}_${name}`, say("explore.parameter_condition"), say);
}

/** What is built step by step, in a place of its own. */
export function isBuilt({ kind, name }: ParameterLine): boolean {
  return (kind === "steps" && name === "steps") || name === "plan";
}

/** What is built as a sentence, over the whole width. */
export function isCondition({ kind }: ParameterLine): boolean {
  return kind === "condition";
}

/** Parameters that are set elsewhere: the stage set beside the period, for all pages alike; groups on the answer itself. */
const ELSEWHERE: Record<string, string[]> = { representative: ["merge", "split"], segment: ["limit"], clusters: ["model"], features: ["feature"] };

function fieldsOf(line: QuestionLine): ParameterLine[] {
  return line.parameters.filter(({ name, required }) => (name !== "stage_set" || required) && !ELSEWHERE[line.question]?.includes(name));
}
