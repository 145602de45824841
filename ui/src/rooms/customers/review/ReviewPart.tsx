import { SegmentedControl } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTexts } from "~/texts/texts";
import { LOOKS } from "../filters";
import { Conflicts } from "./Conflicts";
import { RulesCard } from "./RulesCard";
import { SharedValues } from "./SharedValues";
import { Suggestions } from "./Suggestions";
import classes from "./review.module.css";

const SHOWN = { conflicts: Conflicts, suggestions: Suggestions, shared: SharedValues, rules: RulesCard };

/** Who is who: what waits for somebody's decision, and the rules by which everything else is decided. */
export function ReviewPart() {
  const { say } = useTexts();
  const { look } = useSearch({ from: "/customers" });
  const navigate = useNavigate({ from: "/customers" });
  const chosen = look ?? "conflicts";
  const Shown = SHOWN[chosen];
  return (
    <div className={classes.part}>
      <div className={classes.looks}>
        <SegmentedControl
          size="xs"
          aria-label={say("review.looks")}
          data={LOOKS.map((value) => ({ value, label: say(`review.look_${value}`) }))}
          value={chosen}
          onChange={(value) => void navigate({ search: { part: "review", look: LOOKS.find((one) => one === value && one !== "conflicts") }, replace: true })}
        />
      </div>
      <Shown />
    </div>
  );
}
