"""Does the assistant tell what its own ledger holds? Rows are asked for in their own words."""
