"""The ledger of what people agreed to, the wordings they were shown, and the rule that reads both."""
