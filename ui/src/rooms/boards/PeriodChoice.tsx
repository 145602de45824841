import { NumberInput, Radio } from "@mantine/core";
import type { Asking } from "~/rooms/explore/useExplore";
import { useTexts } from "~/texts/texts";
import classes from "./boards.module.css";

/** How many last days; 0 for a period that stays as it was chosen. */
export interface Moving {
  on: boolean;
  days: number | string;
}

export const lastDays = ({ on, days }: Moving) => (on ? Number(days) : 0);
export const isWhole = ({ on, days }: Moving) => !on || Number(days) >= 1;

/** Whether the period stays where it is or moves with the calendar. */
export function PeriodChoice({ asking, moving, change }: { asking: Asking; moving: Moving; change: (moving: Moving) => void }) {
  const { say } = useTexts();
  const all = asking.query.from_at === undefined && asking.query.to_at === undefined;
  return (
    <>
      <Radio.Group label={say("boards.period")} value={moving.on ? "moving" : "fixed"} onChange={(value) => change({ ...moving, on: value === "moving" })}>
        <div className={classes.stack} style={{ gap: 8, marginTop: 6 }}>
          <Radio value="fixed" label={say(all ? "boards.period_everything" : "boards.period_fixed")} />
          <Radio value="moving" label={say("boards.period_moving")} description={say("boards.period_moving_hint")} />
        </div>
      </Radio.Group>
      {moving.on && <NumberInput label={say("boards.days")} min={1} max={3660} allowDecimal={false} value={moving.days} onChange={(days) => change({ ...moving, days })} />}
    </>
  );
}
