import { useNavigate } from "@tanstack/react-router";
import { Page } from "~/kit/page/Page";
import { useTexts } from "~/texts/texts";
import { Secret } from "./Secret";
import { SegmentForm } from "./SegmentForm";
import { useKeepingSegments } from "./useSegments";

/** A new segment: said first, named, then followed. */
export function NewSegmentPage() {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { create } = useKeepingSegments();
  const to = (segment: string) => void navigate({ to: "/segments/$segment", params: { segment } });
  const made = create.data;
  return (
    <Page title={say("segments.new")}>
      <SegmentForm document={null} error={create.error} busy={create.isPending} cancel={() => void navigate({ to: "/segments" })} save={(name, condition, webhook) => create.mutate({ name, condition, webhook }, { onSuccess: ({ segment, secret }) => { if (!secret) to(segment.key); } })} />
      {made?.secret && <Secret secret={made.secret} close={() => to(made.segment.key)} />}
    </Page>
  );
}
