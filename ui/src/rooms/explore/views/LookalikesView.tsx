import { useFormat } from "~/kit/format";
import { Empty } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { Figures } from "../drawing/Figures";
import { Ranked } from "../drawing/Ranked";
import { useNumber } from "../useNumber";
import { rowsOf, type ViewProps } from "../view";

interface Contestant {
  ranked_by: string;
  direction: "high" | "low" | null;
  lift: number;
  lift_low: number;
  lift_high: number;
  area: number;
  n: number;
  used: boolean;
}

/** Who is most alike, and how well that was found on seeds that were held out: by the model, and by one number alone. */
export function LookalikesView({ answer, open, exploring }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const number = useNumber();
  const contestants = rowsOf<Contestant>(answer, "contestants");
  if (contestants.length === 0) return <Empty title={say("explore.lookalikes_few_seeds", { value: format.number(Number(answer.seeds)) })}>{say("explore.lookalikes_few_next")}</Empty>;
  const lines = contestants.map((row) => ({
    key: row.ranked_by,
    label: row.direction === null ? say("explore.lookalikes_model") : say(`explore.lookalikes_${row.direction}`, { number: number(row.ranked_by) }),
    value: say("explore.compare_lift", { value: format.number(row.lift, 1) }),
    note: row.used ? say("explore.lookalikes_used") : "",
    figure: { value: row.lift, low: row.lift_low, high: row.lift_high },
    written: `AUC ${format.fixed(row.area, 2)}`,
    between: say("explore.between", { low: format.number(row.lift_low, 1), high: format.number(row.lift_high, 1) }),
    hit: !row.used,
    where: null,
  }));
  const told = Number(exploring.ask?.limit || 100);
  return (
    <>
      <Figures open={open} figures={[
        { key: "seeds", name: say("explore.lookalikes_seeds"), value: format.number(Number(answer.seeds)), where: { state: "seeds" } },
        { key: "alike", name: say("explore.lookalikes_alike"), value: format.number(told), note: say("explore.lookalikes_open"), where: { state: "alike" } },
      ]} />
      <h3 style={{ margin: "18px 0 6px", fontSize: "13.5px" }}>{say("explore.lookalikes_judged")}</h3>
      <Ranked lines={lines} open={open} range={{ from: 0, to: 10 }} />
    </>
  );
}
