import { useNavigate } from "@tanstack/react-router";
import { Page } from "~/kit/page/Page";
import { useTexts } from "~/texts/texts";
import { SegmentForm } from "./SegmentForm";
import { useKeepingSegments } from "./useSegments";

/** A new segment: said first, named, then followed. */
export function NewSegmentPage() {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { create } = useKeepingSegments();
  return (
    <Page title={say("segments.new")}>
      <SegmentForm document={null} error={create.error} busy={create.isPending} cancel={() => void navigate({ to: "/segments" })} save={(name, condition) => create.mutate({ name, condition, webhook: "" }, { onSuccess: ({ segment }) => void navigate({ to: "/segments/$segment", params: { segment: segment.key } }) })} />
    </Page>
  );
}
