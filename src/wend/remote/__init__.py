"""The far door: the workspace of a running Wend, asked from Python over HTTP."""
