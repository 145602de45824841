import { Button, Progress } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import classes from "./ExplorePage.module.css";
import { type Asking, useHowFar } from "./useExplore";

/** Shown once an answer takes longer than a second: for how long it has been, how far it is, and a way out. */
export function Working({ asking }: { asking: Asking }) {
  const { say } = useTexts();
  const format = useFormat();
  const client = useQueryClient();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const ticking = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(ticking);
  }, []);
  const far = useHowFar(asking, seconds > 0);
  if (seconds === 0) return null;
  const known = far !== undefined && far.walk > 0;
  const share = known ? format.percent(far.share, 0) : "";
  return (
    <div className={classes.working} role="status" data-controls>
      <Progress value={known ? 100 * far.share : 100} animated striped={!known} size="sm" aria-label={say("explore.working")} />
      <span>
        {say("explore.working")} {say("explore.working_for", { time: format.duration(seconds) })}
        {known && ` · ${far.walk > 1 ? say("explore.working_walk", { walk: far.walk, share }) : say("explore.working_share", { share })}`}
      </span>
      <Button size="compact-sm" variant="default" onClick={() => void client.cancelQueries({ queryKey: ["answer", asking] })}>{say("explore.stop")}</Button>
    </div>
  );
}
