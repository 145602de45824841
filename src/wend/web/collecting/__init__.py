"""The collecting door: HTTP as analytics libraries speak it, strict about what comes in and bounded in every way."""
