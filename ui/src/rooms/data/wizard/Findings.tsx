import { IconAlertTriangle, IconBulb, IconHelpCircle } from "@tabler/icons-react";
import type { Plan } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { Card } from "~/kit/page/Page";
import { useTexts } from "~/texts/texts";
import classes from "./wizard.module.css";

/** What is wrong, what is asked, and why the mapping is proposed as it is. */
export function Findings({ problems, reasons, questions }: Pick<Plan, "problems" | "reasons" | "questions">) {
  const { say } = useTexts();
  const format = useFormat();
  const general = problems.filter((problem) => problem.line === null);
  const inRows = problems.filter((problem) => problem.line !== null);
  return (
    <>
      {problems.length > 0 && (
        <Card title={say("import.problems")} className={classes.problems}>
          <ul className={classes.findings}>
            {[...general, ...inRows.slice(0, 6)].map((problem, i) => (
              <li key={i}>
                <IconAlertTriangle size={16} aria-hidden="true" />
                <div>
                  <strong>
                    {problem.line !== null && `${say("import.line", { line: format.number(problem.line) })}: `}
                    <Named name={problem.message} />
                  </strong>
                  <p><Named name={problem.next} /></p>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {questions.length > 0 && (
        <Card title={say("import.questions")}>
          <ul className={classes.findings}>
            {questions.map((question, i) => (
              <li key={i}>
                <IconHelpCircle size={16} aria-hidden="true" />
                <p><Named name={question} /></p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {reasons.length > 0 && (
        <Card title={say("import.reasons")}>
          <ul className={classes.findings}>
            {reasons.map((reason, i) => (
              <li key={i}>
                <IconBulb size={16} aria-hidden="true" />
                <div>
                  <p className={classes.reason}><Named name={reason.text} /></p>
                  <small>{say("import.confidence", { share: format.percent(reason.confidence, 0) })}</small>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
