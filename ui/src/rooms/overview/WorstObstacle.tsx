import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Obstacle, Overview } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import { Comparisons } from "../maps/drawer/Comparisons";
import { useOutcome } from "../maps/effect";
import { opening } from "../maps/opened";
import classes from "./WorstObstacle.module.css";

/** The obstacle with the greatest weight (customers × effect), and the way to its evidence. */
export function WorstObstacle({ obstacle, stages }: { obstacle: Obstacle | null; stages: Overview["stages"] }) {
  const { say } = useTexts();
  const format = useFormat();
  const outcome = useOutcome();
  if (!obstacle) return <p className={classes.none}>{say("overview.worst_none")}</p>;
  const stage = stages.find((one) => one.stage === obstacle.stage);
  return (
    <div className={classes.worst}>
      <h3><Named name={obstacle.title} /></h3>
      <p>
        {stage && <><Named name={stage.name} /> · </>}
        {say("evidence.size", { value: format.number(obstacle.customers), of: format.number(obstacle.at_risk), share: format.percent(obstacle.share) })}
      </p>
      <p className={classes.effect}>{say(`evidence.effect_${obstacle.outcome}`, { value: outcome(obstacle.outcome, obstacle.effect) })}</p>
      {obstacle.comparisons.length > 0 && <Comparisons bars={obstacle.comparisons} outcome={obstacle.outcome} />}
      <Button size="xs" mt={4} renderRoot={(props) => <Link {...props} to="/map" search={opening(obstacle.behind)} />}>
        {say("overview.worst_open")}
      </Button>
    </div>
  );
}
