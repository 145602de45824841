import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api, body } from "~/api/client";
import type { Remark } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useName } from "~/kit/names";
import { useZone } from "~/kit/zone";
import { useQuestions } from "~/rooms/explore/useExplore";
import { useTexts } from "~/texts/texts";
import classes from "./remarks.module.css";
import { numberIn } from "./useRemarks";

/** The number that shows an obstacle or a note: as it was then, as it is by now, and where it came from. */
export function RemarkNumber({ remark, now = false }: { remark: Remark; now?: boolean }) {
  const { say } = useTexts();
  const format = useFormat();
  const name = useName();
  const zone = useZone();
  const { number } = remark;
  const line = useQuestions().data?.find(({ question }) => question === number?.asked.question);
  const fresh = useQuery({
    queryKey: ["remark-now", remark.id],
    enabled: now && number !== null,
    staleTime: 60_000,
    queryFn: ({ signal }) => body(api.GET("/api/map/remarks/{remark}/now", { params: { path: { remark: remark.id } }, signal })),
  }).data;
  if (!number) return null;
  const { customers, share, as_of, asked } = number;
  const told = (of: typeof share) => ({ of: format.number(of.n), share: format.percent(of.value), low: format.percent(of.low), high: format.percent(of.high) });
  return (
    <div className={classes.number}>
      <strong>{say("stage.customers", { count: customers, value: format.number(customers) })}</strong>
      <span>{say("remarks.number", told(share))}</span>
      <small>{say("remarks.as_of", { question: line ? name(line.title) : asked.question, at: format.date(as_of) })}</small>
      {fresh && fresh.as_of > as_of && <small>{say("remarks.now", { ...told(fresh.share), value: format.number(fresh.customers), at: format.date(fresh.as_of) })}</small>}
      <Link className={classes.link ?? ""} to="/explore/$question" params={{ question: asked.question }} search={numberIn(asked, zone)}>{say("remarks.to_explore")}</Link>
    </div>
  );
}
