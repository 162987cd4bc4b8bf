"""The self-check for leaders: what the handbook covers, what is missing and what is stale."""
