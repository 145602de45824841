import { useFormat } from "~/kit/format";
import { wilson } from "~/kit/interval";
import { useTexts } from "~/texts/texts";
import { Ranked } from "../drawing/Ranked";
import { rowsOf, type ViewProps } from "../view";

/** How many customers do each step at all, most first. */
export function ReachView({ answer, step, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const lines = rowsOf<{ step: string; customers: number; events: number }>(answer, "steps").map((row) => ({
    key: row.step,
    label: step(row.step),
    value: format.number(row.customers),
    note: say("customer.events", { count: row.events, value: format.number(row.events) }),
    figure: wilson(row.customers, answer.customers),
    where: { step: row.step },
  }));
  return <Ranked lines={lines} open={open} />;
}

/** Of those who could go on from a step, the share who stopped there; most customers lost first. */
export function DropoffView({ answer, step, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const lines = rowsOf<{ step: string; stopped: number; went_on: number; pending: number }>(answer, "steps").map((row) => ({
    key: row.step,
    label: step(row.step),
    value: format.number(row.stopped),
    note: say("explore.of_told", { value: format.number(row.stopped + row.went_on) }),
    figure: wilson(row.stopped, row.stopped + row.went_on),
    where: { step: row.step, state: "stopped" },
  }));
  return <Ranked lines={lines} open={open} hit />;
}
