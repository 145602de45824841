import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { Figures } from "../drawing/Figures";
import type { ViewProps } from "../view";

const number = (value: unknown) => (typeof value === "number" ? value : 0);

/** Of whom a condition holds, and of whom it does not; both open their customers. */
export function SegmentView({ answer, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const [customers, of] = [number(answer.customers), number(answer.of)];
  const interval = say("figure.interval", { low: format.percent(number(answer.low)), high: format.percent(number(answer.high)), n: format.number(of) });
  const figures = [
    { key: "in", name: say("explore.segment_in"), value: format.number(customers), note: `${format.percent(number(answer.share))} · ${interval}`, where: { state: "in" } },
    { key: "out", name: say("explore.segment_out"), value: format.number(of - customers), where: { state: "out" } },
  ];
  return <Figures open={open} figures={figures} />;
}
