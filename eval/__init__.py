"""Does it answer well? Cases, the judge, metrics, reports; `zhaoda eval` is `eval.command.run`."""
