"""``make run``: one process that prepares the registry, starts its servers and stops them again."""
