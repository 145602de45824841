import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { IconArrowLeft } from "@tabler/icons-react";
import { api, body } from "~/api/client";
import type { CustomerProfile } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { Card, Page } from "~/kit/page/Page";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./CustomerPage.module.css";
import { Identity } from "./Identity";
import { StageStrip } from "./StageStrip";
import { Timeline } from "./Timeline";

const PAGE = 200;

/** One customer's story: where they stand, what happened, who they are and why we think so. */
export function CustomerPage() {
  const { say } = useTexts();
  const { id } = useParams({ from: "/customers/$id" });
  const found = useInfiniteQuery({
    queryKey: ["customer", id],
    queryFn: ({ pageParam, signal }) => body(api.GET("/api/customers/{customer}", { params: { path: { customer: id }, query: { limit: PAGE, offset: pageParam } }, signal })),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_offset,
  });
  const profile = found.data?.pages[0];
  return (
    <Page title={profile ? profile.label || profile.customer : say("customers.page")} beside={profile && <State profile={profile} />}>
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
            <Card title={say("customer.timeline")}>
              <Timeline events={found.data?.pages.flatMap((page) => page.timeline) ?? []} stages={profile.stages} />
              {found.hasNextPage && (
                <Button variant="default" mt={12} loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                  {say("customer.older")}
                </Button>
              )}
            </Card>
            <div className={classes.aside}>
              <Facts profile={profile} />
              <Identity profile={profile} />
              <Traits profile={profile} />
            </div>
          </div>
        </>
      )}
    </Page>
  );
}

function State({ profile }: { profile: CustomerProfile }) {
  const { say } = useTexts();
  return (
    <span className={classes.states}>
      <span className={classes.stage}><Named name={profile.stage_name} /></span>
      <span className={classes.state} data-state={profile.state}>{say(`customer.state_${profile.state}`)}</span>
    </span>
  );
}

function Facts({ profile }: { profile: CustomerProfile }) {
  const { say } = useTexts();
  const format = useFormat();
  const money = profile.money as [string, number][];
  return (
    <Card>
      <dl className={classes.facts}>
        <div>
          <dt>{say("customers.events")}</dt>
          <dd>{format.number(profile.events)}</dd>
        </div>
        <div>
          <dt>{say("customer.seen")}</dt>
          <dd>{format.period(profile.first_at, profile.last_at)}</dd>
        </div>
        {money.map(([currency, minor]) => (
          <div key={currency}>
            <dt>{say("customer.spent")}</dt>
            <dd>{format.money(minor, currency)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Traits({ profile }: { profile: CustomerProfile }) {
  const { say } = useTexts();
  return (
    <Card title={say("customer.traits")}>
      {profile.traits.length === 0 && <p className={classes.none}>{say("customer.traits_none")}</p>}
      <dl className={classes.facts}>
        {profile.traits.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
