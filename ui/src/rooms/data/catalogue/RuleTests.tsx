import type { Touchpoint } from "~/api/types";
import { WordsContext } from "~/kit/condition/context";
import { AddTest, WhereTests } from "~/kit/condition/fields/WhereTests";
import { tests, withTests } from "~/kit/condition/parts";
import type { Body } from "~/kit/condition/tree";
import { useWords } from "~/kit/condition/useCondition";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./catalogue.module.css";

interface TestsProps {
  rule: Touchpoint["rule"];
  change: (where: Touchpoint["rule"]["where"]) => void;
  /** Whether tests that say nothing yet are marked. */
  strict: boolean;
}

/** What must be true of an event that belongs here: the same statements as in a condition. */
export function RuleTests({ rule, change, strict }: TestsProps) {
  const { say } = useTexts();
  const words = useWords();
  const body = withTests(rule.events.length > 0 ? { event: rule.events } : {}, rule.where as Body[]);
  const set = (to: Body) => change(tests(to));
  return (
    <fieldset className={classes.tests}>
      <legend>{say("touchpoint.where")}</legend>
      <p className={classes.hint}>{say("touchpoint.where_help")}</p>
      {words.error && <ErrorNote error={words.error} again={() => void words.refetch()} />}
      {words.data && (
        <WordsContext value={words.data}>
          <WhereTests body={body} change={set} strict={strict} />
          <AddTest body={body} change={set} />
        </WordsContext>
      )}
    </fieldset>
  );
}
