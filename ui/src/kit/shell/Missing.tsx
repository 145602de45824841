import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Empty } from "~/kit/states";
import { useTexts } from "~/texts/texts";

export function Missing() {
  const { say } = useTexts();
  return (
    <Empty title={say("shell.missing")} action={<Button component={Link} to="/">{say("shell.home")}</Button>}>
      {say("shell.missing_next")}
    </Empty>
  );
}
