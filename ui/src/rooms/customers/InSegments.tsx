import { Link } from "@tanstack/react-router";
import type { CustomerProfile } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { Card } from "~/kit/page/Page";
import { useTexts } from "~/texts/texts";
import pageClasses from "./CustomerPage.module.css";
import classes from "./InSegments.module.css";

/** The segments that the customer is in now: since when, what brought them there, and until when they stay. */
export function InSegments({ profile }: { profile: CustomerProfile }) {
  const { say } = useTexts();
  const format = useFormat();
  return (
    <Card title={say("customer.segments")}>
      {profile.segments.length === 0 && <p className={pageClasses.none}>{say("customer.segments_none")}</p>}
      <ul className={classes.segments}>
        {profile.segments.map((segment) => (
          <li key={segment.key}>
            <Link to="/segments/$segment" params={{ segment: segment.key }}>{segment.name}</Link>
            <small>
              {say("customer.segments_since", { at: format.date(segment.since) })} · <Named name={segment.said} />
            </small>
            {segment.until != null && <small>{say("customer.segments_until", { at: format.date(segment.until) })}</small>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
