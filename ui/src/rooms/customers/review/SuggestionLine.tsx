import { Button } from "@mantine/core";
import { IconArrowsJoin2 } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api, body } from "~/api/client";
import type { SuggestedPair } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { useEverythingAnew } from "./deciding";
import { valueOf } from "./Identifier";
import classes from "./review.module.css";

const NEARLY = 0.9999;

/** Two people, how sure the comparison is, what it found alike, and what to make of it. */
export function SuggestionLine({ pair }: { pair: SuggestedPair }) {
  const { say } = useTexts();
  const format = useFormat();
  const anew = useEverythingAnew();
  const both = { a: pair.a.customer, b: pair.b.customer };
  const accepting = useMutation({ mutationFn: () => body(api.POST("/api/people/suggestions/accept", { body: both })), onSuccess: anew });
  const dismissing = useMutation({ mutationFn: () => api.POST("/api/people/suggestions/dismiss", { body: both }), onSuccess: anew });
  const busy = accepting.isPending || dismissing.isPending;
  const share = pair.probability > NEARLY ? `> ${format.percent(NEARLY, 2)}` : format.percent(pair.probability, 2);
  return (
    <li>
      <div className={classes.pair}>
        <Who {...pair.a} />
        <IconArrowsJoin2 size={16} aria-hidden="true" />
        <Who {...pair.b} />
      </div>
      <div className={classes.because}>
        <p><Named name={pair.reason} /></p>
        <small>{say("review.sure", { share, weight: format.number(pair.weight, 1) })}</small>
      </div>
      <div className={classes.acts}>
        <Button size="compact-xs" loading={accepting.isPending} disabled={busy} onClick={() => accepting.mutate()}>{say("review.accept")}</Button>
        <Button size="compact-xs" variant="default" loading={dismissing.isPending} disabled={busy} onClick={() => dismissing.mutate()}>{say("review.dismiss")}</Button>
      </div>
      {(accepting.error ?? dismissing.error) && <ErrorNote error={accepting.error ?? dismissing.error} />}
    </li>
  );
}

function Who({ customer, label }: SuggestedPair["a"]) {
  return (
    <span className={classes.who}>
      <Link to="/customers/$id" params={{ id: customer }}>{label || valueOf(customer)}</Link>
      {label && label !== customer && <small>{valueOf(customer)}</small>}
    </span>
  );
}
