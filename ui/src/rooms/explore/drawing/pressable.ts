import type { KeyboardEvent } from "react";

/** What makes a part of a drawing a button: reached by the keyboard, pressed by Enter and space. */
export function pressable(label: string, press: () => void) {
  return {
    role: "button",
    tabIndex: 0,
    "aria-label": label,
    onClick: press,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      press();
    },
  } as const;
}
