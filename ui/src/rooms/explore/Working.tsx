import { Button, Progress } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import classes from "./ExplorePage.module.css";
import type { Asking } from "./useExplore";

/** Shown once an answer takes longer than a second: for how long it has been, and a way out. */
export function Working({ asking }: { asking: Asking }) {
  const { say } = useTexts();
  const format = useFormat();
  const client = useQueryClient();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const ticking = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(ticking);
  }, []);
  if (seconds === 0) return null;
  return (
    <div className={classes.working} role="status" data-controls>
      <Progress value={100} animated striped size="sm" aria-label={say("explore.working")} />
      <span>{say("explore.working")} {say("explore.working_for", { time: format.duration(seconds) })}</span>
      <Button size="compact-sm" variant="default" onClick={() => void client.cancelQueries({ queryKey: ["answer", asking] })}>{say("explore.stop")}</Button>
    </div>
  );
}
