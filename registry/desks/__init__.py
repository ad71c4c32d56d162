"""Lists over many cases: what a center, a reviewer and the desk for duplicates see of them."""
