import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { Plan } from "~/api/types";

/** The plan under the text as edited and seen through one file: the server reads it again a moment after the last change. */
export function usePlan(first: Plan) {
  const [text, setText] = useState(first.toml);
  const [file, look] = useState(first.file);
  const [settled] = useDebouncedValue(text, 350);
  const checked = useQuery({
    queryKey: ["plan", first.upload, file, settled],
    queryFn: ({ signal }) => body(api.POST("/api/uploads/{upload}/check", { params: { path: { upload: first.upload } }, body: { toml: settled, file }, signal })),
    ...(settled === first.toml && file === first.file ? { initialData: first } : {}),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { plan: checked.data ?? first, text, setText, file, look, checking: checked.isFetching || settled !== text, error: checked.error };
}
