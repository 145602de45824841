import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, body } from "~/api/client";
import type { Touchpoint } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./catalogue.module.css";

/** What the rule covers as it stands, counted a moment after the last change. */
export function RulePreview({ touchpoint, ready }: { touchpoint: Touchpoint; ready: boolean }) {
  const { say } = useTexts();
  const format = useFormat();
  const [settled] = useDebouncedValue(JSON.stringify(touchpoint), 350);
  const preview = useQuery({
    queryKey: ["rule", settled],
    queryFn: ({ signal }) => body(api.POST("/api/touchpoints/preview", { body: JSON.parse(settled) as Touchpoint, signal })),
    enabled: ready,
    placeholderData: keepPreviousData,
  });
  if (!ready) return <p className={classes.preview}>{say("touchpoint.not_ready")}</p>;
  if (preview.error) return <ErrorNote error={preview.error} />;
  if (!preview.data) return <p className={classes.preview}>{say("state.loading")}</p>;
  return (
    <div className={classes.preview} role="status" data-stale={preview.isFetching}>
      <strong>{say("touchpoint.preview", { events: format.number(preview.data.events), customers: format.number(preview.data.customers) })}</strong>
      <span>{say("touchpoint.preview_after", { share: format.percent(preview.data.covered_share_after) })}</span>
      {preview.data.warnings.map((warning, i) => (
        <em key={i}><Named name={warning} /></em>
      ))}
    </div>
  );
}
