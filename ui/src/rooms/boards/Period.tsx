import type { Asked } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useSegmentName } from "~/kit/selection/useKeptSegments";
import { useTexts } from "~/texts/texts";

/** Over which part of the log a saved question is asked, in words. */
export function Period({ asked }: { asked: Asked }) {
  const { say } = useTexts();
  const format = useFormat();
  const { from_at = null, to_at = null, last_days } = asked;
  const segment = useSegmentName(asked.segments.length > 0);
  const narrower = [...asked.segments.map(segment), ...asked.channels, ...asked.traits.map((pair) => pair[1] ?? "")];
  const period = last_days
    ? say("boards.period_last", { count: last_days })
    : from_at !== null && to_at !== null
      ? say("boards.period_between", { from: format.date(from_at), to: format.date(to_at - 1) })
      : from_at !== null
        ? say("boards.period_from", { from: format.date(from_at) })
        : to_at !== null
          ? say("boards.period_until", { to: format.date(to_at - 1) })
          : say("boards.period_all");
  return <>{[period, ...narrower].join(" · ")}</>;
}
