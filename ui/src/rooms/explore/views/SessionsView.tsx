import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { Figures } from "../drawing/Figures";
import type { ViewProps } from "../view";

const number = (value: unknown) => (typeof value === "number" ? value : 0);

/** Visits in single numbers. */
export function SessionsView({ answer, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const counts = (["customers", "sessions", "median_sessions", "median_events"] as const).map((key) => ({ key, name: say(`explore.column_${key}`), value: format.number(number(answer[key]), 1), where: key === "customers" ? {} : null }));
  const spans = (["median_seconds", "p90_seconds"] as const).map((key) => ({ key, name: say(`explore.visit_${key}`), value: format.duration(number(answer[key])), where: null }));
  return <Figures open={open} figures={[...counts, ...spans]} />;
}
