import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { IconArrowLeft } from "@tabler/icons-react";
import { api, body } from "~/api/client";
import type { CustomerProfile } from "~/api/types";
import { Named } from "~/kit/names";
import { Card, Page } from "~/kit/page/Page";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { Actions } from "./Actions";
import { Consents } from "./Consents";
import classes from "./CustomerPage.module.css";
import { Facts } from "./Facts";
import { Identity } from "./Identity";
import { InSegments } from "./InSegments";
import { Notes } from "./Notes";
import { StageStrip } from "./StageStrip";
import { TimelinePart } from "./TimelinePart";
import { Traits } from "./Traits";

const EVERY_MS = 15_000;

/** One customer's story: where they stand, what happened, who they are and why we think so. */
export function CustomerPage() {
  const { say } = useTexts();
  const { id } = useParams({ from: "/customers/$id" });
  const found = useQuery({
    queryKey: ["customer", id],
    queryFn: ({ signal }) => body(api.GET("/api/customers/{customer}", { params: { path: { customer: id }, query: { limit: 1 } }, signal })),
    refetchInterval: EVERY_MS,
  });
  const profile = found.data;
  return (
    <Page title={profile ? profile.label || profile.customer : say("customers.page")} beside={profile && <Standing profile={profile} />}>
      <Link to="/customers" className={classes.back}>
        <IconArrowLeft size={15} aria-hidden="true" /> {say("customers.page")}
      </Link>
      {found.error && <ErrorNote error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Waiting rows={6} height={72} />}
      {profile && (
        <>
          <Card title={say("customer.stages")}>
            <StageStrip spans={profile.stages} last={profile.last_at} />
          </Card>
          <div className={classes.columns}>
            <TimelinePart profile={profile} />
            <div className={classes.aside}>
              <Facts profile={profile} />
              <InSegments profile={profile} />
              <Notes customer={profile.customer} />
              <Identity profile={profile} />
              <Traits profile={profile} />
              <Consents customer={profile.customer} />
            </div>
          </div>
        </>
      )}
    </Page>
  );
}

function Standing({ profile }: { profile: CustomerProfile }) {
  const { say } = useTexts();
  return (
    <span className={classes.states}>
      <span className={classes.stage}><Named name={profile.stage_name} /></span>
      <span className={classes.state} data-state={profile.state}>{say(`customer.state_${profile.state}`)}</span>
      {profile.flag && <span className={classes.flag} title={say("customer.flag_help")}>{say(`customer.flag_${profile.flag as "staff"}`)}</span>}
      <span className={classes.gap} />
      <Actions profile={profile} />
    </span>
  );
}
