import type { Job } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Card } from "~/kit/page/Page";
import { useTexts } from "~/texts/texts";
import classes from "./wizard.module.css";

export function PastImports({ jobs }: { jobs: Job[] }) {
  const { say } = useTexts();
  const format = useFormat();
  return (
    <Card title={say("import.past")}>
      <ul className={classes.past}>
        {jobs.map((job) => (
          <li key={job.id}>
            <span className={classes.files}>{job.files.join(", ")}</span>
            <span className={classes.chip} data-state={job.state}>{say(`import.state_${job.state}`)}</span>
            <span className={classes.pastFacts}>{say("import.past_facts", { added: format.number(job.added), repeated: format.number(job.repeated), quarantined: format.number(job.quarantined) })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
