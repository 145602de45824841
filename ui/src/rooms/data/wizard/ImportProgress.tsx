import { Button, Progress } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { api, body } from "~/api/client";
import type { Job } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { Card } from "~/kit/page/Page";
import { ErrorNote, Waiting } from "~/kit/states";
import { type TextKey, useTexts } from "~/texts/texts";
import classes from "./wizard.module.css";

const finished = (job: Job | undefined) => job?.state === "done" || job?.state === "failed";

/** How far an import is, then what it did. */
export function ImportProgress({ job: id, again }: { job: string; again: () => void }) {
  const { say } = useTexts();
  const client = useQueryClient();
  const asked = useQuery({
    queryKey: ["import", id],
    queryFn: ({ signal }) => body(api.GET("/api/imports/{job}", { params: { path: { job: id } }, signal })),
    refetchInterval: (query) => (finished(query.state.data) ? false : 600),
    staleTime: 0,
  });
  const job = asked.data;
  const done = finished(job);
  useEffect(() => {
    if (done) void client.invalidateQueries({ predicate: (query) => !["session", "import"].includes(String(query.queryKey[0])) });
  }, [done, client]);
  if (asked.error) return <ErrorNote error={asked.error} again={() => void asked.refetch()} />;
  if (!job) return <Waiting rows={1} height={140} />;
  return (
    <Card title={say(`import.state_${job.state}`)} hint={job.files.join(", ")}>
      {!done && <Working job={job} />}
      {job.state === "failed" && (
        <div role="alert" className={classes.failed}>
          <strong>{job.error && <Named name={job.error} />}</strong>
          <p>{job.next && <Named name={job.next} />}</p>
        </div>
      )}
      {done && <Sum job={job} />}
      {done && (
        <div className={classes.actions}>
          {job.state === "done" && <Button component={Link} to="/map">{say("import.open_map")}</Button>}
          {job.quarantined > 0 && (
            <Button variant="default" renderRoot={(props) => <Link {...props} to="/data" search={{ part: "quarantine" }} />}>{say("import.see_quarantine")}</Button>
          )}
          <Button variant="default" onClick={again}>{say("import.again")}</Button>
        </div>
      )}
    </Card>
  );
}

function Working({ job }: { job: Job }) {
  const { say } = useTexts();
  const format = useFormat();
  const share = job.total_bytes > 0 ? job.bytes / job.total_bytes : 0;
  return (
    <div className={classes.working}>
      <Progress size="lg" value={job.total_bytes > 0 ? share * 100 : 100} animated={job.total_bytes === 0} aria-label={say("import.state_running")} />
      <p role="status" className={classes.rate}>
        <strong>{format.percent(share, 0)}</strong>
        <span>{say("import.rows", { count: job.rows, value: format.number(job.rows) })}</span>
        {job.rows_per_second > 0 && <span>{say("import.rate", { value: format.compact(job.rows_per_second) })}</span>}
        {job.seconds_left !== null && <span>{say("import.left", { span: format.duration(Math.ceil(job.seconds_left)) })}</span>}
      </p>
    </div>
  );
}

function Sum({ job }: { job: Job }) {
  const { say } = useTexts();
  const format = useFormat();
  const facts: [TextKey, number][] = [["import.read", job.rows], ["import.added", job.added], ["import.repeated", job.repeated], ["import.quarantined", job.quarantined]];
  return (
    <dl className={classes.sum}>
      {facts.map(([key, value]) => (
        <div key={key}>
          <dt>{say(key)}</dt>
          <dd>
            {key === "import.added" && job.state === "done" && <IconCircleCheck size={20} aria-hidden="true" />}
            {format.number(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
