"""Pages about people and centers."""
