import type { CustomerProfile } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import classes from "./StageStrip.module.css";

/** The stages a customer went through, as wide as the time spent in each (never too narrow to read). */
export function StageStrip({ spans, last }: { spans: CustomerProfile["stages"]; last: number }) {
  const { say } = useTexts();
  const format = useFormat();
  return (
    <ol className={classes.strip}>
      {spans.map((span, i) => {
        const until = span.left_at ?? last;
        const spent = Math.max(0, until - span.entered_at);
        return (
          <li key={`${span.stage}${span.entered_at}`} style={{ flexGrow: Math.max(1, Math.sqrt(spent / 86400)) }} data-now={span.left_at === null} data-shade={i % 2}>
            <strong><Named name={span.name} /></strong>
            <span>{format.date(span.entered_at)}</span>
            <span>{span.left_at === null ? say("stage.here_now") : format.duration(spent)}</span>
          </li>
        );
      })}
    </ol>
  );
}
