import { createTheme, type MantineColorsTuple, MultiSelect } from "@mantine/core";

const teal: MantineColorsTuple = ["#f0fdfa", "#ccfbf1", "#99f6e4", "#5eead4", "#2dd4bf", "#14b8a6", "#0d9488", "#0f766e", "#115e59", "#134e4a"];
const dark: MantineColorsTuple = ["#e8edf5", "#b0bccf", "#94a3b8", "#64748b", "#3b4a68", "#243049", "#16203a", "#0f172a", "#0a101d", "#060b15"];

export const theme = createTheme({
  fontFamily: '"Be Vietnam Pro", system-ui, sans-serif',
  headings: { fontFamily: '"Be Vietnam Pro", system-ui, sans-serif', fontWeight: "700" },
  colors: { teal, dark },
  primaryColor: "teal",
  primaryShade: { light: 7, dark: 5 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    // Beside a chosen value, however long, the field is only for typing: it must not take a second line for that (24 px, and a gap of 6).
    MultiSelect: MultiSelect.extend({ styles: { inputField: { minWidth: 24 }, pill: { maxWidth: "calc(100% - 30px)" } } }),
  },
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
});
